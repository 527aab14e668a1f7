import type {Disposer} from '@ls-annotation/core';

import type {PaintedSpan, SpanMap} from './span-map.js';
import type {SpanPainter} from './span-painter.js';
import type {TextIndex, TextSpan} from './text-index.js';

/**
 * Up to this many spans are all painted. Beyond, browsers slow down: each
 * change of the page costs them a look at every painted range.
 */
const PAINT_ALL_UP_TO = 800;

/** Places that are tried to see whether text runs from top to bottom. */
const PROBES = 48;

/** Text nodes without a box that are passed over in a row. */
const MOST_HIDDEN = 200;

const EVERYTHING: TextSpan = {start: 0, end: Number.MAX_SAFE_INTEGER};

/**
 * Keeps a painter painting the spans that are in sight or near, however many
 * there are.
 *
 * What is near is found by place, so that takes text which runs from top to
 * bottom; of text in columns everything is painted.
 */
export class SpanWindow {
  readonly #root: HTMLElement;
  readonly #spans: SpanMap;
  readonly #painter: SpanPainter;
  readonly #onPainted: (spans: ReadonlySet<PaintedSpan>) => void;
  #painted = new Set<PaintedSpan>();
  #index: TextIndex | null = null;
  #window: TextSpan = EVERYTHING;
  #isInColumns: boolean | null = null;
  #frame = 0;
  #tellFrame = 0;

  /**
   * Creates a window on the text of `root`.
   *
   * @param onPainted - called a frame after other spans are painted
   */
  constructor(
    root: HTMLElement,
    spans: SpanMap,
    painter: SpanPainter,
    onPainted: (spans: ReadonlySet<PaintedSpan>) => void = () => undefined,
  ) {
    this.#root = root;
    this.#spans = spans;
    this.#painter = painter;
    this.#onPainted = onPainted;
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
      cancelAnimationFrame(this.#tellFrame);
      resize.disconnect();
      document.removeEventListener('scroll', schedule, options);
      window.removeEventListener('resize', schedule, options);
    };
  }

  /** Paints anew on a text that has changed. */
  reset(index: TextIndex): void {
    this.#index = index;
    this.#isInColumns = null;
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
    this.#tell();
    if (this.#window === EVERYTHING && !this.#isAll()) this.#follow();
  }

  /** Takes a span away that was removed. */
  remove(span: PaintedSpan): void {
    if (!this.#painted.delete(span)) return;
    this.#painter.remove(span);
    this.#tell();
  }

  #isAll(): boolean {
    if (this.#spans.size <= PAINT_ALL_UP_TO) return true;
    this.#isInColumns ??= this.#hasColumns();
    return this.#isInColumns;
  }

  /** True when later text stands a screen or more above earlier text. */
  #hasColumns(): boolean {
    const length = this.#index?.length ?? 0;
    let lowest = Number.NEGATIVE_INFINITY;
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bottom = this.#bottomOf(Math.floor((length * probe) / PROBES));
      if (bottom === Number.POSITIVE_INFINITY) continue;
      if (bottom < lowest - window.innerHeight) return true;
      lowest = Math.max(lowest, bottom);
    }
    return false;
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
    this.#tell();
  }

  #tell(): void {
    cancelAnimationFrame(this.#tellFrame);
    this.#tellFrame = requestAnimationFrame(() => {
      this.#onPainted(this.#painted);
    });
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

  /** Height at which text stands; that of what follows when it is hidden. */
  #bottomOf(offset: number): number {
    let at = offset;
    for (let tries = 0; tries < MOST_HIDDEN; tries += 1) {
      const point = this.#index?.pointAt(at, 'start');
      if (!point) break;
      const range = document.createRange();
      range.setStart(point.node, point.offset);
      range.setEnd(point.node, Math.min(point.offset + 1, point.node.length));
      const [rect] = range.getClientRects();
      if (rect) return rect.bottom;
      at = this.#index?.offsetOf(point.node, point.node.length) ?? at;
    }
    return Number.POSITIVE_INFINITY;
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
