import {expect} from '@open-wc/testing';

import {
  areaOf,
  boundsOf,
  boxBetween,
  boxContains,
  boxToPercent,
  boxToPixels,
  centerOf,
  cornersOf,
  fromLocal,
  normalDegrees,
  readBox,
  toLocal,
  turnOf,
} from './box.js';
import type {Box} from './box.js';
import type {Point} from './geometry.js';

const IMAGE = {width: 400, height: 200};

function box(overrides: Partial<Box> = {}): Box {
  return {x: 10, y: 20, width: 30, height: 40, rotation: 0, ...overrides};
}

function expectPoint(actual: Point, x: number, y: number): void {
  expect(actual.x).to.be.closeTo(x, 1e-9);
  expect(actual.y).to.be.closeTo(y, 1e-9);
}

describe('Box', () => {
  describe('turnOf()', () => {
    it('is exact at quarter turns', () => {
      expect(turnOf(90)).to.deep.equal({cos: 0, sin: 1});
      expect(turnOf(-90)).to.deep.equal({cos: 0, sin: -1});
      expect(turnOf(540)).to.deep.equal({cos: -1, sin: 0});
    });
  });

  describe('normalDegrees()', () => {
    it('answers from 0 to below 360', () => {
      expect(normalDegrees(-30)).to.equal(330);
      expect(normalDegrees(360)).to.equal(0);
      expect(normalDegrees(725)).to.equal(5);
    });

    it('has no negative zero', () => {
      expect(Object.is(normalDegrees(-360), 0)).to.equal(true);
    });
  });

  describe('cornersOf()', () => {
    it('goes clockwise from the top-left corner', () => {
      expect(cornersOf(box())).to.deep.equal([
        {x: 10, y: 20},
        {x: 40, y: 20},
        {x: 40, y: 60},
        {x: 10, y: 60},
      ]);
    });

    it('turns clockwise around the top-left corner', () => {
      const [first, second, third, fourth] = cornersOf(box({rotation: 90}));
      expectPoint(first, 10, 20);
      expectPoint(second, 10, 50);
      expectPoint(third, -30, 50);
      expectPoint(fourth, -30, 20);
    });
  });

  describe('boundsOf()', () => {
    it('is the box itself when it is not turned', () => {
      expect(boundsOf(box())).to.deep.equal({
        minX: 10,
        minY: 20,
        maxX: 40,
        maxY: 60,
      });
    });

    it('holds every corner of a turned box', () => {
      const {minX, minY, maxX, maxY} = boundsOf(
        box({x: 0, y: 0, width: 10, height: 10, rotation: 45}),
      );
      const half = Math.SQRT1_2 * 10;
      expect(minX).to.be.closeTo(-half, 1e-9);
      expect(maxX).to.be.closeTo(half, 1e-9);
      expect(minY).to.be.closeTo(0, 1e-9);
      expect(maxY).to.be.closeTo(2 * half, 1e-9);
    });
  });

  describe('toLocal()', () => {
    it('is undone by fromLocal() at any rotation', () => {
      for (const rotation of [0, 17, 90, 133.5, 270, 359]) {
        const turned = box({rotation});
        const {x, y} = fromLocal(turned, toLocal(turned, {x: 71, y: -5}));
        expectPoint({x, y}, 71, -5);
      }
    });
  });

  describe('boxContains()', () => {
    it('counts the sides in', () => {
      expect(boxContains(box(), {x: 10, y: 20})).to.equal(true);
      expect(boxContains(box(), {x: 40, y: 60})).to.equal(true);
      expect(boxContains(box(), {x: 40.1, y: 60})).to.equal(false);
    });

    it('counts in what is within the tolerance', () => {
      expect(boxContains(box(), {x: 42, y: 60}, 2)).to.equal(true);
      expect(boxContains(box(), {x: 43, y: 60}, 2)).to.equal(false);
    });

    it('leaves out the corners of the bounds of a turned box', () => {
      const diamond = box({x: 50, y: 0, width: 50, height: 50, rotation: 45});
      expect(boxContains(diamond, {x: 50, y: 35})).to.equal(true);
      expect(boxContains(diamond, {x: 20, y: 5})).to.equal(false);
    });
  });

  describe('centerOf() and areaOf()', () => {
    it('follow the rotation and do not follow it', () => {
      const center = centerOf(box({rotation: 90}));
      expectPoint(center, -10, 35);
      expect(areaOf(box({rotation: 90}))).to.equal(1200);
    });
  });

  describe('boxBetween()', () => {
    it('takes the corners in any order', () => {
      const expected = box({x: 1, y: 2, width: 3, height: 4});
      expect(boxBetween({x: 1, y: 2}, {x: 4, y: 6})).to.deep.equal(expected);
      expect(boxBetween({x: 4, y: 2}, {x: 1, y: 6})).to.deep.equal(expected);
      expect(boxBetween({x: 4, y: 6}, {x: 1, y: 2})).to.deep.equal(expected);
    });
  });

  describe('boxToPixels()', () => {
    it('is percent of the natural image side, each axis by itself', () => {
      expect(
        boxToPixels(box({x: 50, y: 50, width: 25, height: 10}), IMAGE),
      ).to.deep.equal(box({x: 200, y: 100, width: 100, height: 20}));
    });

    it('is undone by boxToPercent()', () => {
      const percent = box({x: 13.2, y: 34.7, width: 39.6, rotation: 12});
      const back = boxToPercent(boxToPixels(percent, IMAGE), IMAGE);
      for (const key of ['x', 'y', 'width', 'height', 'rotation'] as const) {
        expect(back[key]).to.be.closeTo(percent[key], 1e-9);
      }
    });
  });

  describe('readBox()', () => {
    it('takes an absent rotation as none', () => {
      expect(readBox({x: 1, y: 2, width: 3, height: 4})).to.deep.equal(
        box({x: 1, y: 2, width: 3, height: 4}),
      );
    });

    it('answers null for what is no rectangle', () => {
      expect(readBox({x: 1, y: 2, width: 3})).to.equal(null);
      expect(readBox({points: [[1, 2]]})).to.equal(null);
      expect(readBox({x: NaN, y: 2, width: 3, height: 4})).to.equal(null);
      expect(readBox({x: '1', y: 2, width: 3, height: 4})).to.equal(null);
    });
  });
});
