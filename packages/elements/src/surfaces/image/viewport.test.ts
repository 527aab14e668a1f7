import {expect} from '@open-wc/testing';

import {
  BLANK_VIEW,
  fitScale,
  invert,
  mapPoint,
  overflows,
  panBy,
  resetZoom,
  shiftToImage,
  toImage,
  toStage,
  visibleBounds,
  withStage,
  withTurn,
  zoomAt,
} from './viewport.js';
import type {QuarterTurn, Viewport} from './viewport.js';

const TURNS: readonly QuarterTurn[] = [0, 90, 180, 270];

function view(overrides: Partial<Viewport> = {}): Viewport {
  const blank = {
    ...BLANK_VIEW,
    image: {width: 400, height: 200},
    stage: {width: 800, height: 400},
    ...overrides,
  };
  return overrides.scale === undefined ? resetZoom(blank, 'fit') : blank;
}

describe('Viewport', () => {
  describe('toImage()', () => {
    it('is undone by toStage() in every quarter turn and zoom', () => {
      for (const turn of TURNS) {
        for (const scale of [0.3, 1, 7]) {
          const seen = view({turn, scale, x: -31, y: 12});
          const there = toStage(seen, toImage(seen, {x: 123, y: 45}));
          expect(there.x).to.be.closeTo(123, 1e-9);
          expect(there.y).to.be.closeTo(45, 1e-9);
        }
      }
    });
  });

  describe('matrixOf()', () => {
    it('shows the corner that each quarter turn brings to the top left', () => {
      const corners = {
        0: {x: 0, y: 0},
        90: {x: 0, y: 200},
        180: {x: 400, y: 200},
        270: {x: 400, y: 0},
      };
      for (const turn of TURNS) {
        const seen = view({turn, scale: 2, x: 5, y: 7});
        expect(toStage(seen, corners[turn])).to.deep.equal({x: 5, y: 7});
      }
    });

    it('turns clockwise', () => {
      const seen = view({turn: 90, scale: 1});
      const from = toStage(seen, {x: 0, y: 0});
      const right = toStage(seen, {x: 10, y: 0});
      expect(right.x - from.x).to.equal(0);
      expect(right.y - from.y).to.equal(10);
    });
  });

  describe('invert()', () => {
    it('undoes any matrix that does not flatten', () => {
      const matrix = {a: 2, b: 0.5, c: -1, d: 3, e: 10, f: -4};
      const {x, y} = mapPoint(invert(matrix), mapPoint(matrix, {x: 3, y: 9}));
      expect(x).to.be.closeTo(3, 1e-9);
      expect(y).to.be.closeTo(9, 1e-9);
    });
  });

  describe('resetZoom()', () => {
    it('fits the whole picture', () => {
      expect(
        resetZoom(view({stage: {width: 800, height: 100}}), 'fit').scale,
      ).to.equal(0.5);
    });

    it('fits the width for auto', () => {
      const seen = view({stage: {width: 800, height: 100}});
      expect(resetZoom(seen, 'auto').scale).to.equal(2);
    });

    it('shows an image pixel on a CSS pixel for original', () => {
      expect(resetZoom(view(), 'original').scale).to.equal(1);
    });

    it('puts spare room where the alignment says', () => {
      const stage = {width: 1000, height: 400};
      const alignment = {horizontal: 0.5, vertical: 1};
      const seen = view({stage, alignment});
      expect(seen.x).to.equal(100);
      expect(seen.y).to.equal(0);
    });
  });

  describe('zoomAt()', () => {
    it('keeps what is under the pointer there', () => {
      for (const turn of TURNS) {
        const isSideways = turn % 180 !== 0;
        const stage = isSideways
          ? {width: 400, height: 800}
          : {width: 800, height: 400};
        const seen = view({turn, stage});
        const point = {x: 211, y: 133};
        const before = toImage(seen, point);
        const after = toImage(zoomAt(seen, point, 5), point);
        expect(after.x).to.be.closeTo(before.x, 1e-9);
        expect(after.y).to.be.closeTo(before.y, 1e-9);
      }
    });

    it('does not go below the whole picture', () => {
      const seen = zoomAt(view(), {x: 0, y: 0}, 0.1);
      expect(seen.scale).to.equal(fitScale(seen));
    });

    it('goes below the whole picture where that is allowed', () => {
      const seen = zoomAt(view(), {x: 0, y: 0}, 0.5, true);
      expect(seen.scale).to.equal(1);
    });

    it('stops at the largest scale', () => {
      expect(zoomAt(view(), {x: 0, y: 0}, 1e6).scale).to.equal(40);
    });
  });

  describe('panBy()', () => {
    it('stops where the picture ends', () => {
      const near = zoomAt(view(), {x: 400, y: 200}, 2);
      const seen = panBy(near, 1e6, -1e6);
      expect(seen.x).to.equal(0);
      expect(seen.y).to.equal(-400);
    });

    it('does nothing to a picture that fits', () => {
      expect(panBy(view(), 10, 10)).to.deep.equal(view());
    });
  });

  describe('withStage()', () => {
    it('fits again what fitted', () => {
      const seen = withStage(view(), {width: 400, height: 200});
      expect(seen.scale).to.equal(1);
    });

    it('keeps scale and middle of what did not fit', () => {
      const near = zoomAt(view(), {x: 300, y: 200}, 4);
      const middle = toImage(near, {x: 400, y: 200});
      const seen = withStage(near, {width: 600, height: 300});
      const now = toImage(seen, {x: 300, y: 150});
      expect(seen.scale).to.equal(near.scale);
      expect(now.x).to.be.closeTo(middle.x, 1e-9);
      expect(now.y).to.be.closeTo(middle.y, 1e-9);
    });
  });

  describe('withTurn()', () => {
    it('fits the picture as it is seen then', () => {
      expect(withTurn(view(), 90).scale).to.equal(1);
    });
  });

  describe('shiftToImage()', () => {
    it('turns with the picture and not with its place', () => {
      const seen = view({turn: 90, scale: 2, x: 99, y: -7});
      const {x, y} = shiftToImage(seen, {x: 0, y: 10});
      expect(x).to.be.closeTo(5, 1e-9);
      expect(y).to.be.closeTo(0, 1e-9);
    });
  });

  describe('visibleBounds()', () => {
    it('is the part of the picture that the stage shows', () => {
      const seen = view({scale: 4, x: -400, y: -200});
      expect(visibleBounds(seen)).to.deep.equal({
        minX: 100,
        minY: 50,
        maxX: 300,
        maxY: 150,
      });
    });
  });

  describe('overflows()', () => {
    it('tells per axis whether there is more than is seen', () => {
      expect(overflows(view())).to.deep.equal({x: false, y: false});
      const tall = view({stage: {width: 800, height: 300}, scale: 2});
      expect(overflows(tall)).to.deep.equal({x: false, y: true});
    });
  });
});
