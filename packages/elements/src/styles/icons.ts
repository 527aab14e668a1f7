import {html, svg} from 'lit';
import type {SVGTemplateResult, TemplateResult} from 'lit';

/** Names of the icons of the chrome. */
export type IconName = keyof typeof PATHS;

const PATHS = {
  add: 'M8 3v10M3 8h10',
  chevron: 'M5 6.5 8 9.5l3-3',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M5.5 5.5H13v8H5.5zM10.5 5.25V2.5H3v8h2.25',
  delete:
    'M3 4.5h10M6.5 4V2.75h3V4M4.5 4.5l.5 8.75h6l.5-8.75M6.75 7v4M9.25 7v4',
  error: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 5v3.5M8 10.75v.01',
  group: 'M2.5 4h11M5 8h8.5M5 12h8.5',
  hidden:
    'm2.5 2.5 11 11M6.4 6.5a2.2 2.2 0 0 0 3.1 3.1M4.3 4.6C2.8 5.5 1.8 6.9 1.3 8c1 2.2 3.4 4.3 6.7 4.3 1.3 0 2.4-.3 3.4-.8M7 3.8c.3 0 .7-.1 1-.1 3.3 0 5.7 2.1 6.7 4.3-.3.7-.8 1.4-1.4 2',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5.25v.01',
  lock: 'M4.5 7.25h7v6h-7zM5.75 7V5a2.25 2.25 0 0 1 4.5 0v2',
  more: 'M3 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M7.5 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M12 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  next: 'm6.5 4 4 4-4 4',
  previous: 'm9.5 4-4 4 4 4',
  redo: 'm10.5 3 3 3-3 3M13 6H6.25a3.5 3.5 0 0 0 0 7H9',
  settings: 'M2.5 5h5.5M12 5h1.5M2.5 11H4M8 11h5.5M10 3v4M6 9v4',
  undo: 'm5.5 3-3 3 3 3M3 6h6.75a3.5 3.5 0 0 1 0 7H7',
  unlock: 'M4.5 7.25h7v6h-7zM5.75 7V5a2.25 2.25 0 0 1 4.3-.9',
  visible:
    'M1.3 8c1-2.2 3.4-4.3 6.7-4.3s5.7 2.1 6.7 4.3c-1 2.2-3.4 4.3-6.7 4.3S2.3 10.2 1.3 8zM8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  warning: 'M8 2.75 13.75 13H2.25zM8 6.75v2.75M8 11.25v.01',
} as const;

/** Returns an icon of 16 CSS pixels in the colour of the text; decorative. */
export function icon(name: IconName): TemplateResult {
  return html`<svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${path(PATHS[name])}
  </svg>`;
}

function path(data: string): SVGTemplateResult {
  return svg`<path d=${data}></path>`;
}
