import {attributeText} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import {optionsOf} from '../config/options-of.js';
import {findLabel} from './find-label.js';

/**
 * Colours for labels without one. Each keeps a contrast of 3 : 1 or more
 * against white and against a dark surface; neighbours differ in hue.
 */
export const LABEL_PALETTE: readonly string[] = Object.freeze([
  '#2f7fd6',
  '#d9480f',
  '#2b8a3e',
  '#c2255c',
  '#0b8f8c',
  '#8a63d2',
  '#a67c00',
  '#e03131',
  '#5c7cfa',
  '#5c940d',
  '#be4bdb',
  '#0c8599',
  '#b35c1e',
  '#7950f2',
  '#12875a',
  '#d6336c',
  '#1c7ed6',
  '#8f7a00',
  '#a14fb3',
  '#c4541a',
  '#3b8132',
  '#6c757d',
  '#b0413e',
  '#4f7d95',
]);

/** What Label Studio writes where nobody chose a colour. */
const UNCHOSEN = new Set(['', '#36b37e', '#fa541c']);
const CACHE = new WeakMap<ConfigTag, ReadonlyMap<ConfigTag, string>>();

/**
 * Returns the colour of a `Label`, `Choice` or `Relation` as CSS.
 *
 * Its `background` (or `color`) where the config gives one; else a colour that
 * follows from its value, the same in every session, and as far as the palette
 * goes another one than its siblings'.
 */
export function labelColor(label: ConfigTag): string {
  const own = ownColor(label);
  if (own !== '') return own;
  const control = controlOf(label);
  if (control === null) return colorOfText(label.value);
  let colors = CACHE.get(control);
  if (colors === undefined) {
    colors = distribute(optionsOf(control));
    CACHE.set(control, colors);
  }
  return colors.get(label) ?? colorOfText(label.value);
}

/**
 * Returns the colour of what a result of a control holds; that of the value
 * itself when the control has no such option.
 */
export function valueColor(
  control: ConfigTag | undefined,
  valueOrAlias: string,
): string {
  const label = control && findLabel(control, valueOrAlias);
  return label === undefined ? colorOfText(valueOrAlias) : labelColor(label);
}

/** Returns a colour of the palette that follows from a text. */
export function colorOfText(text: string): string {
  return LABEL_PALETTE[hash(text) % LABEL_PALETTE.length] ?? '';
}

function ownColor(label: ConfigTag): string {
  for (const name of ['background', 'color']) {
    const written = attributeText(label, name, '').trim();
    if (!UNCHOSEN.has(written.toLowerCase())) return written;
  }
  return '';
}

function controlOf(label: ConfigTag): ConfigTag | null {
  for (let at = label.parent; at !== null; at = at.parent) {
    if (at.definition.role === 'control') return at;
  }
  return null;
}

function distribute(
  labels: readonly ConfigTag[],
): ReadonlyMap<ConfigTag, string> {
  const size = LABEL_PALETTE.length;
  const colors = new Map<ConfigTag, string>();
  const taken = new Set<string>();
  for (const label of labels) {
    if (ownColor(label) !== '') continue;
    if (taken.size === size) taken.clear();
    let place = hash(label.value) % size;
    while (taken.has(LABEL_PALETTE[place] ?? '')) place = (place + 1) % size;
    const color = LABEL_PALETTE[place] ?? '';
    taken.add(color);
    colors.set(label, color);
  }
  return colors;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
