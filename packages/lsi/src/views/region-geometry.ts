import type {Geometry} from '@ls-annotation/core';

/** One corner of a polygon, percent of the natural image side. */
export interface PointView {
  /** Percent of the image width. */
  readonly x: number;
  /** Percent of the image height. */
  readonly y: number;
}

/**
 * The shape of a region as plugins read it: one getter a key, `undefined`
 * where the kind of region has no such key.
 */
export abstract class RegionGeometry {
  /** The shape as the store holds it. */
  protected abstract get geometry(): Geometry;

  /** Percent of the image width. */
  get x(): number | undefined {
    return this.#number('x');
  }

  /** Percent of the image height. */
  get y(): number | undefined {
    return this.#number('y');
  }

  /** Percent of the image width. */
  get width(): number | undefined {
    return this.#number('width');
  }

  /** Percent of the image height. */
  get height(): number | undefined {
    return this.#number('height');
  }

  /** Degrees clockwise about the top left corner. */
  get rotation(): number | undefined {
    return this.#number('rotation');
  }

  /** Percent of the image width. */
  get radiusX(): number | undefined {
    return this.#number('radiusX');
  }

  /** Percent of the image height. */
  get radiusY(): number | undefined {
    return this.#number('radiusY');
  }

  /** Corners of a polygon. */
  get points(): PointView[] | undefined {
    return this.#list('points')?.map(toPoint);
  }

  /** Corners of a vector shape. */
  get vertices(): unknown[] | undefined {
    return this.#list('vertices');
  }

  /** True when the outline of a polygon or vector is closed. */
  get closed(): boolean | undefined {
    return this.#flag('closed');
  }

  /** Key frames of a video region. */
  get sequence(): unknown[] | undefined {
    return this.#list('sequence');
  }

  /** Frames of a timeline region. */
  get ranges(): unknown[] | undefined {
    return this.#list('ranges');
  }

  /** Run-length encoded mask of a brush region. */
  get rle(): unknown[] | undefined {
    return this.#list('rle');
  }

  /** Strokes that a brush region was painted with. */
  get touches(): unknown[] | undefined {
    return this.#list('touches') ?? (this.rle && []);
  }

  /** Mask of a brush region as a data URL. */
  get maskDataURL(): string | undefined {
    const url = this.geometry.maskDataURL;
    return typeof url === 'string' ? url : undefined;
  }

  /** True for a key point that says what is not meant. */
  get negative(): boolean | undefined {
    return this.#flag('negative');
  }

  /** Mask of a bitmask region as a data URL. */
  get imageDataURL(): string | undefined {
    const url = this.geometry.imageDataURL;
    return typeof url === 'string' ? url : undefined;
  }

  /** 0-based channel of an audio region. */
  get channel(): number | undefined {
    return this.#number('channel');
  }

  /** True when a time series region is a moment. */
  get instant(): boolean | undefined {
    return this.#flag('instant');
  }

  #number(key: string): number | undefined {
    const value = this.geometry[key];
    return typeof value === 'number' ? value : undefined;
  }

  #flag(key: string): boolean | undefined {
    const value = this.geometry[key];
    return typeof value === 'boolean' ? value : undefined;
  }

  #list(key: string): unknown[] | undefined {
    const value = this.geometry[key];
    return Array.isArray(value) ? [...(value as unknown[])] : undefined;
  }
}

function toPoint(point: unknown): PointView {
  if (Array.isArray(point)) {
    const [x, y] = point as unknown[];
    return {x: Number(x), y: Number(y)};
  }
  const {x, y} = point as Partial<PointView>;
  return {x: Number(x), y: Number(y)};
}
