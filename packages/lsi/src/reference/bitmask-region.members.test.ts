import {expect} from '@open-wc/testing';

import {
  describeMembers,
  instanceOf,
  labelingSession,
  type ShownSession,
} from '@ls-annotation/testing';

import {BitmaskRegionView} from '../views/bitmask-region-view.js';
import type {ObjectView} from '../views/object-view.js';

const MASK = 'data:image/png;base64,iVBORw0KGgo=';
const OTHER = 'data:image/png;base64,iVBORw0KGgp=';

function setup(): ShownSession {
  return labelingSession({
    xml: `<View>
      <Image name="img" value="$img"/>
      <BitmaskLabels name="mask" toName="img"><Label value="Car"/></BitmaskLabels>
    </View>`,
    task: {
      id: 1,
      data: {img: 'a.png'},
      annotations: [
        {
          id: 5,
          result: [
            {
              ...{id: 'm', from_name: 'mask', to_name: 'img'},
              type: 'bitmasklabels',
              value: {imageDataURL: MASK, bitmasklabels: ['Car']},
              ...{original_width: 200, original_height: 100},
            },
          ],
        },
      ],
    },
  });
}

/** A mask: reference §5.1, and the source where that is silent. */
describeMembers<BitmaskRegionView, ShownSession>('a bitmaskregion', {
  setup,
  reach: ({session}) =>
    instanceOf(BitmaskRegionView, session.annotation?.areas.get('m')),
  close: ({session}) => {
    session.close();
  },
  rows: [
    [
      'type',
      'string',
      ({type, labels}) => {
        expect(type).to.equal('bitmaskregion');
        expect(labels).to.deep.equal(['Car']);
      },
    ],
    [
      'imageDataURL',
      'string',
      (region, {session}) => {
        expect(region.imageDataURL).to.equal(MASK);
        expect(session.serialize()[0]?.value).to.deep.equal({
          imageDataURL: MASK,
          bitmasklabels: ['Car'],
        });
      },
    ],
    [
      'setImageDataURL',
      'function',
      (region, {session}) => {
        region.setImageDataURL(OTHER);
        expect(session.serialize()[0]?.value?.imageDataURL).to.equal(OTHER);
        session.undo();
        expect(region.imageDataURL).to.equal(MASK);
      },
    ],
    [
      'getImageDataURL',
      'function',
      (region) => {
        expect(region.getImageDataURL()).to.equal(MASK);
        region.setImageDataURL(OTHER);
        expect(region.getImageDataURL()).to.equal(OTHER);
      },
    ],
    [
      'opacity',
      'number',
      ({opacity}) => {
        expect(opacity).to.equal(0.6);
      },
    ],
    [
      'dimensions',
      'object',
      (region, {session}) => {
        const image = session.annotation?.names.get('img') as ObjectView;
        image.surface = {stageSize: () => ({width: 50, height: 25})};
        expect(region.dimensions).to.deep.equal({
          ...{stageWidth: 50, stageHeight: 25},
          ...{imageWidth: 200, imageHeight: 100},
        });
      },
    ],
    [
      'control',
      'object',
      ({control}, {session}) => {
        expect(control).to.equal(session.annotation?.names.get('mask'));
      },
    ],
    [
      'bboxCoords',
      'undefined',
      ({bboxCoords}) => {
        expect(bboxCoords, 'a mask is not looked into').to.equal(undefined);
      },
    ],
  ],
  absent: ['then', 'setText', 'getShape', 'vertexOf'],
});
