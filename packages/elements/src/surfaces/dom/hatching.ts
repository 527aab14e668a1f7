import type {Bounds} from '../image/geometry.js';

/**
 * Makes lines that rise to the right over an area the path in hand. They lie
 * on a grid of the canvas, so that hatchings that touch run on.
 *
 * @param step - from one line to the next.
 */
export function traceHatching(
  context: CanvasRenderingContext2D,
  {minX, minY, maxX, maxY}: Bounds,
  step: number,
): void {
  context.beginPath();
  const first = Math.ceil((minX + minY) / step) * step;
  for (let sum = first; sum < maxX + maxY; sum += step) {
    context.moveTo(sum - minY, minY);
    context.lineTo(sum - maxY, maxY);
  }
}
