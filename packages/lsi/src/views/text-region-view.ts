import {sliceCodePoints} from '@ls-annotation/core';

import {ObjectView} from './object-view.js';
import {RegionView} from './region-view.js';
import {toText} from './to-text.js';

/**
 * A region of a text as plugins see it: a span of `<Text>` or `<HyperText>`,
 * or of `<Paragraphs>`.
 *
 * Spans are painted without elements of their own where the browser can; then
 * there are none to be found.
 */
export class TextRegionView extends RegionView {
  /** Elements that show it, `undefined` when there are none. */
  get _spans(): unknown[] | undefined {
    const {object} = this;
    const surface = object instanceof ObjectView ? object.surface : null;
    const found = surface?.regionElements?.(this.cleanId) ?? [];
    return found.length === 0 ? undefined : [...found];
  }

  /** Returns the first element that shows it, or `undefined`. */
  getRegionElement(): unknown {
    return this._spans?.[0];
  }

  /** Says where it lies, code points from the beginning, end exclusive. */
  updateGlobalOffsets(start: number, end: number): void {
    const isPlain = this.isText === true;
    this.reshape(isPlain ? {start, end} : {globalOffsets: {start, end}});
  }

  /** Sets `startOffset` and `endOffset`, code points, end exclusive. */
  updateTextOffsets(start: number, end: number): void {
    const isPlain = this.isText === true;
    this.reshape(isPlain ? {start, end} : {startOffset: start, endOffset: end});
  }

  /** Computes the global offsets of a span that has only paths. */
  initRangeAndOffsets(): void {
    this.computeOffsets();
  }

  /** Returns the elements that show it: they follow the store. */
  applyHighlight(): unknown[] | undefined {
    return this._spans;
  }

  /** Nothing to do: what shows it follows the store. */
  updateSpans(): void {
    // Label Studio writes labels into the spans here.
  }

  /** Fills in the text that it covers, when it has none. */
  updateHighlightedText(): void {
    const offsets = this.globalOffsets;
    if (this.text !== undefined || !offsets) return;
    const {object} = this;
    const surface = object instanceof ObjectView ? object.surface : null;
    const text =
      surface?.textOf?.(offsets) ??
      sliceCodePoints(toText(object?._value), offsets.start, offsets.end);
    this.reshape({text: text.replaceAll('\n', '\\n')});
  }
}

/** A region of `<Paragraphs>` as plugins see it. */
export class ParagraphsRegionView extends TextRegionView {
  /** Sets the text that it covers. */
  setText(text: string): void {
    this.reshape({text});
  }
}
