import {expect} from '@open-wc/testing';

import {changedGeometry} from './changed-geometry.js';
import {
  outlineOf,
  polygonOf,
  readShape,
  shapeContains,
  writeShape,
} from './shape.js';
import type {PlacedShape} from './shape.js';

const IMAGE = {width: 400, height: 200};

const GEOMETRIES = {
  rectangle: {x: 10.1, y: 20.2, width: 30.3, height: 40.4, rotation: 12},
  ellipse: {x: 50.4, y: 50.763, radiusX: 13.3, radiusY: 10.67, rotation: 30},
  keypoint: {x: 49.6, y: 52.34, width: 0.6666},
  polygon: {
    points: [
      [27.2, 41.24],
      [25.73, 70.62],
      [48.13, 62.61],
    ],
    closed: true,
  },
};

function read(geometry: Readonly<Record<string, unknown>>): PlacedShape {
  const placed = readShape(geometry, IMAGE);
  if (!placed) throw new Error('The geometry was not understood.');
  return placed;
}

describe('Shape', () => {
  describe('readShape()', () => {
    it('knows each kind by its keys', () => {
      for (const [kind, geometry] of Object.entries(GEOMETRIES)) {
        expect(read(geometry).shape.kind).to.equal(kind);
      }
    });

    it('is undone by writeShape()', () => {
      for (const geometry of Object.values(GEOMETRIES)) {
        const written = writeShape(read(geometry), IMAGE);
        expect(changedGeometry(geometry, written)).to.deep.equal({});
      }
    });

    it('takes points as pairs and as objects', () => {
      const {box} = read({
        points: [
          {x: 10, y: 10},
          {x: 20, y: 40},
        ],
      });
      expect(box).to.deep.equal({
        x: 40,
        y: 20,
        width: 40,
        height: 60,
        rotation: 0,
      });
    });

    it('puts an ellipse around its middle', () => {
      const {box} = read({x: 50, y: 50, radiusX: 10, radiusY: 10});
      expect(box).to.deep.equal({
        x: 160,
        y: 80,
        width: 80,
        height: 40,
        rotation: 0,
      });
    });

    it('answers null for what is of no known kind', () => {
      for (const geometry of [
        {},
        {format: 'rle', rle: [1, 2]},
        {points: []},
        {points: [[1]]},
        {x: 1, y: 2},
        {x: 1, y: 2, radiusX: 'a', radiusY: 1},
      ]) {
        expect(readShape(geometry, IMAGE)).to.equal(null);
      }
    });
  });

  describe('shapeContains()', () => {
    it('leaves out the corners of the box of an ellipse', () => {
      const ellipse = read({x: 50, y: 50, radiusX: 10, radiusY: 10});
      expect(shapeContains(ellipse, {x: 200, y: 100})).to.equal(true);
      expect(shapeContains(ellipse, {x: 162, y: 82})).to.equal(false);
      expect(shapeContains(ellipse, {x: 159, y: 100}, 2)).to.equal(true);
    });

    it('goes by the sides of a polygon', () => {
      const notched = polygonOf(
        [
          {x: 0, y: 0},
          {x: 100, y: 0},
          {x: 100, y: 100},
          {x: 50, y: 10},
          {x: 0, y: 100},
        ],
        true,
      );
      expect(shapeContains(notched, {x: 10, y: 20})).to.equal(true);
      expect(shapeContains(notched, {x: 50, y: 60})).to.equal(false);
      expect(shapeContains(notched, {x: 50, y: 12}, 3)).to.equal(true);
    });
  });

  describe('outlineOf()', () => {
    it('follows the box', () => {
      const {box, shape} = polygonOf(
        [
          {x: 10, y: 10},
          {x: 30, y: 10},
          {x: 20, y: 40},
        ],
        true,
      );
      const moved = {...box, x: 0, y: 0, width: 40, height: 60};
      expect(outlineOf({box: moved, shape})).to.deep.equal([
        {x: 0, y: 0},
        {x: 40, y: 0},
        {x: 20, y: 60},
      ]);
    });

    it('puts corners in a line on that line', () => {
      const line = polygonOf(
        [
          {x: 5, y: 10},
          {x: 5, y: 30},
        ],
        false,
      );
      expect(outlineOf(line)).to.deep.equal([
        {x: 5, y: 10},
        {x: 5, y: 30},
      ]);
    });
  });
});

describe('changedGeometry()', () => {
  it('names what changed alone', () => {
    const before = {x: 1, y: 2, width: 3, height: 4};
    const after = {x: 1 + 1e-12, y: 5, width: 3, height: 4, rotation: 0};
    expect(changedGeometry(before, after)).to.deep.equal({y: 5});
  });

  it('names a rotation that was absent', () => {
    expect(changedGeometry({x: 1}, {x: 1, rotation: 3})).to.deep.equal({
      rotation: 3,
    });
  });

  it('keeps points in the form that they had', () => {
    const before = {
      points: [[1, 2], {x: 3, y: 4, id: 'p'}],
    };
    const after = {
      points: [
        [1 + 1e-12, 2],
        [3, 5],
      ],
      closed: true,
    };
    const changed = changedGeometry(before, after);
    expect(changed).to.deep.equal({
      points: [[1, 2], {x: 3, y: 5, id: 'p'}],
    });
  });
});
