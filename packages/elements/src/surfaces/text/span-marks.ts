import {readableOn} from '../dom/css-color.js';
import {element} from '../dom/element.js';

import type {PaintedSpan} from './span-map.js';
import type {TextIndex} from './text-index.js';

/** More than this many marks of selected spans would hide the text. */
const MOST_SELECTED = 12;

/** More than this many marks would slow scrolling down. */
const MOST_MARKS = 300;

/**
 * Small flags over spans that say their labels: over the selected ones, over
 * all that are painted where a config or a person wants that, and over those
 * that would change, where they say how.
 */
export class SpanMarks {
  readonly #layer: () => HTMLElement;
  readonly #resize = new ResizeObserver(() => {
    this.#draw();
  });
  #marks: readonly HTMLElement[] = [];
  #selected: readonly PaintedSpan[] = [];
  #others: readonly PaintedSpan[] = [];
  #proposed: readonly PaintedSpan[] = [];
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

  /** Shows marks for these selected spans and for no others. */
  showSelected(spans: readonly PaintedSpan[], index: TextIndex): void {
    this.#selected = spans.slice(0, MOST_SELECTED);
    this.#index = index;
    this.#draw();
  }

  /** Shows marks for these spans as well, whether selected or not. */
  showOthers(spans: Iterable<PaintedSpan>, index: TextIndex): void {
    this.#others = [...spans].slice(0, MOST_MARKS);
    this.#index = index;
    this.#draw();
  }

  /** Shows these marks in place of those that say what is there now. */
  showProposed(spans: readonly PaintedSpan[], index: TextIndex): void {
    if (spans.length + this.#proposed.length === 0) return;
    this.#proposed = spans.slice(0, MOST_MARKS);
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
    const proposed = new Set(this.#proposed);
    const spans = new Map<string, PaintedSpan>();
    for (const span of [...this.#others, ...this.#selected, ...proposed]) {
      spans.delete(span.id);
      spans.set(span.id, span);
    }
    const labeled = [...spans.values()].filter(({label}) => label !== '');
    if (labeled.length === 0) return;
    const layer = this.#layer();
    const origin = layer.getBoundingClientRect();
    // All is measured before anything is put in, for one layout.
    this.#marks = labeled.flatMap((span) =>
      toMark(span, index, origin, proposed.has(span)),
    );
    layer.append(...this.#marks);
  }
}

function toMark(
  span: PaintedSpan,
  index: TextIndex,
  origin: DOMRect,
  isProposed: boolean,
): readonly HTMLElement[] {
  const point = index.pointAt(span.start, 'start');
  if (!point) return [];
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.setEnd(point.node, Math.min(point.offset + 1, point.node.length));
  const [rect] = range.getClientRects();
  if (!rect) return [];
  const mark = element('div', {
    class: `lsf-richtext__mark${isProposed ? ' lsf-richtext__mark_proposed' : ''}`,
    text: span.label,
  });
  mark.style.left = `${String(rect.left - origin.left)}px`;
  mark.style.top = `${String(rect.top - origin.top)}px`;
  mark.style.background = span.color;
  mark.style.color = readableOn(span.color);
  return [mark];
}
