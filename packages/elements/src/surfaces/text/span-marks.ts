import {readableOn} from '../dom/css-color.js';
import {element} from '../dom/element.js';

import {placeMarks} from './place-marks.js';
import type {ProposedMark} from './proposed-spans.js';
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
  #proposed: readonly ProposedMark[] = [];
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
  showProposed(spans: readonly ProposedMark[], index: TextIndex): void {
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
    const spans = new Map<string, PaintedSpan | ProposedMark>();
    const proposed = this.#proposed;
    for (const span of [...this.#others, ...this.#selected, ...proposed]) {
      spans.delete(span.id);
      spans.set(span.id, span);
    }
    const labeled = [...spans.values()].filter(({label}) => label !== '');
    if (labeled.length === 0) return;
    const layer = this.#layer();
    const origin = layer.getBoundingClientRect();
    // All is measured before anything is put in, for one layout.
    const marks = labeled.flatMap((span) => toMark(span, index, origin));
    this.#marks = marks.map(({mark}) => mark);
    layer.append(...this.#marks);
    layOut(marks, origin.width);
  }
}

/** A mark with where it wants to stand, CSS pixels. */
interface StandingMark {
  readonly mark: HTMLElement;
  readonly left: number;
  readonly top: number;
}

/** Has marks over adjacent words stand side by side; for two layouts. */
function layOut(marks: readonly StandingMark[], end: number): void {
  const wanted = marks.map(({mark, left, top}) => ({
    left,
    top,
    width: mark.getBoundingClientRect().width,
  }));
  const cut = placeMarks(wanted, end).flatMap(({left, width}, index) => {
    const {mark} = marks[index] ?? {};
    if (!mark) return [];
    mark.style.left = `${String(left)}px`;
    if (width >= (wanted[index]?.width ?? 0)) return [];
    mark.style.maxInlineSize = `${String(width)}px`;
    return [mark];
  });
  // What is new says more than what was.
  for (const mark of cut) mark.classList.add('lsf-richtext__mark_cut');
}

function toMark(
  span: PaintedSpan | ProposedMark,
  index: TextIndex,
  origin: DOMRect,
): readonly StandingMark[] {
  const point = index.pointAt(span.start, 'start');
  if (!point) return [];
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.setEnd(point.node, Math.min(point.offset + 1, point.node.length));
  const [rect] = range.getClientRects();
  if (!rect) return [];
  const mark = makeMark(span);
  const left = rect.left - origin.left;
  const top = rect.top - origin.top;
  mark.style.left = `${String(left)}px`;
  mark.style.top = `${String(top)}px`;
  mark.style.background = span.color;
  mark.style.color = readableOn(span.color);
  return [{mark, left, top}];
}

function makeMark(span: PaintedSpan | ProposedMark): HTMLElement {
  const {label} = span;
  if (!('was' in span)) {
    return element('div', {class: 'lsf-richtext__mark', text: label});
  }
  const {was} = span;
  const mark = element('div', {
    class: 'lsf-richtext__mark lsf-richtext__mark_proposed',
  });
  if (was !== '') {
    mark.append(element('span', {class: 'lsf-richtext__mark-was', text: was}));
  }
  mark.append(label.slice(was.length));
  return mark;
}
