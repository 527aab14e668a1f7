import {element} from '../dom/element.js';
import {readableOn} from '../dom/css-color.js';

import type {PaintedSpan} from './span-map.js';
import type {TextIndex} from './text-index.js';

/** More than this many marks would hide the text they are for. */
const MOST_MARKS = 12;

/** Small flags over the selected spans that say their labels. */
export class SpanMarks {
  readonly #layer: () => HTMLElement;
  readonly #resize = new ResizeObserver(() => {
    this.#draw();
  });
  #marks: readonly HTMLElement[] = [];
  #spans: readonly PaintedSpan[] = [];
  #index: TextIndex | null = null;

  /**
   * Creates it with nothing shown.
   *
   * @param root - element that holds the text
   * @param layer - answers the element that lies over the text
   */
  constructor(root: HTMLElement, layer: () => HTMLElement) {
    this.#layer = layer;
    this.#resize.observe(root);
  }

  /** Shows marks for these spans and for no others. */
  show(spans: readonly PaintedSpan[], index: TextIndex): void {
    this.#spans = spans;
    this.#index = index;
    this.#draw();
  }

  /** Takes everything away for good. */
  dispose(): void {
    this.#resize.disconnect();
    for (const mark of this.#marks) mark.remove();
  }

  #draw(): void {
    const index = this.#index;
    for (const mark of this.#marks) mark.remove();
    this.#marks = [];
    if (!index) return;
    this.#marks = this.#spans
      .slice(0, MOST_MARKS)
      .filter(({label}) => label !== '')
      .flatMap((span) => this.#toMark(span, index));
    if (this.#marks.length > 0) this.#layer().append(...this.#marks);
  }

  #toMark(span: PaintedSpan, index: TextIndex): readonly HTMLElement[] {
    const point = index.pointAt(span.start, 'start');
    if (!point) return [];
    const range = document.createRange();
    range.setStart(point.node, point.offset);
    range.setEnd(point.node, Math.min(point.offset + 1, point.node.length));
    const [rect] = range.getClientRects();
    if (!rect) return [];
    const origin = this.#layer().getBoundingClientRect();
    const mark = element('div', {
      class: 'lsf-richtext__mark',
      text: span.label,
    });
    mark.style.left = `${String(rect.left - origin.left)}px`;
    mark.style.top = `${String(rect.top - origin.top)}px`;
    mark.style.background = span.color;
    mark.style.color = readableOn(span.color);
    return [mark];
  }
}
