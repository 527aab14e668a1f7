import {expect} from '@open-wc/testing';
import {BehaviorSubject} from 'rxjs';

import type {Region} from '@ls-annotation/core';
import {makeRegion} from '@ls-annotation/core';

import {DURATION, renderAudio} from './audio/testing/render-audio.js';
import type {ProposedRegion} from './proposed-region.js';
import {colorsAt, piecesAlong} from './testing/read-canvas.js';
import {
  closeSurfaces,
  nextFrame,
  renderSurface,
} from './testing/render-surface.js';
import type {RenderedSurface} from './testing/render-surface.js';
import {LENGTH, renderSeries} from './time-series/testing/render-series.js';
import {
  FRAMES,
  boxResult,
  keyFrame,
  rangeResult,
  renderVideo,
} from './video/testing/render-video.js';

afterEach(() => {
  closeSurfaces();
});

function proposing() {
  const proposals = new BehaviorSubject<readonly ProposedRegion[]>([]);
  const propose = async (...regions: readonly ProposedRegion[]) => {
    proposals.next(regions);
    await nextFrame();
  };
  return {proposals, propose};
}

function regionOf({session}: RenderedSurface, id: string): Region {
  const annotationId = session.scope?.annotationId ?? '';
  return session.store.findRegion(annotationId, id)!;
}

async function change(
  {session}: RenderedSurface,
  id: string,
  geometry: Region['geometry'],
): Promise<void> {
  const annotationId = session.scope?.annotationId ?? '';
  session.store.updateRegion(annotationId, id, (draft) => {
    draft.geometry = geometry;
  });
  await nextFrame();
}

function canvasOf(root: Element, query: string): HTMLCanvasElement {
  return root.querySelector<HTMLCanvasElement>(query)!;
}

describe('proposals on a sound', () => {
  const percent = (seconds: number): number => (100 * seconds) / DURATION;

  async function setup() {
    const {proposals, propose} = proposing();
    const surface = await renderAudio({
      regions: [{id: 'a', at: [0.2, 0.6], label: 'Noise'}],
      proposals,
    });
    const canvas = canvasOf(surface.stage, '.lsf-strip__canvas');
    const a = regionOf(surface, 'a');
    const edge = (from: number, to: number) =>
      piecesAlong(
        canvas,
        {from: percent(from) + 1, to: percent(to) - 1, y: 0},
        'blue',
      );
    const isHatched = (seconds: number) =>
      colorsAt(canvas, percent(seconds), 20) > 1;
    return {surface, propose, a, edge, isHatched};
  }

  it('are dashed where a region would be and hatched where it would not', async () => {
    const {surface, propose, a, edge, isHatched} = await setup();
    const before = surface.results();
    await propose({
      before: a,
      after: {...a, geometry: {...a.geometry, start: 1, end: 1.6}},
    });
    expect(edge(1, 1.6)).to.be.greaterThan(4);
    expect(isHatched(0.4)).to.be.true;
    expect(isHatched(1.3)).to.be.false;
    expect(surface.results()).to.deep.equal(before);
    await propose();
    expect(edge(1, 1.6)).to.equal(0);
    expect(isHatched(0.4)).to.be.false;
  });

  it('start from where a region has been moved to since', async () => {
    const {surface, propose, a, isHatched} = await setup();
    await propose({before: a, after: null});
    expect(isHatched(0.4)).to.be.true;
    await change(surface, 'a', {...a.geometry, start: 1.4, end: 1.8});
    expect(isHatched(1.6)).to.be.true;
    expect(isHatched(0.4)).to.be.false;
  });

  it('say nothing of a region that is gone since', async () => {
    const {surface, propose, a, edge} = await setup();
    await propose({before: a, after: {...a, results: []}});
    expect(edge(0.2, 0.6)).to.equal(0);
    const moved = {...a, geometry: {...a.geometry, start: 1, end: 1.6}};
    await propose({before: a, after: moved});
    expect(edge(1, 1.6)).to.be.greaterThan(4);
    surface.session.actions.deleteRegion('a');
    await nextFrame();
    expect(edge(1, 1.6)).to.equal(0);
  });

  it('are there when the sound comes after them', async () => {
    const {proposals, propose} = proposing();
    const region = makeRegion(
      {
        id: 'n',
        object: 'audio',
        geometry: {start: 0.5, end: 1.5, channel: 0},
        results: [
          {
            id: 'r',
            fromName: 'label',
            toName: 'audio',
            type: 'labels',
            valueKey: 'labels',
            value: ['Noise'],
          },
        ],
      },
      0,
    );
    await propose({before: null, after: region});
    const {stage} = await renderAudio({proposals});
    const canvas = canvasOf(stage, '.lsf-strip__canvas');
    const line = {from: 30, to: 70, y: 0};
    expect(piecesAlong(canvas, line, 'blue')).to.be.greaterThan(4);
  });
});

describe('proposals on a time series', () => {
  it('are dashed below the legend over all channels', async () => {
    const {proposals, propose} = proposing();
    const surface = await renderSeries({
      regions: [{id: 'a', at: [10, 30], label: 'Rest'}],
      proposals,
    });
    const canvas = canvasOf(surface.stage, '.lsf-strip__canvas');
    const legend = surface.find('.lsf-time-series__legend').clientHeight;
    const y = (100 * (legend + 1)) / surface.stage.clientHeight;
    const percent = (time: number) => (100 * time) / (LENGTH - 1);
    const line = {from: percent(51), to: percent(79), y};
    const a = regionOf(surface, 'a');
    expect(piecesAlong(canvas, line, 'blue')).to.equal(0);
    await propose({
      before: a,
      after: {...a, geometry: {...a.geometry, start: 50, end: 80}},
    });
    expect(piecesAlong(canvas, line, 'blue')).to.be.greaterThan(4);
    expect(colorsAt(canvas, percent(20), 60)).to.be.greaterThan(1);
  });
});

describe('proposals on a video', () => {
  async function setup() {
    const {proposals, propose} = proposing();
    const surface = await renderVideo({
      result: [
        boxResult('box', [keyFrame(1), keyFrame(10, {enabled: false})]),
        rangeResult('range', 5, 12),
      ],
      proposals,
    });
    const ghosts = () =>
      surface.stage.querySelector<HTMLCanvasElement>(
        '.lsf-image__canvas_proposed',
      );
    const timeline = canvasOf(surface.timeline, 'canvas');
    return {surface, propose, ghosts, timeline};
  }

  it('show the boxes of the present frame', async () => {
    const {surface, propose, ghosts} = await setup();
    const box = regionOf(surface, 'box');
    expect(ghosts()).to.be.null;
    const sequence = [
      keyFrame(1, {x: 50, y: 50, width: 40, height: 40}),
      keyFrame(20, {x: 50, y: 50, width: 40, height: 40, enabled: false}),
    ];
    await propose({
      before: box,
      after: {...box, geometry: {...box.geometry, sequence}},
    });
    const line = {from: 55, to: 85, y: 50};
    expect(piecesAlong(ghosts()!, line, 'red')).to.be.greaterThan(3);
    expect(colorsAt(ghosts()!, 15, 15)).to.be.greaterThan(1);
    await surface.goTo(15);
    expect(piecesAlong(ghosts()!, line, 'red')).to.be.greaterThan(3);
    expect(colorsAt(ghosts()!, 15, 15)).to.equal(1);
    await surface.goTo(25);
    expect(ghosts()).to.be.null;
  });

  it('have a row of their own when they would come', async () => {
    const {surface, propose, timeline} = await setup();
    const range = regionOf(surface, 'range');
    const height = surface.timeline.clientHeight;
    const at = (frame: number, row: number) => {
      const {left, top} = timeline.getBoundingClientRect();
      const {x, y} = surface.atFrame(frame, row);
      return {
        x: (100 * (x - left)) / timeline.clientWidth,
        y: (100 * (y - top)) / timeline.clientHeight,
      };
    };
    const added = {
      ...range,
      id: 'n',
      results: regionOf(surface, 'box').results,
    };
    await propose({
      before: null,
      after: {...added, geometry: {ranges: [{start: 15, end: FRAMES}]}},
    });
    expect(surface.timeline.clientHeight).to.be.greaterThan(height);
    const {x: from, y: middle} = at(16, 2);
    const {x: to} = at(FRAMES - 1, 2);
    const edge = 100 * (7 / timeline.clientHeight);
    const line = {from, to, y: middle - edge};
    expect(piecesAlong(timeline, line, 'red')).to.be.greaterThan(5);
    surface.timeline.scrollIntoView({block: 'center'});
    expect(surface.ids()).to.deep.equal(['box', 'range']);
    await propose();
    expect(surface.timeline.clientHeight).to.equal(height);
  });
});

describe('proposals on text', () => {
  const painted = (look: string): readonly string[] =>
    [...CSS.highlights]
      .filter(([name]) => name.includes(`-${look}-`))
      .flatMap(([, highlight]) => [...highlight.keys()])
      .map(({startContainer, startOffset, endOffset}) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      );

  it('are painted in a dialogue', async () => {
    const {proposals, propose} = proposing();
    const surface = await renderSurface(
      `<View>
        <ParagraphLabels name="label" toName="talk">
          <Label value="Claim"/>
        </ParagraphLabels>
        <Paragraphs name="talk" value="$talk" layout="dialogue"/>
      </View>`,
      {
        task: {
          id: 1,
          data: {talk: [{author: 'Ada', text: 'It computes.'}]},
          annotations: [
            {
              id: 1,
              result: [
                {
                  id: 'a',
                  from_name: 'label',
                  to_name: 'talk',
                  type: 'paragraphlabels',
                  value: {
                    start: '0',
                    end: '0',
                    startOffset: 0,
                    endOffset: 2,
                    paragraphlabels: ['Claim'],
                  },
                },
              ],
            },
          ],
        },
        proposals,
      },
    );
    const a = regionOf(surface, 'a');
    const geometry = {...a.geometry, startOffset: 3, endOffset: 11};
    await propose({before: a, after: {...a, geometry}});
    expect(painted('coming')).to.deep.equal(['computes']);
    expect(painted('leaving')).to.deep.equal(['It']);
  });

  it('are painted in a document', async () => {
    const {proposals, propose} = proposing();
    const surface = await renderSurface(
      `<View>
        <HyperTextLabels name="label" toName="page">
          <Label value="Claim"/>
        </HyperTextLabels>
        <HyperText name="page" value="$page"/>
      </View>`,
      {
        task: {
          id: 1,
          data: {page: '<p>It computes.</p>'},
          annotations: [
            {
              id: 1,
              result: [
                {
                  id: 'a',
                  from_name: 'label',
                  to_name: 'page',
                  type: 'hypertextlabels',
                  value: {
                    start: '/p[1]/text()[1]',
                    end: '/p[1]/text()[1]',
                    startOffset: 3,
                    endOffset: 11,
                    globalOffsets: {start: 3, end: 11},
                    hypertextlabels: ['Claim'],
                  },
                },
              ],
            },
          ],
        },
        proposals,
      },
    );
    await propose({before: regionOf(surface, 'a'), after: null});
    expect(painted('leaving')).to.deep.equal(['computes']);
  });
});
