import {expect} from '@open-wc/testing';

import {
  compatSession,
  describeMembers,
  instanceOf,
  type CompatSession,
} from '@ls-annotation/testing';

import {ImageRegionView} from '../views/image-region-view.js';
import type {ObjectView} from '../views/object-view.js';
import type {RegionView} from '../views/region-view.js';
import {
  ParagraphsRegionView,
  TextRegionView,
} from '../views/text-region-view.js';
import {
  TimelineRegionView,
  VideoRegionView,
} from '../views/video-region-view.js';

const setup = (): CompatSession => compatSession();
const close = ({session}: CompatSession): void => {
  session.close();
};

describe('region.type (§5.1)', () => {
  const types = {
    r1: 'richtextregion',
    b1: 'rectangleregion',
    e1: 'ellipseregion',
    p1: 'polygonregion',
    k1: 'keypointregion',
    m1: 'brushregion',
    v1: 'videorectangleregion',
    l1: 'timelineregion',
    a1: 'audioregion',
    q1: 'textrange',
    c1: '',
  };
  for (const [id, type] of Object.entries(types)) {
    it(`is ${type || 'empty'} for ${id}`, () => {
      const shown = setup();
      expect(shown.region(id).type).to.equal(type);
      close(shown);
    });
  }
});

/** Members of the kinds of region: reference §5.1 and §5.2. */
describeMembers<TextRegionView, CompatSession>('a richtextregion', {
  setup,
  close,
  reach: ({region}) => instanceOf(TextRegionView, region('r1')),
  rows: [
    [
      'start',
      'string',
      ({start}) => {
        expect(start).to.equal('');
      },
    ],
    [
      'end',
      'string',
      ({end}) => {
        expect(end).to.equal('');
      },
    ],
    [
      'startOffset',
      'number',
      ({startOffset, endOffset}) => {
        expect([startOffset, endOffset]).to.deep.equal([0, 3]);
      },
    ],
    [
      'endOffset',
      'number',
      ({endOffset}) => {
        expect(endOffset).to.equal(3);
      },
    ],
    [
      'text',
      'string',
      ({text}) => {
        expect(text).to.equal('one');
      },
    ],
    [
      'isText',
      'boolean',
      ({isText}) => {
        expect(isText).to.equal(true);
      },
    ],
    [
      'globalOffsets',
      'object',
      ({globalOffsets}) => {
        expect(globalOffsets).to.include({start: 0, end: 3, calculated: true});
        expect(globalOffsets?.serialized).to.deep.equal({start: 0, end: 3});
      },
    ],
    [
      'updateGlobalOffsets',
      'function',
      (region, {session}) => {
        region.updateGlobalOffsets(4, 7);
        expect(region.globalOffsets).to.include({start: 4, end: 7});
        expect(session.serialize()[0]?.value).to.include({start: 4, end: 7});
      },
    ],
    [
      'updateTextOffsets',
      'function',
      (region) => {
        region.updateTextOffsets(4, 7);
        expect(region).to.include({startOffset: 4, endOffset: 7});
      },
    ],
    [
      'initRangeAndOffsets',
      'function',
      (region) => {
        region.initRangeAndOffsets();
        expect(region.globalOffsets).to.include({start: 0, end: 3});
      },
    ],
    [
      'applyHighlight',
      'function',
      (region) => {
        expect(region.applyHighlight()).to.equal(undefined);
      },
    ],
    [
      'updateHighlightedText',
      'function',
      (region, {annotation, tag}) => {
        const value = {labels: ['PER']};
        const span = {start: 4, end: 7};
        const made = annotation.createResult(span, value, tag('label'), 'text');
        instanceOf(TextRegionView, made).updateHighlightedText();
        expect(made.text).to.equal('two');
        region.updateHighlightedText();
        expect(region.text).to.equal('one');
      },
    ],
    [
      'updateSpans',
      'function',
      (region) => {
        expect(region.updateSpans()).to.equal(undefined);
      },
    ],
    [
      'getRegionElement',
      'function',
      (region, {tag}) => {
        expect(region.getRegionElement()).to.equal(undefined);
        const spans = [{}, {}];
        tag<ObjectView>('text').surface = {
          regionElements: (id) => (id === 'r1' ? spans : []),
        };
        expect(region.getRegionElement()).to.equal(spans[0]);
        expect(region._spans).to.deep.equal(spans);
      },
    ],
    [
      '_spans',
      ['array', 'undefined'],
      (region, {tag}) => {
        expect(region._spans).to.equal(undefined);
        const spans = [{}, {}];
        tag<ObjectView>('text').surface = {regionElements: () => spans};
        expect(region._spans).to.deep.equal(spans);
        expect(region.applyHighlight()).to.deep.equal(spans);
      },
    ],
  ],
  absent: ['setText', 'canvasX', 'getShape', 'bboxCoords', 'setPosition'],
});

describeMembers<ParagraphsRegionView, CompatSession>('a textrange', {
  setup,
  close,
  reach: ({region}) => instanceOf(ParagraphsRegionView, region('q1')),
  rows: [
    [
      'start',
      'string',
      ({start, end}) => {
        expect([start, end]).to.deep.equal(['0', '0']);
      },
    ],
    [
      'end',
      'string',
      ({end}, {region}) => {
        expect(end).to.equal('0');
        expect(region('q1').serialize()[0]?.value?.end).to.equal('0');
      },
    ],
    [
      'startOffset',
      'number',
      ({startOffset}) => {
        expect(startOffset).to.equal(0);
      },
    ],
    [
      'endOffset',
      'number',
      ({endOffset}) => {
        expect(endOffset).to.equal(2);
      },
    ],
    [
      'text',
      'string',
      ({text}) => {
        expect(text).to.equal('Hi');
      },
    ],
    [
      'setText',
      'function',
      (region) => {
        region.setText('Hey');
        expect(region.text).to.equal('Hey');
      },
    ],
  ],
});

describeMembers<ImageRegionView, CompatSession>('a rectangleregion', {
  setup,
  close,
  reach: ({region, tag}) => {
    tag<ObjectView>('img').surface = {
      stageSize: () => ({width: 400, height: 200}),
      naturalSize: () => ({width: 200, height: 100}),
    };
    return instanceOf(ImageRegionView, region('b1'));
  },
  rows: [
    [
      'x',
      'number',
      ({x, y, width, height, rotation}) => {
        expect([x, y, width, height, rotation]).to.deep.equal([
          10, 20, 30, 40, 0,
        ]);
      },
    ],
    [
      'y',
      'number',
      (region) => {
        expect(region.y).to.equal(20);
        region.setPositionInternal(1, 2, 3, 4);
        expect(region.y).to.equal(2);
      },
    ],
    [
      'width',
      'number',
      (region) => {
        expect(region.width).to.equal(30);
        region.setPositionInternal(1, 2, 3, 4);
        expect(region.serialize()[0]?.value).to.include({width: 3});
      },
    ],
    [
      'height',
      'number',
      (region) => {
        expect(region.height).to.equal(40);
        region.setPositionInternal(1, 2, 3, 4);
        expect(region.serialize()[0]?.value).to.include({height: 4});
      },
    ],
    [
      'rotation',
      'number',
      (region) => {
        expect(region.rotation).to.equal(0);
        region.setPositionInternal(1, 2, 3, 4, -30);
        expect(region.rotation).to.equal(330);
      },
    ],
    [
      'canvasX',
      'number',
      ({canvasX}) => {
        expect(canvasX).to.equal(40);
      },
    ],
    [
      'canvasY',
      'number',
      ({canvasY}) => {
        expect(canvasY).to.equal(40);
      },
    ],
    [
      'canvasWidth',
      'number',
      ({canvasWidth}) => {
        expect(canvasWidth).to.equal(120);
      },
    ],
    [
      'canvasHeight',
      'number',
      ({canvasHeight}, {region, tag}) => {
        expect(canvasHeight).to.equal(80);
        tag<ObjectView>('img').surface = null;
        expect(instanceOf(ImageRegionView, region('b1')).canvasHeight).to.equal(
          40,
        );
      },
    ],
    [
      'relativeX',
      'number',
      ({relativeX, relativeY}) => {
        expect([relativeX, relativeY]).to.deep.equal([10, 20]);
      },
    ],
    [
      'relativeY',
      'number',
      (region) => {
        region.setPosition(0, 100, 10, 10);
        expect(region.relativeY).to.equal(50);
      },
    ],
    [
      'relativeWidth',
      'number',
      ({relativeWidth, relativeHeight}) => {
        expect([relativeWidth, relativeHeight]).to.deep.equal([30, 40]);
      },
    ],
    [
      'relativeHeight',
      'number',
      (region) => {
        region.setPosition(0, 0, 10, 100);
        expect(region.relativeHeight).to.equal(50);
      },
    ],
    [
      'bboxCoords',
      'object',
      (region) => {
        expect(region.bboxCoords).to.deep.equal({
          ...{left: 10, top: 20, right: 40, bottom: 60},
        });
        region.setPositionInternal(50, 50, 10, 20, 90);
        const {left, top, right, bottom} = region.bboxCoords!;
        expect(left).to.be.closeTo(40, 1e-9);
        expect(right).to.be.closeTo(50, 1e-9);
        expect(top).to.be.closeTo(50, 1e-9);
        expect(bottom).to.be.closeTo(70, 1e-9);
      },
    ],
    [
      'bboxCoordsCanvas',
      'object',
      ({bboxCoordsCanvas}) => {
        expect(bboxCoordsCanvas).to.deep.equal({
          ...{left: 40, top: 40, right: 160, bottom: 120},
        });
      },
    ],
    [
      'setPosition',
      'function',
      (region, {session}) => {
        region.setPosition(40, 20, 80, 40, -90);
        expect(region).to.include({x: 10, y: 10, width: 20, height: 20});
        expect(region.rotation).to.equal(270);
        session.undo();
        expect(region.width).to.equal(30);
      },
    ],
    [
      'setPositionInternal',
      'function',
      (region) => {
        region.setPositionInternal(1, 2, 3, 4, 5);
        expect(region).to.include({x: 1, y: 2, width: 3, height: 4});
      },
    ],
  ],
  absent: ['setText', 'getShape', 'updateGlobalOffsets', '_spans'],
});

describe('bboxCoords', () => {
  const boxes = {
    e1: {left: 40, top: 30, right: 60, bottom: 70},
    p1: {left: 10, top: 10, right: 20, bottom: 30},
    k1: {left: 4, top: 5, right: 6, bottom: 7},
    m1: undefined,
  };
  for (const [id, box] of Object.entries(boxes)) {
    it(`is what lies around ${id}`, () => {
      const shown = setup();
      const region = instanceOf(ImageRegionView, shown.region(id));
      expect(region.bboxCoords).to.deep.equal(box);
      close(shown);
    });
  }
});

const SHAPES: readonly (readonly [
  id: string,
  members: Readonly<Record<string, unknown>>,
])[] = [
  ['e1', {x: 50, y: 50, radiusX: 10, radiusY: 20, rotation: 0}],
  ['p1', {closed: true, isDrawing: false}],
  ['k1', {x: 5, y: 6, width: 1}],
  ['m1', {maskDataURL: undefined}],
  ['a1', {start: 1, end: 2.5, channel: 0}],
];

describe('value fields (§5.1)', () => {
  for (const [id, members] of SHAPES) {
    it(`are on ${id}`, () => {
      const shown = setup();
      for (const [name, value] of Object.entries(members)) {
        const found: unknown = Reflect.get(shown.region(id), name);
        expect(found, name).to.equal(value);
      }
      close(shown);
    });
  }

  it('are lists where there are several', () => {
    const shown = setup();
    const {region} = shown;
    expect(region('p1').points?.[1]).to.deep.equal({x: 20, y: 10});
    expect(region('m1').rle).to.deep.equal([1, 2]);
    expect(region('m1').touches).to.deep.equal([]);
    expect(region('v1').sequence).to.have.length(2);
    expect(region('l1').ranges).to.deep.equal([{start: 2, end: 5}]);
    close(shown);
  });
});

describeMembers<VideoRegionView, CompatSession>('a videorectangleregion', {
  setup,
  close,
  reach: ({region}) => instanceOf(VideoRegionView, region('v1')),
  rows: [
    [
      'sequence',
      'array',
      ({sequence}) => {
        expect(sequence).to.have.length(2);
      },
    ],
    [
      'getShape',
      'function',
      (region) => {
        expect(region.getShape(6)?.x).to.equal(10);
        expect(region.getShape(50)?.x).to.equal(20);
        expect(region.getShape(0)).to.equal(null);
      },
    ],
    [
      'updateShape',
      'function',
      (region) => {
        region.updateShape({x: 50}, 6);
        expect(region.sequence?.[1]).to.deep.include({
          ...{frame: 6, enabled: true, x: 50, width: 10, time: 0.6},
        });
        region.updateShape({x: 60}, 6);
        expect(region.sequence).to.have.length(3);
        expect(region.getShape(6)?.x).to.equal(60);
      },
    ],
    [
      'addKeypoint',
      'function',
      (region) => {
        region.addKeypoint(6);
        expect(region.sequence?.[1]).to.include({frame: 6, x: 10});
      },
    ],
    [
      'removeKeypoint',
      'function',
      (region) => {
        region.removeKeypoint(11);
        expect(region.sequence).to.have.length(1);
      },
    ],
    [
      'toggleLifespan',
      'function',
      (region) => {
        region.toggleLifespan(11);
        expect(region.isInLifespan(20)).to.equal(false);
        region.toggleLifespan(11);
        expect(region.isInLifespan(20)).to.equal(true);
      },
    ],
  ],
});

describeMembers<TimelineRegionView, CompatSession>('a timelineregion', {
  setup,
  close,
  reach: ({region}) => instanceOf(TimelineRegionView, region('l1')),
  rows: [
    [
      'ranges',
      'array',
      ({ranges}) => {
        expect(ranges).to.deep.equal([{start: 2, end: 5}]);
      },
    ],
    [
      'sequence',
      'array',
      ({sequence}) => {
        expect(sequence).to.deep.equal([
          {frame: 2, enabled: true},
          {frame: 5, enabled: false},
        ]);
      },
    ],
    [
      'setRange',
      'function',
      (region) => {
        region.setRange([9, 7]);
        expect(region.ranges).to.deep.equal([{start: 7, end: 9}]);
      },
    ],
  ],
});

describe('a region of a text that a plugin makes with paths', () => {
  it('gets its offsets with initRangeAndOffsets(), and keeps its paths', () => {
    const shown = setup();
    const {annotation, tag} = shown;
    const path = '/span[1]/text()[1]';
    const made: RegionView = annotation.createResult(
      {start: path, end: path, startOffset: 4, endOffset: 7, text: 'two'},
      {labels: ['PER']},
      tag('label'),
      'text',
    );
    instanceOf(TextRegionView, made).initRangeAndOffsets();
    expect(made.globalOffsets).to.include({start: 4, end: 7});
    expect(made).to.include({isText: false, start: path});
    close(shown);
  });
});
