import type {TextIndex, TextSpan} from './text-index.js';

/** What a selection is widened to. */
export type Granularity = 'symbol' | 'word' | 'sentence' | 'paragraph';

/** Reads a `granularity` attribute; what is none is `symbol`. */
export function toGranularity(text: string): Granularity {
  return text === 'word' || text === 'sentence' || text === 'paragraph'
    ? text
    : 'symbol';
}

/**
 * Widens a span to whole words, sentences or paragraphs (the text between two
 * breaks). For words and sentences, space at the ends is left out; so are
 * breaks at the ends always.
 *
 * @returns `null` when nothing is left.
 */
export function widenSpan(
  index: TextIndex,
  span: TextSpan,
  granularity: Granularity,
): TextSpan | null {
  const trimmed = trimSpan(index, span, granularity === 'symbol');
  if (!trimmed || granularity === 'symbol') return trimmed;
  const {start, end} = trimmed;
  const first = index.lineAt(start);
  const last = index.lineAt(end - 1);
  if (granularity === 'paragraph') return {start: first.start, end: last.end};
  const widened = {
    start: unitAt(index, first, start, granularity).start,
    end: unitAt(index, last, end - 1, granularity).end,
  };
  return trimSpan(index, widened, false);
}

function trimSpan(
  index: TextIndex,
  span: TextSpan,
  isLenient: boolean,
): TextSpan | null {
  const text = index.slice(span);
  const kept = isLenient ? /[^\n\r](?:[^]*[^\n\r])?/u : /\S(?:[^]*\S)?/u;
  const match = kept.exec(text);
  if (!match) return null;
  const start = span.start + codePoints(text.slice(0, match.index));
  return {start, end: start + codePoints(match[0])};
}

function unitAt(
  index: TextIndex,
  line: TextSpan,
  offset: number,
  granularity: 'word' | 'sentence',
): TextSpan {
  const text = index.slice(line);
  const at = utf16Length(text, offset - line.start);
  const segments = new Intl.Segmenter(undefined, {granularity}).segment(text);
  const unit = segments.containing(at);
  if (!unit) return {start: offset, end: offset + 1};
  const start = line.start + codePoints(text.slice(0, unit.index));
  return {start, end: start + codePoints(unit.segment)};
}

function codePoints(text: string): number {
  return [...text].length;
}

function utf16Length(text: string, count: number): number {
  return [...text].slice(0, count).join('').length;
}
