import type {Disposer} from '@ls-annotation/core';

import type {PaintedSpan, SpanMap} from './span-map.js';
import type {SpanPainter} from './span-painter.js';
import type {TextIndex, TextSpan} from './text-index.js';

/**
 * Up to this many spans are all painted. Beyond, browsers slow down: each
 * change of the page costs them a look at every painted range.
 */
const PAINT_ALL_UP_TO = 800;

const EVERYTHING: TextSpan = {start: 0, end: Number.MAX_SAFE_INTEGER};

/**
 * Keeps a painter painting the spans that are in sight or near, however many
 * there are.
 */
export class SpanWindow {
  readonly #root: HTMLElement;
  readonly #spans: SpanMap;
  readonly #painter: SpanPainter;
  #painted = new Set<PaintedSpan>();
  #index: TextIndex | null = null;
  #window: TextSpan = EVERYTHING;
  #frame = 0;

  /** Creates a window on the text of `root`. */
  constructor(root: HTMLElement, spans: SpanMap, painter: SpanPainter) {
    this.#root = root;
    this.#spans = spans;
    this.#painter = painter;
  }

  /** Follows scrolling and changes of size until the answer is called. */
  connect(): Disposer {
    const schedule = (): void => {
      if (this.#isAll() && this.#window === EVERYTHING) return;
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#follow();
      });
    };
    const resize = new ResizeObserver(schedule);
    resize.observe(this.#root);
    const options = {capture: true, passive: true};
    document.addEventListener('scroll', schedule, options);
    window.addEventListener('resize', schedule, options);
    return () => {
      cancelAnimationFrame(this.#frame);
      resize.disconnect();
      document.removeEventListener('scroll', schedule, options);
      window.removeEventListener('resize', schedule, options);
    };
  }

  /** Paints anew on a text that has changed. */
  reset(index: TextIndex): void {
    this.#index = index;
    this.#painted = new Set();
    this.#painter.reset(index);
    this.#window = this.#isAll() ? EVERYTHING : this.#nearby();
    this.#paint();
  }

  /** Paints a span that was added, if it is near. */
  add(span: PaintedSpan): void {
    if (!overlaps(span, this.#window)) return;
    this.#painted.add(span);
    this.#painter.add(span);
    if (this.#window === EVERYTHING && !this.#isAll()) this.#follow();
  }

  /** Takes a span away that was removed. */
  remove(span: PaintedSpan): void {
    if (this.#painted.delete(span)) this.#painter.remove(span);
  }

  #isAll(): boolean {
    return this.#spans.size <= PAINT_ALL_UP_TO;
  }

  #follow(): void {
    const next = this.#isAll() ? EVERYTHING : this.#nearby();
    const isEnough = contains(this.#window, this.#inSight());
    if (isEnough && lengthOf(this.#window) <= 2 * lengthOf(next)) return;
    this.#window = next;
    this.#paint();
  }

  #paint(): void {
    const wanted =
      this.#window === EVERYTHING
        ? new Set(this.#spans.values())
        : this.#spans.within(this.#window);
    for (const span of this.#painted) {
      if (!wanted.has(span)) this.#painter.remove(span);
    }
    for (const span of wanted) {
      if (!this.#painted.has(span)) this.#painter.add(span);
    }
    this.#painted = new Set(wanted);
  }

  /** What is in sight, and one screen before and behind. */
  #nearby(): TextSpan {
    return this.#between(-window.innerHeight, 2 * window.innerHeight);
  }

  #inSight(): TextSpan {
    return this.#between(0, window.innerHeight);
  }

  /** Text between two heights, CSS pixels from the top of the viewport. */
  #between(top: number, bottom: number): TextSpan {
    const length = this.#index?.length ?? 0;
    const start = this.#firstBelow(top, length);
    return {start, end: Math.max(this.#firstBelow(bottom, length), start)};
  }

  #firstBelow(y: number, length: number): number {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#bottomOf(middle) >= y) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #bottomOf(offset: number): number {
    const point = this.#index?.pointAt(offset, 'start');
    if (!point) return Number.POSITIVE_INFINITY;
    const range = document.createRange();
    range.setStart(point.node, point.offset);
    range.setEnd(point.node, Math.min(point.offset + 1, point.node.length));
    return range.getBoundingClientRect().bottom;
  }
}

function overlaps(span: TextSpan, window: TextSpan): boolean {
  return span.start < window.end && span.end > window.start;
}

function lengthOf({start, end}: TextSpan): number {
  return end - start;
}

function contains(outer: TextSpan, inner: TextSpan): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}
