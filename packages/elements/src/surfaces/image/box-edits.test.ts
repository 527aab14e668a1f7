import {expect} from '@open-wc/testing';

import {
  BOX_HANDLES,
  angleTo,
  handlePoint,
  isInside,
  limitShift,
  resizeBox,
  rotateBoxTo,
  snapToPixels,
} from './box-edits.js';
import type {BoxHandle} from './box-edits.js';
import {boundsOf, centerOf} from './box.js';
import type {Box} from './box.js';

const IMAGE = {width: 400, height: 300};
const LIMITS = {image: IMAGE, minSize: 1};

const OPPOSITE: Readonly<Record<BoxHandle, BoxHandle>> = {
  nw: 'se',
  n: 's',
  ne: 'sw',
  e: 'w',
  se: 'nw',
  s: 'n',
  sw: 'ne',
  w: 'e',
};

function box(overrides: Partial<Box> = {}): Box {
  return {x: 100, y: 100, width: 80, height: 60, rotation: 0, ...overrides};
}

function expectBox(actual: Box, expected: Partial<Box>): void {
  for (const [key, value] of Object.entries(expected)) {
    expect(actual[key as keyof Box], key).to.be.closeTo(value, 1e-6);
  }
}

describe('editing boxes', () => {
  describe('resizeBox()', () => {
    it('moves the sides that each handle names', () => {
      const by = {x: 10, y: 6};
      const expected: Readonly<Record<BoxHandle, Partial<Box>>> = {
        nw: {x: 110, y: 106, width: 70, height: 54},
        n: {x: 100, y: 106, width: 80, height: 54},
        ne: {x: 100, y: 106, width: 90, height: 54},
        e: {x: 100, y: 100, width: 90, height: 60},
        se: {x: 100, y: 100, width: 90, height: 66},
        s: {x: 100, y: 100, width: 80, height: 66},
        sw: {x: 110, y: 100, width: 70, height: 66},
        w: {x: 110, y: 100, width: 70, height: 60},
      };
      for (const handle of BOX_HANDLES) {
        const from = handlePoint(box(), handle);
        const to = {x: from.x + by.x, y: from.y + by.y};
        expectBox(resizeBox(box(), handle, to, LIMITS), expected[handle]);
      }
    });

    it('keeps the opposite handle where it is, whatever the rotation', () => {
      for (const rotation of [0, 20, 45, 90, 200, 333]) {
        const turned = box({x: 200, y: 150, rotation});
        for (const handle of BOX_HANDLES) {
          const from = handlePoint(turned, handle);
          const to = {x: from.x + 7, y: from.y - 9};
          const resized = resizeBox(turned, handle, to, LIMITS);
          const fixed = OPPOSITE[handle];
          const before = handlePoint(turned, fixed);
          const after = handlePoint(resized, fixed);
          const isCorner = handle.length === 2;
          if (!isCorner) continue;
          expect(after.x, `${handle} ${String(rotation)}`).to.be.closeTo(
            before.x,
            1e-6,
          );
          expect(after.y).to.be.closeTo(before.y, 1e-6);
          expect(resized.rotation).to.equal(rotation);
        }
      }
    });

    it('puts the corner of a turned box under the pointer', () => {
      const turned = box({x: 200, y: 100, rotation: 30});
      const to = {x: 230, y: 190};
      const corner = handlePoint(resizeBox(turned, 'se', to, LIMITS), 'se');
      expect(corner.x).to.be.closeTo(to.x, 1e-6);
      expect(corner.y).to.be.closeTo(to.y, 1e-6);
    });

    it('turns a box inside out without negative lengths', () => {
      expectBox(resizeBox(box(), 'se', {x: 50, y: 40}, LIMITS), {
        x: 50,
        y: 40,
        width: 50,
        height: 60,
      });
    });

    it('stops at the sides of the picture, each axis by itself', () => {
      expectBox(resizeBox(box(), 'se', {x: 900, y: 200}, LIMITS), {
        x: 100,
        y: 100,
        width: 300,
        height: 100,
      });
      expectBox(resizeBox(box(), 'nw', {x: -50, y: 120}, LIMITS), {
        x: 0,
        y: 120,
        width: 180,
        height: 40,
      });
    });

    it('keeps every corner of a turned box in the picture', () => {
      for (const rotation of [15, 45, 100, 250]) {
        const turned = box({x: 200, y: 150, rotation});
        for (const handle of BOX_HANDLES) {
          for (const to of [
            {x: -500, y: 150},
            {x: 900, y: 700},
            {x: 200, y: -900},
          ]) {
            const resized = resizeBox(turned, handle, to, LIMITS);
            expect(
              isInside(resized, IMAGE),
              `${handle} ${String(rotation)}`,
            ).to.equal(true);
          }
        }
      }
    });

    it('makes no side shorter than the shortest', () => {
      const limits = {image: IMAGE, minSize: 5};
      expectBox(resizeBox(box(), 'e', {x: 101, y: 0}, limits), {width: 5});
      expectBox(resizeBox(box(), 'e', {x: 98, y: 0}, limits), {
        x: 95,
        width: 5,
      });
      expectBox(resizeBox(box(), 'e', {x: 100, y: 0}, limits), {
        x: 100,
        width: 5,
      });
    });

    it('lets a box that lies outside stay or come in', () => {
      const outside = box({x: -20});
      expectBox(resizeBox(outside, 'e', {x: 50, y: 0}, LIMITS), {
        x: -20,
        width: 70,
      });
      expectBox(resizeBox(outside, 'w', {x: -90, y: 0}, LIMITS), {
        x: -20,
        width: 80,
      });
    });
  });

  describe('limitShift()', () => {
    it('stops at the sides of the picture', () => {
      const bounds = boundsOf(box());
      expect(limitShift(bounds, {x: 999, y: -999}, IMAGE)).to.deep.equal({
        x: 220,
        y: -100,
      });
    });

    it('leaves a small shift alone', () => {
      const shift = {x: -3, y: 4};
      expect(limitShift(boundsOf(box()), shift, IMAGE)).to.deep.equal(shift);
    });

    it('does not pull in what lies outside already', () => {
      const bounds = boundsOf(box({x: -30}));
      expect(limitShift(bounds, {x: 0, y: 0}, IMAGE).x).to.equal(0);
      expect(limitShift(bounds, {x: 12, y: 0}, IMAGE).x).to.equal(12);
      expect(limitShift(bounds, {x: -12, y: 0}, IMAGE).x).to.equal(0);
    });
  });

  describe('rotateBoxTo()', () => {
    it('turns around the middle', () => {
      const turned = rotateBoxTo(box(), 90, IMAGE);
      expectBox(turned, {rotation: 90, width: 80, height: 60});
      const before = centerOf(box());
      const after = centerOf(turned);
      expect(after.x).to.be.closeTo(before.x, 1e-9);
      expect(after.y).to.be.closeTo(before.y, 1e-9);
    });

    it('comes back to where it was after a whole turn', () => {
      let turned = box({x: 150});
      for (let step = 0; step < 36; step += 1) {
        turned = rotateBoxTo(turned, turned.rotation + 10, IMAGE);
      }
      expectBox(turned, box({x: 150}));
    });

    it('shifts a box at the side back into the picture', () => {
      const turned = rotateBoxTo(box({x: 0, y: 0}), 45, IMAGE);
      expect(isInside(turned, IMAGE)).to.equal(true);
      expect(turned.rotation).to.equal(45);
    });

    it('leaves a box as it is that would not fit', () => {
      const wide = box({x: 0, y: 0, width: 400, height: 20});
      expect(rotateBoxTo(wide, 90, IMAGE)).to.equal(wide);
    });
  });

  describe('angleTo()', () => {
    it('is 0 to the right of the middle and 90 below it', () => {
      expect(angleTo(box(), {x: 300, y: 130})).to.be.closeTo(0, 1e-9);
      expect(angleTo(box(), {x: 140, y: 299})).to.be.closeTo(90, 1e-9);
    });
  });

  describe('snapToPixels()', () => {
    it('puts the sides on whole pixels', () => {
      expect(
        snapToPixels(box({x: 10.4, y: 9.6, width: 20.2, height: 0.1})),
      ).to.deep.equal(box({x: 10, y: 10, width: 21, height: 1}));
    });

    it('leaves a turned box alone', () => {
      const turned = box({x: 10.4, rotation: 5});
      expect(snapToPixels(turned)).to.equal(turned);
    });
  });
});
