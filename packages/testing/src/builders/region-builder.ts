import type {NewRegion} from '@ls-annotation/core';

/** What a test may say about a text region. */
export interface TextRegionParts extends Partial<NewRegion> {
  /** Start of the span, code points. */
  readonly start?: number;
  /** End of the span, code points, exclusive. */
  readonly end?: number;
  /** Label values. */
  readonly labels?: readonly string[];
}

/** Returns a span of the text `text`, labelled by the control `label`. */
export function textRegion(parts: TextRegionParts = {}): NewRegion {
  const {start = 0, end = 5, labels = ['PER'], ...rest} = parts;
  return {
    object: 'text',
    geometry: {start, end, text: 'x'.repeat(Math.max(0, end - start))},
    results: [
      {
        fromName: 'label',
        toName: 'text',
        type: 'labels',
        valueKey: 'labels',
        value: labels,
      },
    ],
    ...rest,
  };
}

/** What a test may say about a box. */
export interface BoxRegionParts extends Partial<NewRegion> {
  /** Left edge, percent. */
  readonly x?: number;
  /** Top edge, percent. */
  readonly y?: number;
  /** Percent. */
  readonly width?: number;
  /** Percent. */
  readonly height?: number;
  /** Degrees clockwise. */
  readonly rotation?: number;
  /** Label values. */
  readonly labels?: readonly string[];
}

/** Returns a box on the image `image`, labelled by the control `box`. */
export function boxRegion(parts: BoxRegionParts = {}): NewRegion {
  const {
    x = 10,
    y = 10,
    width = 20,
    height = 20,
    rotation = 0,
    labels = ['Car'],
    ...rest
  } = parts;
  return {
    object: 'image',
    geometry: {x, y, width, height, rotation},
    envelope: {original_width: 600, original_height: 400, image_rotation: 0},
    results: [
      {
        fromName: 'box',
        toName: 'image',
        type: 'rectanglelabels',
        valueKey: 'rectanglelabels',
        value: labels,
      },
    ],
    ...rest,
  };
}
