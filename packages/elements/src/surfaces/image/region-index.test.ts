import {expect} from '@open-wc/testing';

import {boundsOf} from './box.js';
import type {Box} from './box.js';
import {RegionIndex} from './region-index.js';
import type {RegionEntry} from './region-index.js';
import {PLAIN_SHAPES} from './shape.js';

const STYLE = {stroke: 'red', fill: 'red', fillOpacity: 0.2, strokeWidth: 1};

function entry(
  ordinal: number,
  shape: Partial<Box> = {},
  id = `r${String(ordinal)}`,
): RegionEntry {
  const box = {x: 0, y: 0, width: 10, height: 10, rotation: 0, ...shape};
  return {
    ...boundsOf(box),
    id,
    ordinal,
    box,
    shape: PLAIN_SHAPES.rectangle,
    label: '',
    style: STYLE,
  };
}

function ids(entries: readonly RegionEntry[]): string[] {
  return entries.map(({id}) => id);
}

function setup(...entries: readonly RegionEntry[]): RegionIndex {
  const index = new RegionIndex();
  index.load(entries);
  return index;
}

describe('RegionIndex', () => {
  describe('load()', () => {
    it('replaces everything and orders by creation', () => {
      const index = setup(entry(9));
      index.load([entry(3), entry(1), entry(2)]);
      expect(ids(index.all())).to.deep.equal(['r1', 'r2', 'r3']);
      expect(index.get('r9')).to.equal(undefined);
      expect(index.search(entry(0))).to.have.length(3);
    });
  });

  describe('set()', () => {
    it('adds at the place that the ordinal says', () => {
      const index = setup(entry(1), entry(5));
      expect(index.set(entry(3))).to.equal(undefined);
      expect(ids(index.all())).to.deep.equal(['r1', 'r3', 'r5']);
      expect(index.indexOf('r5')).to.equal(2);
    });

    it('replaces, so that the old place is empty', () => {
      const before = entry(1);
      const index = setup(before, entry(2, {x: 500}));
      expect(index.set(entry(1, {x: 100}))).to.equal(before);
      expect(index.hit({x: 5, y: 5}, 0)).to.deep.equal([]);
      expect(ids(index.hit({x: 105, y: 5}, 0))).to.deep.equal(['r1']);
      expect(index.size).to.equal(2);
    });
  });

  describe('delete()', () => {
    it('removes from every look-up', () => {
      const index = setup(entry(1), entry(2));
      expect(index.delete('r1')?.id).to.equal('r1');
      expect(ids(index.all())).to.deep.equal(['r2']);
      expect(ids(index.hit({x: 5, y: 5}, 0))).to.deep.equal(['r2']);
      expect(index.indexOf('r1')).to.equal(-1);
    });

    it('answers undefined for what is not there', () => {
      expect(setup().delete('r1')).to.equal(undefined);
    });
  });

  describe('hit()', () => {
    it('has the smallest first, and the youngest among equals', () => {
      const index = setup(
        entry(1),
        entry(2),
        entry(3, {width: 100, height: 100}),
        entry(4, {width: 5, height: 5}),
      );
      expect(ids(index.hit({x: 2, y: 2}, 0))).to.deep.equal([
        'r4',
        'r2',
        'r1',
        'r3',
      ]);
    });

    it('goes by the turned box and not by its bounds', () => {
      const index = setup(
        entry(1, {x: 50, width: 50, height: 50, rotation: 45}),
      );
      expect(index.hit({x: 20, y: 5}, 0)).to.deep.equal([]);
      expect(index.hit({x: 50, y: 35}, 0)).to.have.length(1);
    });

    it('takes what is within the tolerance', () => {
      const index = setup(entry(1));
      expect(index.hit({x: 12, y: 5}, 2)).to.have.length(1);
      expect(index.hit({x: 12.1, y: 5}, 2)).to.have.length(0);
    });

    it('has what holds the point before what is only near', () => {
      const index = setup(
        entry(1, {width: 100, height: 100}),
        entry(2, {x: 101, width: 5, height: 5}),
      );
      expect(ids(index.hit({x: 99, y: 2}, 3))).to.deep.equal(['r1', 'r2']);
    });
  });

  it('stays true to a plain list through many changes', () => {
    const index = setup();
    const plain = new Map<string, RegionEntry>();
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let step = 0; step < 600; step += 1) {
      const ordinal = random(60);
      if (random(3) === 0) {
        index.delete(`r${String(ordinal)}`);
        plain.delete(`r${String(ordinal)}`);
      } else {
        const made = entry(ordinal, {x: random(200), y: random(200)});
        index.set(made);
        plain.set(made.id, made);
      }
    }
    const expected = [...plain.values()].sort((a, b) => a.ordinal - b.ordinal);
    expect(index.all()).to.deep.equal(expected);
    const area = {minX: 50, minY: 50, maxX: 120, maxY: 90};
    expect(index.search(area)).to.deep.equal(
      expected.filter(
        ({minX, maxX, minY, maxY}) =>
          minX <= 120 && maxX >= 50 && minY <= 90 && maxY >= 50,
      ),
    );
  });
});
