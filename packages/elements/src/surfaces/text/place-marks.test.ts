import {expect} from '@open-wc/testing';

import {placeMarks} from './place-marks.js';

const END = 500;

function place(...marks: readonly (readonly [left: number, width: number])[]) {
  return placeMarks(
    marks.map(([left, width]) => ({left, width, top: 0})),
    END,
  ).map(({left, width}) => [left, width]);
}

describe('placeMarks()', () => {
  it('leaves marks where they want to be when there is room', () => {
    expect(place([0, 40], [100, 60])).to.deep.equal([
      [0, 40],
      [100, 60],
    ]);
  });

  it('cuts a mark where the next one begins', () => {
    expect(place([60, 90], [0, 90])).to.deep.equal([
      [60, 90],
      [0, 58],
    ]);
  });

  it('puts marks of the same start side by side', () => {
    expect(place([10, 40], [10, 50], [200, 30])).to.deep.equal([
      [10, 40],
      [52, 50],
      [200, 30],
    ]);
  });

  it('leaves each of them a little when there is no room for all', () => {
    const places = place([10, 90], [10, 90], [90, 30]);
    expect(places).to.deep.equal([
      [10, 56],
      [68, 20],
      [90, 30],
    ]);
  });

  it('cuts a mark at the end of the line', () => {
    expect(place([460, 90])).to.deep.equal([[460, 40]]);
  });

  it('never lies on its neighbour, whatever there is', () => {
    const marks = Array.from(
      {length: 40},
      (_, index) => [(index * 37) % 300, 30 + ((index * 13) % 80)] as const,
    );
    const places = place(...marks).sort(([a = 0], [b = 0]) => a - b);
    for (const [index, [left = 0]] of places.entries()) {
      const [before, width = 0] = places[index - 1] ?? [-Infinity, 0];
      expect(left).to.be.at.least((before ?? 0) + width);
    }
  });

  it('does not mind marks of other lines', () => {
    const places = placeMarks(
      [
        {left: 0, top: 0, width: 90},
        {left: 10, top: 28, width: 90},
      ],
      END,
    );
    expect(places.map(({left, width}) => [left, width])).to.deep.equal([
      [0, 90],
      [10, 90],
    ]);
  });
});
