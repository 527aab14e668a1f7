import {attributeFlag, attributeText} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

/** One paragraph of a `Paragraphs`. */
export interface Paragraph {
  /** Who says it, `''` when nobody is named. */
  readonly author: string;
  /** What is said. */
  readonly text: string;
}

/** Paragraphs, or why there are none. */
export type ParagraphsOutcome =
  | {readonly ok: true; readonly paragraphs: readonly Paragraph[]}
  | {readonly ok: false; readonly problem: string};

type Entry = Readonly<Record<string, unknown>>;

/**
 * Reads the value of a `Paragraphs`: a list of objects, of which `nameKey`
 * names the author and `textKey` the text.
 *
 * With `contextScroll` they are in the order they are heard in, as in Label
 * Studio: by `start`, then by end, those without a start last. Regions count
 * them in that order.
 */
export function readParagraphs(
  tag: ConfigTag,
  value: unknown,
): ParagraphsOutcome {
  if (!Array.isArray(value)) {
    return {ok: false, problem: 'needs a list of objects in the task.'};
  }
  const textKey = attributeText(tag, 'textKey');
  const nameKey = attributeText(tag, 'nameKey');
  const entries = value.map(toEntry);
  const [first] = entries;
  if (first && !(textKey in first)) {
    return {
      ok: false,
      problem: `finds no “${textKey}” in the list. Name the key with textKey.`,
    };
  }
  const ordered = attributeFlag(tag, 'contextScroll')
    ? [...entries].sort(byTime)
    : entries;
  return {
    ok: true,
    paragraphs: ordered.map((entry) => ({
      author: toText(entry[nameKey]),
      text: toText(entry[textKey]),
    })),
  };
}

function toEntry(entry: unknown): Entry {
  return typeof entry === 'object' && entry !== null ? (entry as Entry) : {};
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function byTime(left: Entry, right: Entry): number {
  const starts = [numberOf(left.start), numberOf(right.start)] as const;
  if (starts[0] === 0) return 1;
  if (starts[1] === 0) return -1;
  if (starts[0] !== starts[1]) return starts[0] - starts[1];
  return endOf(left) - endOf(right);
}

function endOf({start, end, duration}: Entry): number {
  return numberOf(end) || numberOf(start) + numberOf(duration);
}

function numberOf(value: unknown): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}
