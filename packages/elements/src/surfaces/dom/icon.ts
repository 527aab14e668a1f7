const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Shapes of the icons, drawn with lines in a square of 16 by 16. */
const PATHS = {
  check: 'M3.5 8.5 6.5 11.5 12.5 5',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  clear: 'M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5',
  down: 'M4 6.5 8 10.5 12 6.5',
  dash: 'M4 8h8',
  grip: 'M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1',
  next: 'M6 3.5 10.5 8 6 12.5',
  previous: 'M10 3.5 5.5 8 10 12.5',
  up: 'M4 9.5 8 5.5 12 9.5',
} as const;

/** Names of the icons of the labeling interface. */
export type SurfaceIcon = keyof typeof PATHS;

/** Makes an icon in the color of the text around it; decoration only. */
export function surfaceIcon(name: SurfaceIcon): SVGSVGElement {
  return drawIcon(PATHS[name]);
}

/** Draws an icon with lines in a square of 16 by 16; decoration only. */
export function drawIcon(lines: string): SVGSVGElement {
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('lsf-icon');
  const path = document.createElementNS(NAMESPACE, 'path');
  path.setAttribute('d', lines);
  svg.append(path);
  return svg;
}
