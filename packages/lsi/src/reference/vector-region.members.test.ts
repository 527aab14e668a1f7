import {expect} from '@open-wc/testing';

import {
  describeMembers,
  instanceOf,
  labelingSession,
  type ShownSession,
} from '@ls-annotation/testing';

import {VectorRegionView} from '../views/vector-region-view.js';

const XML = `<View>
  <Image name="img" value="$img"/>
  <VectorLabels name="path" toName="img" closable="true" minPoints="3"
    maxPoints="4"><Label value="Road"/></VectorLabels>
</View>`;

const VERTICES = [
  {id: 'a', x: 10, y: 20, prevPointId: null, isBezier: false},
  {
    ...{id: 'b', x: 30, y: 60, prevPointId: 'a', isBezier: true},
    controlPoint1: {x: 12, y: 40},
    controlPoint2: {x: 34, y: 70},
  },
];

const RESULT = {
  id: 'v',
  from_name: 'path',
  to_name: 'img',
  type: 'vectorlabels',
  value: {vertices: VERTICES, closed: false, vectorlabels: ['Road']},
  ...{original_width: 200, original_height: 100, image_rotation: 0},
};

function setup(): ShownSession {
  return labelingSession({
    xml: XML,
    task: {
      id: 1,
      data: {img: 'a.png'},
      annotations: [{id: 5, result: [RESULT]}],
    },
  });
}

function reach({session}: ShownSession): VectorRegionView {
  return instanceOf(VectorRegionView, session.annotation?.areas.get('v'));
}

/** A path of a picture: reference §5.1, and the source where that is silent. */
describeMembers<VectorRegionView, ShownSession>('a vectorregion', {
  setup,
  reach,
  close: ({session}) => {
    session.close();
  },
  rows: [
    [
      'type',
      'string',
      ({type}) => {
        expect(type).to.equal('vectorregion');
      },
    ],
    [
      'vertices',
      'array',
      (region, {session}) => {
        expect(region.vertices[0]).to.deep.equal({
          ...{id: 'a', x: 20, y: 20, prevPointId: null, isBezier: false},
        });
        expect(region.vertices[1]).to.deep.include({
          controlPoint1: {x: 24, y: 40},
          controlPoint2: {x: 68, y: 70},
        });
        expect(session.serialize()[0]?.value?.vertices).to.deep.equal(VERTICES);
      },
    ],
    [
      'closed',
      'boolean',
      (region) => {
        expect(region.closed).to.equal(false);
        region.onPathClosedChange(true);
        expect(region.closed).to.equal(true);
      },
    ],
    [
      'isDrawing',
      'boolean',
      (region) => {
        expect(region.isDrawing).to.equal(false);
        region.setDrawing(true);
        expect(region).to.include({isDrawing: true, isCompleted: false});
      },
    ],
    [
      'x',
      'number',
      ({x}) => {
        expect(x).to.equal(10);
      },
    ],
    [
      'y',
      'number',
      ({y}) => {
        expect(y).to.equal(20);
      },
    ],
    [
      'bbox',
      'object',
      ({bbox}) => {
        expect(bbox).to.deep.equal({left: 20, top: 20, right: 60, bottom: 60});
      },
    ],
    [
      'bboxCoords',
      'object',
      ({bboxCoords}) => {
        expect(bboxCoords).to.deep.equal({
          ...{left: 10, top: 20, right: 30, bottom: 60},
        });
      },
    ],
    [
      'control',
      'object',
      ({control}, {session}) => {
        expect(control).to.equal(session.annotation?.names.get('path'));
      },
    ],
    [
      'closable',
      'boolean',
      ({closable}) => {
        expect(closable).to.equal(true);
      },
    ],
    [
      'minPoints',
      ['number', 'undefined'],
      ({minPoints}) => {
        expect(minPoints).to.equal(3);
      },
    ],
    [
      'maxPoints',
      ['number', 'undefined'],
      ({maxPoints}) => {
        expect(maxPoints).to.equal(4);
      },
    ],
    [
      'incomplete',
      'boolean',
      (region) => {
        region.onPathClosedChange(true);
        expect(region.incomplete).to.equal(true);
        region.onPathClosedChange(false);
        region.addPoint(50, 50);
        expect(region.incomplete).to.equal(true);
        region.onPathClosedChange(true);
        expect(region.incomplete).to.equal(false);
      },
    ],
    [
      'finished',
      'boolean',
      (region) => {
        region.addPoint(50, 50);
        expect(region.finished).to.equal(false);
        region.closePoly();
        expect(region.finished).to.equal(true);
      },
    ],
    [
      'atMaxLength',
      'boolean',
      (region) => {
        region.addPoint(50, 50);
        expect(region.atMaxLength).to.equal(false);
        region.addPoint(60, 50);
        expect(region.atMaxLength).to.equal(true);
      },
    ],
    [
      'addPoint',
      'function',
      (region, {session}) => {
        expect(region.addPoint(50, 80)).to.equal(true);
        const [, , added] = region.vertices;
        expect(added).to.include({x: 100, y: 80, prevPointId: 'b'});
        expect(added?.id).to.match(/^[A-Za-z0-9_-]+$/);
        session.undo();
        expect(region.vertices).to.have.length(2);
        region.closePoly();
        expect(region.addPoint(50, 80)).to.equal(false);
        expect(region.vertices).to.have.length(2);
      },
    ],
    [
      'updatePointsFromKonvaVector',
      'function',
      (region, {session}) => {
        const [first, second] = region.vertices;
        region.updatePointsFromKonvaVector([{...first!, x: 100}, second!]);
        expect(region.vertices[0]?.x).to.equal(100);
        expect(session.serialize()[0]?.value?.vertices).to.deep.equal([
          {...VERTICES[0], x: 50},
          VERTICES[1],
        ]);
      },
    ],
    [
      'imageToRelativeCoords',
      'function',
      (region) => {
        expect(region.imageToRelativeCoords()).to.deep.equal(VERTICES);
      },
    ],
    [
      'closePoly',
      'function',
      (region) => {
        region.closePoly();
        expect(region.closed).to.equal(true);
      },
    ],
    [
      'onPathClosedChange',
      'function',
      (region, {session}) => {
        region.onPathClosedChange(true);
        expect(session.serialize()[0]?.value?.closed).to.equal(true);
      },
    ],
    [
      'transformMode',
      'boolean',
      (region) => {
        expect(region.transformMode).to.equal(false);
        region.toggleTransformMode();
        expect(region.transformMode).to.equal(true);
      },
    ],
    [
      'setTransformMode',
      'function',
      (region) => {
        region.setTransformMode(true);
        expect(region.transformMode).to.equal(true);
      },
    ],
    [
      'toggleTransformMode',
      'function',
      (region) => {
        region.toggleTransformMode();
        region.toggleTransformMode();
        expect(region.transformMode).to.equal(false);
      },
    ],
  ],
  absent: ['then', 'setText', 'getShape', 'imageToInternal'],
});

describe('a vectorregion of a control without limits', () => {
  it('is finished when a person says so, and stays open', () => {
    const shown = labelingSession({
      xml: `<View><Image name="img" value="$img"/>
        <Vector name="path" toName="img"/></View>`,
      task: {
        id: 1,
        data: {img: 'a.png'},
        annotations: [
          {
            id: 5,
            result: [
              {
                ...{id: 'v', from_name: 'path', to_name: 'img'},
                type: 'vector',
                value: {vertices: VERTICES, closed: false},
              },
            ],
          },
        ],
      },
    });
    const region = reach(shown);
    expect(region).to.include({minPoints: undefined, maxPoints: undefined});
    expect(region).to.include({incomplete: false, finished: false});
    region.closePoly();
    expect(region.closed).to.equal(false);
    expect(region.vertices[0], 'percent').to.include({x: 10, y: 20});
    shown.session.close();
  });
});
