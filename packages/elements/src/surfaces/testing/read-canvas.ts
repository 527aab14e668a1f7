/** A horizontal line over a canvas, percent of its extents. */
export interface CanvasLine {
  /** Where it begins. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** From the top. */
  readonly y: number;
}

/** Colors that tests tell apart. */
export type TestColor = 'red' | 'blue';

/**
 * Returns in how many pieces a colour lies along a line, or a device pixel
 * above or below it: 1 for a plain stroke, more for a dashed one.
 */
export function piecesAlong(
  canvas: HTMLCanvasElement,
  {from, to, y}: CanvasLine,
  color: TestColor,
): number {
  const {width, height} = canvas;
  const row = Math.min(height - 2, Math.max(1, (height * y) / 100));
  const left = Math.round((width * from) / 100);
  const extent = Math.max(1, Math.round((width * (to - from)) / 100));
  const pieces = [-1, 0, 1].map((by) =>
    piecesIn(
      contextOf(canvas).getImageData(left, Math.round(row) + by, extent, 1),
      color,
    ),
  );
  return Math.max(...pieces);
}

/** Returns how many colours are in a small square; percent. */
export function colorsAt(
  canvas: HTMLCanvasElement,
  x: number,
  y: number,
): number {
  const {data} = contextOf(canvas).getImageData(
    Math.round((canvas.width * x) / 100),
    Math.round((canvas.height * y) / 100),
    16,
    16,
  );
  return new Set(new Uint32Array(data.buffer)).size;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The canvas has no 2d context.');
  return context;
}

function piecesIn({data}: ImageData, color: TestColor): number {
  let pieces = 0;
  let was = false;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.slice(at, at + 4);
    const [most, least] = color === 'red' ? [red, blue] : [blue, red];
    const is = alpha > 200 && most > 200 && least < 60 && green < 60;
    if (is && !was) pieces += 1;
    was = is;
  }
  return pieces;
}
