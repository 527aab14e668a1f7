import type {Size} from './geometry.js';
import type {QuarterTurn} from './viewport.js';

/**
 * Returns what results of a region on a picture say about the picture.
 *
 * @param image - Natural size, image pixels.
 * @param turn - Quarter turns in which it is shown, degrees clockwise.
 */
export function sizeEnvelope(
  image: Size,
  turn: QuarterTurn,
): Readonly<Record<string, unknown>> {
  return {
    original_width: image.width,
    original_height: image.height,
    image_rotation: turn,
  };
}
