import {expect} from '@open-wc/testing';

import type {Detection} from './detection.js';
import {overlap} from './detection.js';
import {keepBest} from './keep-best.js';
import {letterbox, toImageBox} from './letterbox.js';
import type {OnnxTensor} from './onnx-runtime.js';
import {readDetections} from './read-detections.js';

const INPUT = {width: 640, height: 320};

function tensor(dims: readonly number[], data: readonly number[]): OnnxTensor {
  return {dims, data};
}

function read(outputs: Record<string, OnnxTensor>, threshold = 0.5) {
  return readDetections(outputs, {threshold, input: INPUT});
}

function box(x: number, score: number, classIndex = 0): Detection {
  return {x, y: 0, width: 10, height: 10, score, classIndex};
}

/** A box of 20 by 40 pixels with its corner at 90, 80; class 1 of 2. */
const FOUND: Detection = {
  x: 90,
  y: 80,
  width: 20,
  height: 40,
  score: 0.75,
  classIndex: 1,
};

describe('readDetections()', () => {
  it('reads columns of centre, size and scores', () => {
    const columns = [
      [100, 10, 10, 10, 10, 10, 10],
      [100, 10, 10, 10, 10, 10, 10],
      [20, 4, 4, 4, 4, 4, 4],
      [40, 4, 4, 4, 4, 4, 4],
      [0.25, 0, 0, 0, 0, 0, 0],
      [0.75, 0, 0, 0, 0, 0, 0.25],
    ];
    const output0 = tensor([1, 6, 7], columns.flat());
    expect(read({output0})).to.deep.equal([FOUND]);
  });

  it('reads rows of centre, size and scores', () => {
    const rows = [
      [100, 100, 20, 40, 0.25, 0.75, 0],
      ...Array.from({length: 7}, () => [10, 10, 4, 4, 0, 0.25, 0]),
    ];
    const output0 = tensor([1, 8, 7], rows.flat());
    expect(read({output0})).to.deep.equal([FOUND]);
  });

  it('reads rows of corners, score and class', () => {
    const rows = [
      [90, 80, 110, 120, 0.75, 1],
      [0, 0, 9, 9, 0.25, 0],
    ];
    const output0 = tensor([1, 2, 6], rows.flat());
    expect(read({output0})).to.deep.equal([FOUND]);
  });

  it('tells two classes from corners, score and class', () => {
    const rows = [
      [100, 100, 20, 40, 0.25, 0.75],
      ...Array.from({length: 7}, () => [10, 10, 4, 4, 0, 0.25]),
    ];
    const output0 = tensor([1, 8, 6], rows.flat());
    expect(read({output0})).to.deep.equal([FOUND]);
  });

  it('reads boxes, scores and labels', () => {
    const boxes = tensor([1, 2, 4], [90, 80, 110, 120, 0, 0, 9, 9]);
    const scores = tensor([1, 2], [0.75, 0.25]);
    const labels = {dims: [1, 2], data: [1n, 0n]};
    expect(read({labels, boxes, scores})).to.deep.equal([FOUND]);
  });

  it('reads corners that are parts of the input', () => {
    const boxes = tensor([1, 1, 4], [0.25, 0.25, 0.5, 0.75]);
    const scores = tensor([1, 1], [1]);
    const labels = tensor([1, 1], [0]);
    const [found] = read({boxes, scores, labels});
    expect(found).to.include({x: 160, y: 80, width: 160, height: 160});
  });

  it('keeps what is exactly as sure as asked for', () => {
    const output0 = tensor([1, 1, 6], [90, 80, 110, 120, 0.5, 0]);
    expect(read({output0}, 0.5)).to.have.length(1);
    expect(read({output0}, 0.51)).to.be.empty;
  });

  for (const dims of [
    [1, 1000],
    [1, 3, 8],
    [2, 84, 100],
    [1, 84, 20, 20],
    [],
  ]) {
    it(`refuses an output [${dims.join(', ')}] and says so`, () => {
      expect(() => read({logits: tensor(dims, [])}))
        .to.throw(`"logits" [${dims.join(', ')}]`)
        .with.property('code', 'detection/unknown-output');
    });
  }
});

describe('keepBest()', () => {
  it('keeps the surest of boxes that lie on each other', () => {
    const kept = keepBest([box(1, 0.6), box(0, 0.9), box(30, 0.7)], 0.5);
    expect(kept.map(({score}) => score)).to.deep.equal([0.9, 0.7]);
  });

  it('keeps boxes of two classes on one place', () => {
    expect(keepBest([box(0, 0.9), box(0, 0.8, 1)], 0.5)).to.have.length(2);
  });

  it('takes the threshold for the overlap', () => {
    // Two of 10 by 10, 5 apart, share a third of their area.
    expect(overlap(box(0, 1), box(5, 1))).to.be.closeTo(1 / 3, 1e-9);
    expect(keepBest([box(0, 0.9), box(5, 0.8)], 0.3)).to.have.length(1);
    expect(keepBest([box(0, 0.9), box(5, 0.8)], 0.4)).to.have.length(2);
  });

  it('keeps three hundred at most, the surest', () => {
    const many = Array.from({length: 5000}, (_, index) =>
      box(index * 20, index / 5000),
    );
    const kept = keepBest(many, 0.5);
    expect(kept).to.have.length(300);
    expect(kept[0]?.score).to.equal(4999 / 5000);
  });
});

describe('letterbox()', () => {
  it('puts a wide picture into the middle of a square', () => {
    const place = letterbox({width: 128, height: 64}, {width: 64, height: 64});
    expect(place).to.deep.equal({
      scale: 0.5,
      x: 0,
      y: 16,
      width: 64,
      height: 32,
    });
  });

  it('leads back to the picture, cut off at its edges', () => {
    const image = {width: 128, height: 64};
    const place = letterbox(image, {width: 64, height: 64});
    const inside = {x: 16, y: 24, width: 16, height: 16};
    expect(toImageBox(inside, place, image)).to.deep.equal({
      x: 32,
      y: 16,
      width: 32,
      height: 32,
    });
    const across = {x: -8, y: 8, width: 16, height: 16};
    expect(toImageBox(across, place, image)).to.deep.equal({
      x: 0,
      y: 0,
      width: 16,
      height: 16,
    });
    const beside = {x: 0, y: 0, width: 16, height: 8};
    expect(toImageBox(beside, place, image)).to.be.null;
  });
});
