import {DetectionError} from './detection-error.js';
import {letterbox} from './letterbox.js';
import type {Letterbox, PixelSize} from './letterbox.js';

/** What stands around a picture that does not fill the input. */
const SURROUND = 'rgb(114 114 114)';

/** A picture as a model takes it. */
export interface PicturePixels {
  /** Natural size of the picture. */
  readonly size: PixelSize;
  /** Where it lies in the input. */
  readonly place: Letterbox;
  /** Red, green, blue plane, each in row order; 0 to 1. */
  readonly values: Float32Array;
}

/**
 * Returns a picture as a model takes it. Runs in a worker, too.
 *
 * @throws {@link DetectionError} when it is not a picture.
 */
export async function readPixels(
  file: Blob,
  input: PixelSize,
): Promise<PicturePixels> {
  const picture = await decode(file);
  const size = {width: picture.width, height: picture.height};
  const place = letterbox(size, input);
  const canvas = new OffscreenCanvas(input.width, input.height);
  const context = canvas.getContext('2d', {willReadFrequently: true});
  if (!context) {
    throw new DetectionError(
      'detection/worker-failed',
      'The browser has no canvas left to read the picture with.',
    );
  }
  context.fillStyle = SURROUND;
  context.fillRect(0, 0, input.width, input.height);
  context.drawImage(picture, place.x, place.y, place.width, place.height);
  picture.close();
  const {data} = context.getImageData(0, 0, input.width, input.height);
  return {size, place, values: planes(data)};
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch (cause) {
    throw new DetectionError(
      'detection/load-failed',
      'The picture cannot be read. PNG, JPEG, WebP and AVIF can.',
      {cause},
    );
  }
}

function planes(rgba: Uint8ClampedArray): Float32Array {
  const count = rgba.length / 4;
  const values = new Float32Array(count * 3);
  for (let index = 0; index < count; index += 1) {
    for (let plane = 0; plane < 3; plane += 1) {
      values[plane * count + index] = (rgba[index * 4 + plane] ?? 0) / 255;
    }
  }
  return values;
}
