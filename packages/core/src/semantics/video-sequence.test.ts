import {expect} from '@open-wc/testing';

import {
  keyFrameBefore,
  lifespansOf,
  readSequence,
  shapeAtFrame,
  toggleLifespan,
  withKeyFrame,
  withShapeAt,
  withoutKeyFrame,
} from './video-sequence.js';
import type {VideoKeyFrame} from './video-sequence.js';

const FRAMERATE = 10;

function key(frame: number, parts: Partial<VideoKeyFrame> = {}): VideoKeyFrame {
  return {
    frame,
    enabled: true,
    x: frame,
    y: 0,
    width: 10,
    height: 10,
    rotation: 0,
    ...parts,
  };
}

describe('video sequences', () => {
  describe('readSequence()', () => {
    it('puts key frames in order and leaves out what is none', () => {
      const read = readSequence([key(9), null, {frame: 2}, key(3)]);
      expect(read.map(({frame}) => frame)).to.deep.equal([3, 9]);
    });

    it('fills in what a key frame leaves out', () => {
      const [read] = readSequence([
        {frame: 1, x: 0, y: 0, width: 1, height: 1},
      ]);
      expect(read).to.include({enabled: true, rotation: 0});
    });

    it('answers nothing for what is no list', () => {
      expect(readSequence(undefined)).to.deep.equal([]);
    });
  });

  describe('shapeAtFrame()', () => {
    it('goes in a straight line between two key frames', () => {
      const sequence = [key(10, {width: 20}), key(20, {rotation: 90})];
      expect(shapeAtFrame(sequence, 15)).to.deep.equal({
        x: 15,
        y: 0,
        width: 15,
        height: 10,
        rotation: 45,
      });
    });

    it('answers null before the first key frame', () => {
      expect(shapeAtFrame([key(10)], 9)).to.equal(null);
    });

    it('stays where the last key frame has it', () => {
      expect(shapeAtFrame([key(10)], 500)?.x).to.equal(10);
    });

    it('is still there on a frame that ends it, and gone after', () => {
      const sequence = [key(1), key(5, {enabled: false}), key(9)];
      expect(shapeAtFrame(sequence, 5)?.x).to.equal(5);
      expect(shapeAtFrame(sequence, 6)).to.equal(null);
      expect(shapeAtFrame(sequence, 9)?.x).to.equal(9);
    });
  });

  describe('lifespansOf()', () => {
    it('answers runs with both ends, the last one open', () => {
      const sequence = [key(2), key(5, {enabled: false}), key(9), key(12)];
      expect(lifespansOf(sequence)).to.deep.equal([
        {start: 2, end: 5},
        {start: 9, end: Infinity},
      ]);
    });
  });

  describe('withShapeAt()', () => {
    const shape = {x: 1, y: 2, width: 3, height: 4, rotation: 5};

    it('moves the key frame that is there', () => {
      const moved = withShapeAt([key(4, {time: 0.4})], 4, shape, FRAMERATE);
      expect(moved).to.deep.equal([{...key(4, {time: 0.4}), ...shape}]);
    });

    it('makes one, with its time, in its place', () => {
      const made = withShapeAt([key(1), key(9)], 5, shape, FRAMERATE);
      expect(made[1]).to.deep.equal({
        frame: 5,
        enabled: true,
        ...shape,
        time: 0.5,
      });
    });

    it('keeps a box that is gone away after it', () => {
      const gone = [key(1, {enabled: false})];
      expect(withShapeAt(gone, 5, shape, FRAMERATE)[1]?.enabled).to.equal(
        false,
      );
    });
  });

  describe('withKeyFrame() and withoutKeyFrame()', () => {
    it('makes a key frame where the box is already', () => {
      const sequence = withKeyFrame([key(0), key(10)], 4, FRAMERATE);
      expect(keyFrameBefore(sequence, 4)).to.include({frame: 4, x: 4});
    });

    it('comes back as it is where there is one', () => {
      const sequence = [key(4)];
      expect(withKeyFrame(sequence, 4, FRAMERATE)).to.equal(sequence);
    });

    it('takes a key frame out, but not the last one', () => {
      const sequence = [key(1), key(4)];
      const rest = withoutKeyFrame(sequence, 4);
      expect(rest).to.deep.equal([key(1)]);
      expect(withoutKeyFrame(rest, 1)).to.equal(rest);
    });
  });

  describe('toggleLifespan()', () => {
    it('ends a box that is there, and the other way round', () => {
      const ended = toggleLifespan([key(1)], 5, FRAMERATE);
      expect(lifespansOf(ended)).to.deep.equal([{start: 1, end: 5}]);
      const back = toggleLifespan(ended, 5, FRAMERATE);
      expect(lifespansOf(back)).to.deep.equal([{start: 1, end: Infinity}]);
    });

    it('brings a box back that was gone', () => {
      const gone = [key(1), key(5, {enabled: false})];
      const back = toggleLifespan(gone, 8, FRAMERATE);
      expect(lifespansOf(back)).to.deep.equal([
        {start: 1, end: 5},
        {start: 8, end: Infinity},
      ]);
    });
  });
});
