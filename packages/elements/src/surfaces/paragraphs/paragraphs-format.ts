import type {Geometry} from '@ls-annotation/core';

import {clampSpan} from '../text/span-format.js';
import type {ShownText, SpanFormat} from '../text/span-format.js';
import type {TextPoint, TextSpan} from '../text/text-index.js';

const TEXT = '.lsf-paragraphs__text';

/**
 * Regions of paragraphs: the 0-based paragraphs a region starts and ends in,
 * as text, with UTF-16 offsets inside them. Label Studio counts code points
 * everywhere but here.
 */
export const paragraphsFormat: SpanFormat = {
  spanOf({geometry}, text) {
    const {start, startOffset, end, endOffset} = geometry;
    const from = offsetAt(start, startOffset, text);
    const to = offsetAt(end, endOffset, text);
    if (from === null || to === null) return null;
    return clampSpan({start: from, end: to}, text.index.length);
  },

  geometryOf(span, text): Geometry {
    const start = text.index.pointAt(span.start, 'start');
    const end = text.index.pointAt(span.end, 'end');
    const from = start && placeOf(start, text);
    const to = end && placeOf(end, text);
    if (!from || !to) return {text: text.index.slice(span)};
    return {
      start: String(from.paragraph),
      end: String(to.paragraph),
      startOffset: from.offset,
      endOffset: to.offset,
      text: text.index.slice(span),
    };
  },

  partsOf: visibleParts,
};

interface Place {
  /** 0-based. */
  readonly paragraph: number;
  /** UTF-16 offset in it. */
  readonly offset: number;
}

function placeOf(point: TextPoint, text: ShownText): Place | null {
  const element = point.node.parentElement?.closest(TEXT);
  if (!element) return null;
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(point.node, point.offset);
  return {
    paragraph: textsOf(text).indexOf(element),
    offset: range.toString().length,
  };
}

function offsetAt(
  paragraph: unknown,
  offset: unknown,
  text: ShownText,
): number | null {
  if (paragraph === '' || typeof offset !== 'number') return null;
  const element = textsOf(text)[Number(paragraph)];
  if (!element) return null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Text | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    last = node as Text;
    if (left <= last.length) return text.index.offsetOf(last, left);
    left -= last.length;
  }
  return last
    ? text.index.offsetOf(last, last.length)
    : text.index.offsetOf(element, 0);
}

/** A region never covers a paragraph that is out of sight: it is parted. */
function visibleParts(span: TextSpan, text: ShownText): readonly TextSpan[] {
  if (!text.contents.querySelector('[hidden]')) return [span];
  const parts: TextSpan[] = [];
  let isRunning = false;
  for (const element of textsOf(text)) {
    const start = Math.max(text.index.offsetOf(element, 0), span.start);
    const size = element.childNodes.length;
    const end = Math.min(text.index.offsetOf(element, size), span.end);
    if (start >= end) continue;
    const isSeen = element.closest('[hidden]') === null;
    const last = parts.at(-1);
    if (isSeen && isRunning && last) parts[parts.length - 1] = {...last, end};
    else if (isSeen) parts.push({start, end});
    isRunning = isSeen;
  }
  return parts;
}

const known = new WeakMap<ShownText, readonly Element[]>();

function textsOf(text: ShownText): readonly Element[] {
  const texts = known.get(text) ?? [...text.contents.querySelectorAll(TEXT)];
  known.set(text, texts);
  return texts;
}
