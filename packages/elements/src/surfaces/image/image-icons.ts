import {drawIcon} from '../dom/icon.js';

/** Shapes of the icons, drawn with lines in a square of 16 by 16. */
const PATHS = {
  select: 'M3.5 2.5 12.5 8 8.4 8.9 6.2 13Z',
  rectangle: 'M2.5 4.5h11v7h-11z',
  ellipse: 'M2.5 8a5.5 4 0 1 0 11 0a5.5 4 0 1 0-11 0z',
  polygon: 'M8 2.5 13.5 6.5 11.5 13h-7L2.5 6.5z',
  keypoint:
    'M6 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3',
  zoomIn: 'M8 3v10M3 8h10',
  zoomOut: 'M3 8h10',
  zoomFit: 'M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5',
  zoomOriginal: 'M4 4.5v7M12 4.5v7M8 6.4v.1M8 9.5v.1',
  rotateLeft: 'M3 3.5v3.5h3.5M3.4 7a5 5 0 1 1 .3 3',
  rotateRight: 'M13 3.5v3.5h-3.5M12.6 7a5 5 0 1 0-.3 3',
  previous: 'M10 3.5 5.5 8 10 12.5',
  next: 'M6 3.5 10.5 8 6 12.5',
} as const;

/** Names of the icons of the image surface. */
export type ImageIcon = keyof typeof PATHS;

/** Makes an icon in the color of the text around it; decoration only. */
export function imageIcon(name: ImageIcon): SVGSVGElement {
  return drawIcon(PATHS[name]);
}
