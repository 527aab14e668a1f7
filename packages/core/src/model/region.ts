import type {Result} from './result.js';

/** Who made a region, as Label Studio writes it. */
export type RegionOrigin = 'manual' | 'prediction' | 'prediction-changed';

/** Values of a region that are neither labels nor choices. */
export type Geometry = Readonly<Record<string, unknown>>;

/**
 * A part of an object (a span, a box) or, for a classification, the whole of
 * it, with everything that control tags say about it.
 */
export interface Region {
  /** Id in Label Studio JSON, unique in its annotation. */
  readonly id: string;
  /** Place in creation order; never used again after deletion. */
  readonly ordinal: number;
  /** Name of the object tag, `''` when the source names none. */
  readonly object: string;
  /** True when it says something about the whole object and has no shape. */
  readonly classification: boolean;
  /**
   * Shape: `start`, `end` and `text` in code points for text; `x`, `y`,
   * `width`, `height` in percent of the natural image side and `rotation` in
   * degrees clockwise for boxes.
   */
  readonly geometry: Geometry;
  /** The geometry as it was loaded; absent when it was made here. */
  readonly sourceGeometry?: Geometry;
  /** At least one, in the order they were made. */
  readonly results: readonly Result[];
  /** Who made it; kept as the source wrote it, even when unknown. */
  readonly origin: string;
  /** Id of the region it lies in, or `''`. */
  readonly parentId: string;
  /** `{text: [...]}` and more, or `undefined`. */
  readonly meta?: Readonly<Record<string, unknown>>;
  /** 0 to 1, or `undefined`. */
  readonly score?: number;
  /** True when the source says that people may not change it. */
  readonly readonly: boolean;
  /** True when a person locked it in this session. */
  readonly locked: boolean;
  /** True when a person hid it in this session. */
  readonly hidden: boolean;
  /** 0-based picture of a multi-image task, or `undefined`. */
  readonly itemIndex?: number;
  /**
   * Envelope keys that belong to the object, for example `original_width`,
   * `original_height` and `image_rotation` of image regions.
   */
  readonly envelope: Readonly<Record<string, unknown>>;
}

/** A region that is not in a store yet: what is left out gets its default. */
export type NewRegion = Partial<Omit<Region, 'ordinal' | 'results'>> & {
  readonly object: string;
  readonly results: readonly (Omit<Result, 'id'> & {readonly id?: string})[];
};
