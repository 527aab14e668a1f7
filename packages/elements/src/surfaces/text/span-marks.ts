import {readableOn} from '../dom/css-color.js';
import {element} from '../dom/element.js';

import type {PaintedSpan} from './span-map.js';
import type {TextIndex} from './text-index.js';

/** More than this many marks of selected spans would hide the text. */
const MOST_SELECTED = 12;

/** More than this many marks would slow scrolling down. */
const MOST_MARKS = 300;

/**
 * Small flags over spans that say their labels: over the selected ones, and
 * over all that are painted where a config or a person wants that.
 */
export class SpanMarks {
  readonly #layer: () => HTMLElement;
  readonly #resize = new ResizeObserver(() => {
    this.#draw();
  });
  #marks: readonly HTMLElement[] = [];
  #selected: readonly PaintedSpan[] = [];
  #others: readonly PaintedSpan[] = [];
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
    const ids = new Set(this.#selected.map(({id}) => id));
    const spans = [
      ...this.#others.filter(({id}) => !ids.has(id)),
      ...this.#selected,
    ].filter(({label}) => label !== '');
    if (spans.length === 0) return;
    const layer = this.#layer();
    const origin = layer.getBoundingClientRect();
    // All is measured before anything is put in, for one layout.
    this.#marks = spans.flatMap((span) => toMark(span, index, origin));
    layer.append(...this.#marks);
  }
}

function toMark(
  span: PaintedSpan,
  index: TextIndex,
  origin: DOMRect,
): readonly HTMLElement[] {
  const point = index.pointAt(span.start, 'start');
  if (!point) return [];
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.setEnd(point.node, Math.min(point.offset + 1, point.node.length));
  const [rect] = range.getClientRects();
  if (!rect) return [];
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
