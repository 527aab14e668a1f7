import type {Box} from './detection.js';

/** Width and height, pixels. */
export interface PixelSize {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** Where a picture lies in the input of a model. */
export interface Letterbox extends Box {
  /** Input pixels for each image pixel. */
  readonly scale: number;
}

/** Returns where a picture lies that fills an input as far as its shape lets it. */
export function letterbox(image: PixelSize, input: PixelSize): Letterbox {
  const scale = Math.min(
    input.width / image.width,
    input.height / image.height,
  );
  const width = image.width * scale;
  const height = image.height * scale;
  return {
    scale,
    width,
    height,
    x: (input.width - width) / 2,
    y: (input.height - height) / 2,
  };
}

/**
 * Returns a box of the input as one of the picture, image pixels, cut off where
 * the picture ends; `null` when nothing of it is on the picture.
 */
export function toImageBox(
  box: Box,
  {x, y, scale}: Letterbox,
  image: PixelSize,
): Box | null {
  const left = clamp((box.x - x) / scale, image.width);
  const top = clamp((box.y - y) / scale, image.height);
  const right = clamp((box.x + box.width - x) / scale, image.width);
  const bottom = clamp((box.y + box.height - y) / scale, image.height);
  return right > left && bottom > top
    ? {x: left, y: top, width: right - left, height: bottom - top}
    : null;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
