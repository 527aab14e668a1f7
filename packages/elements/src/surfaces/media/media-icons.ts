import {drawIcon} from '../dom/icon.js';

/** Shapes of the icons, drawn with lines in a square of 16 by 16. */
const PATHS = {
  play: 'M5 3.2v9.6L12.6 8z',
  pause: 'M5.2 3.5v9M10.8 3.5v9',
  stepBack: 'M11.5 3.8v8.4L6.5 8zM4 3.8v8.4',
  stepForward: 'M4.5 3.8v8.4L9.5 8zM12 3.8v8.4',
  hopBack: 'M8 3.8v8.4L3 8zM13 3.8v8.4L8 8z',
  hopForward: 'M8 3.8v8.4L13 8zM3 3.8v8.4L8 8z',
  playSpan: 'M6.2 5v6L10.8 8zM2.5 3v10M13.5 3v10',
  zoomIn: 'M8 3v10M3 8h10',
  zoomOut: 'M3 8h10',
  zoomFit: 'M2.5 4v8M13.5 4v8M5 8h6M6.8 6 4.8 8l2 2M9.2 6l2 2-2 2',
  sound:
    'M2.5 6.2v3.6h2.3L8 12.6V3.4L4.8 6.2zM10.6 5.8a3.2 3.2 0 0 1 0 4.4M12.4 4a5.6 5.6 0 0 1 0 8',
  muted:
    'M2.5 6.2v3.6h2.3L8 12.6V3.4L4.8 6.2zM10.6 6.2l3.4 3.6M14 6.2l-3.4 3.6',
  keyFrame: 'M8 2.8 13.2 8 8 13.2 2.8 8z',
  keyFrameOff: 'M8 2.8 13.2 8 8 13.2 2.8 8zM5.8 8h4.4',
  keyBack: 'M10.2 4.8 13.4 8l-3.2 3.2L7 8zM5.6 4.8 2.4 8l3.2 3.2',
  keyForward: 'M5.8 4.8 2.6 8l3.2 3.2L9 8zM10.4 4.8 13.6 8l-3.2 3.2',
  lifespan: 'M2.5 8h7M9.5 4.5v7M12 8h.1M14 8h.1',
} as const;

/** Names of the icons of players. */
export type MediaIcon = keyof typeof PATHS;

/** Makes an icon in the color of the text around it; decoration only. */
export function mediaIcon(name: MediaIcon): SVGSVGElement {
  return drawIcon(PATHS[name]);
}
