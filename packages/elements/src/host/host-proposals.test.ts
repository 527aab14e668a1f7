import {expect, fixture, html} from '@open-wc/testing';

import type {Operator} from '@ls-annotation/operators';
import {boxRegion, textRegion} from '@ls-annotation/testing';

import '../define/annotation-host.js';
import '../define/operator-tray.js';
import {dialogView} from '../operator-dialog/testing/dialog-page.js';
import {click} from '../surfaces/image/testing/drive-mouse.js';
import {
  boxResult,
  pictureAddress,
  pictureShown,
} from '../surfaces/image/testing/render-image.js';
import {colorsAt, piecesAlong} from '../surfaces/testing/read-canvas.js';
import {nextFrame} from '../surfaces/testing/render-surface.js';

import type {AnnotationHostElement} from './annotation-host.js';
import {span} from './testing/host-fixture.js';

const CONFIG = `
  <View>
    <Labels name="label" toName="text">
      <Label value="PER" background="#1c7ed6"/>
      <Label value="LOC" background="#f59f00"/>
    </Labels>
    <Text name="text" value="$text"/>
    <RectangleLabels name="box" toName="image">
      <Label value="Car" background="#ff0000"/>
    </RectangleLabels>
    <Image name="image" value="$image" width="300"/>
  </View>`;

/** Along the upper edge of the box that would be added. */
const ADDED_TOP = {from: 55, to: 85, y: 50};

const SUGGEST: Operator = {
  name: 'Suggest',
  editsAnnotation: true,
  execute: ({context}) => {
    context.edit((editor) => {
      editor.insertRegion(
        textRegion({id: 'n', start: 15, end: 20, labels: ['LOC']}),
      );
      editor.updateRegion('a', (draft) => {
        draft.results = textRegion({labels: ['LOC']}).results.map(
          (result, index) => ({id: `r${String(index)}`, ...result}),
        );
      });
      editor.removeRegion('b');
      editor.updateRegion('c', (draft) => {
        draft.geometry = {start: 8, end: 11, text: 'Bob'};
      });
      editor.insertRegion(
        boxRegion({id: 'new', x: 50, y: 50, width: 40, height: 40}),
      );
      editor.removeRegion('old');
    });
    return {success: true, message: 'Looked at all of it.'};
  },
};

async function setup() {
  const host = await fixture<AnnotationHostElement>(
    html`<ls-annotation-host
      .config=${CONFIG}
      .task=${{
        id: 1,
        data: {text: 'Ada met Bob in Paris.', image: pictureAddress()},
        annotations: [
          {
            id: 1,
            result: [
              span('a', 0, 3, 'PER'),
              span('b', 4, 7, 'PER'),
              span('c', 8, 14, 'PER'),
              boxResult({id: 'old', at: [5, 10, 30, 40]}),
            ],
          },
        ],
      }}
    ></ls-annotation-host>`,
  );
  await host.displayed;
  const stage = host.querySelector<HTMLElement>('.lsf-image__stage')!;
  await pictureShown(stage);
  host.operators.register(SUGGEST);
  const ghosts = () =>
    stage.querySelector<HTMLCanvasElement>('.lsf-image__canvas_proposed');
  const marks = () =>
    [...host.querySelectorAll('.lsf-richtext__mark_proposed')].map(
      ({textContent}) => textContent,
    );
  return {host, stage, ghosts, marks, before: host.serialize()};
}

/** As a person has it: the operator's dialog, and `Preview` in it. */
async function preview(host: AnnotationHostElement) {
  host.operators.open('Suggest');
  const view = await dialogView(host);
  view.button('Preview').click();
  await view.shows(() => view.names().includes('Apply'));
  await nextFrame();
  return view;
}

/** Texts that are painted in one of the looks of a span. */
function painted(look: string): readonly string[] {
  return [...CSS.highlights]
    .filter(([name]) => name.includes(`-${look}-`))
    .flatMap(([, highlight]) => [...highlight.keys()])
    .map(({startContainer, startOffset, endOffset}) =>
      (startContainer as Text).data.slice(startOffset, endOffset),
    );
}

describe('a dry run in <ls-annotation-host>', () => {
  it('is drawn on the text before anything is changed', async () => {
    const {host, marks, before} = await setup();
    await preview(host);
    expect(painted('coming')).to.have.members(['Ada', 'Bob', 'Paris']);
    expect(painted('leaving')).to.have.members(['met', ' in']);
    expect(marks()).to.have.members([
      'PER → LOC',
      '− PER',
      'PER, changed',
      '+ LOC',
    ]);
    expect(painted('plain')).to.have.members(['Ada', 'met', 'Bob in']);
    expect(host.serialize()).to.deep.equal(before);
    await expect(host).to.be.accessible();
  });

  it('has marks over adjacent words stand side by side', async () => {
    const {host} = await setup();
    await preview(host);
    const marks = [
      ...host.querySelectorAll<HTMLElement>('.lsf-richtext__mark_proposed'),
    ].sort(
      (a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left,
    );
    expect(marks).to.have.length(4);
    for (const [index, mark] of marks.slice(1).entries()) {
      const {right} = marks[index]!.getBoundingClientRect();
      expect(mark.getBoundingClientRect().left).to.be.at.least(right);
    }
    expect(marks[0]!.innerText).to.equal('→ LOC');
  });

  it('is drawn on the picture with dashes, what would go hatched', async () => {
    const {host, ghosts, before} = await setup();
    expect(ghosts()).to.be.null;
    await preview(host);
    const canvas = ghosts()!;
    expect(piecesAlong(canvas, ADDED_TOP, 'red')).to.be.greaterThan(5);
    expect(colorsAt(canvas, 65, 65)).to.equal(1);
    expect(colorsAt(canvas, 15, 25)).to.be.greaterThan(1);
    expect(host.serialize()).to.deep.equal(before);
  });

  it('leaves nothing drawn when it is discarded', async () => {
    const {host, ghosts, marks, before} = await setup();
    const view = await preview(host);
    view.button('Discard').click();
    await nextFrame();
    expect([...painted('coming'), ...painted('leaving')]).to.be.empty;
    expect(marks()).to.be.empty;
    expect(ghosts()).to.be.null;
    expect(host.serialize()).to.deep.equal(before);
  });

  it('is drawn as what it has become when it is applied', async () => {
    const {host, stage, ghosts, marks} = await setup();
    const view = await preview(host);
    view.button('Apply').click();
    await nextFrame();
    expect([...painted('coming'), ...painted('leaving')]).to.be.empty;
    expect(painted('plain')).to.have.members(['Ada', 'Bob', 'Paris']);
    expect(marks()).to.be.empty;
    expect(ghosts()).to.be.null;
    expect(
      piecesAlong(stage.querySelector('canvas')!, ADDED_TOP, 'red'),
    ).to.equal(1);
    expect(host.serialize().map(({id}) => id)).to.have.members([
      'a',
      'c',
      'n',
      'new',
    ]);
  });

  it('cannot be selected where it is drawn', async () => {
    const {host, stage} = await setup();
    await host.operators.preview('Suggest');
    await nextFrame();
    stage.scrollIntoView({block: 'center'});
    const {left, top, width, height} = stage.getBoundingClientRect();
    const {annotationId = ''} = host.session.scope ?? {};
    const selected = () => host.store.annotation(annotationId).selection;
    await click({x: left + width * 0.2, y: top + height * 0.3});
    expect(selected()).to.deep.equal(['old']);
    await click({x: left + width * 0.7, y: top + height * 0.7});
    expect(selected()).to.be.empty;
  });

  it('goes with the display', async () => {
    const {host, marks} = await setup();
    await host.operators.preview('Suggest');
    await nextFrame();
    expect(marks()).to.have.length(4);
    host.task = {id: 2, data: {text: 'Ada met Bob in Paris.', image: ''}};
    await host.displayed;
    await nextFrame();
    expect(host.operators.proposals).to.be.empty;
    expect([...painted('coming'), ...painted('leaving')]).to.be.empty;
    expect(marks()).to.be.empty;
  });
});
