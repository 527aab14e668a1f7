/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

const cache = new Map<string, Rgb | null>();
let canvas: CanvasRenderingContext2D | null = null;

/**
 * Returns what a CSS colour is made of, or `null` for text that is no colour.
 * Transparency is left out.
 */
export function parseColor(color: string): Rgb | null {
  let parsed = cache.get(color);
  if (parsed === undefined) {
    parsed = CSS.supports('color', color) ? read(color) : null;
    cache.set(color, parsed);
  }
  return parsed;
}

function read(color: string): Rgb | null {
  canvas ??= Object.assign(document.createElement('canvas'), {
    width: 1,
    height: 1,
  }).getContext('2d', {willReadFrequently: true});
  if (!canvas) return null;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(
    0,
    0,
    1,
    1,
  ).data;
  return alpha === 0 ? null : [red, green, blue];
}

/** Returns black or white, whichever is easier to read on a colour. */
export function readableOn(color: string): '#000000' | '#ffffff' {
  const rgb = parseColor(color);
  if (!rgb) return '#000000';
  const luminance = relativeLuminance(rgb);
  const onWhite = 1.05 / (luminance + 0.05);
  const onBlack = (luminance + 0.05) / 0.05;
  return onBlack >= onWhite ? '#000000' : '#ffffff';
}

/**
 * @see {@link https://www.w3.org/TR/WCAG22/#dfn-relative-luminance | WCAG}
 */
function relativeLuminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
