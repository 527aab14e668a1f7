import type {PointView} from './region-geometry.js';

/** Edges of what lies around a shape, percent of the natural image side. */
export interface BoxEdges {
  /** Percent of the image width. */
  readonly left: number;
  /** Percent of the image height. */
  readonly top: number;
  /** Percent of the image width. */
  readonly right: number;
  /** Percent of the image height. */
  readonly bottom: number;
}

/** The keys of a shape that decide where it lies. */
export interface BoxSource {
  /** Percent of the image width. */
  readonly x: number | undefined;
  /** Percent of the image height. */
  readonly y: number | undefined;
  /** Percent of the image width. */
  readonly width: number | undefined;
  /** Percent of the image height. */
  readonly height: number | undefined;
  /** Degrees clockwise. */
  readonly rotation: number | undefined;
  /** Percent of the image width. */
  readonly radiusX: number | undefined;
  /** Percent of the image height. */
  readonly radiusY: number | undefined;
  /** Corners. */
  readonly points: readonly PointView[] | undefined;
  /** Corners of a vector shape. */
  readonly vertices: readonly unknown[] | undefined;
}

/**
 * Returns the edges of what lies around a shape, `undefined` for one that has
 * no such keys.
 *
 * @param ratio - Width of the picture divided by its height.
 */
export function boundingBox(
  shape: BoxSource,
  ratio: number,
): BoxEdges | undefined {
  const corners = cornersOf(shape, ratio);
  return corners.length === 0 ? undefined : around(corners);
}

function cornersOf(shape: BoxSource, ratio: number): readonly PointView[] {
  const listed = shape.points ?? shape.vertices;
  if (listed) return listed as readonly PointView[];
  const {x, y, width, height, radiusX, radiusY} = shape;
  if (x === undefined || y === undefined) return [];
  if (radiusX !== undefined && radiusY !== undefined) {
    return extremesOfEllipse({...shape, x, y, radiusX, radiusY}, ratio);
  }
  if (width !== undefined && height !== undefined) {
    return cornersOfBox({x, y, width, height}, shape.rotation ?? 0, ratio);
  }
  const side = width ?? 0;
  return [
    {x: x - side, y: y - side},
    {x: x + side, y: y + side},
  ];
}

function cornersOfBox(
  {x, y, width, height}: Record<'x' | 'y' | 'width' | 'height', number>,
  rotation: number,
  ratio: number,
): readonly PointView[] {
  const angle = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = (right: number, down: number): PointView => ({
    x: x + right * cos - (down / ratio) * sin,
    y: y + right * ratio * sin + down * cos,
  });
  return [
    turned(0, 0),
    turned(width, 0),
    turned(width, height),
    turned(0, height),
  ];
}

function extremesOfEllipse(
  shape: BoxSource & Record<'x' | 'y' | 'radiusX' | 'radiusY', number>,
  ratio: number,
): readonly PointView[] {
  const {x, y, radiusX, radiusY, rotation = 0} = shape;
  const angle = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const across = Math.hypot(radiusX * cos, (radiusY / ratio) * sin);
  const down = Math.hypot(radiusX * ratio * sin, radiusY * cos);
  return [
    {x: x - across, y: y - down},
    {x: x + across, y: y + down},
  ];
}

function around(corners: readonly PointView[]): BoxEdges {
  const xs = corners.map(({x}) => x);
  const ys = corners.map(({y}) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}
