import type {TextMatcher} from './scenario.js';

/** Returns whether a text contains, is, or matches what is wanted. */
export function fitsText(text: string, wanted: TextMatcher): boolean {
  if (typeof wanted === 'string') return text.includes(wanted);
  const {is, matches} = wanted;
  if (is !== undefined && text !== is) return false;
  return matches === undefined || new RegExp(matches).test(text);
}
