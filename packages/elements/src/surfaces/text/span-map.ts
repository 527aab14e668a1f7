import type {TextSpan} from './text-index.js';

/** A region as it is painted on a text. */
export interface PaintedSpan extends TextSpan {
  /** Region id. */
  readonly id: string;
  /** CSS colour of its label. */
  readonly color: string;
  /** Text of its labels, for the mark of a selected region. */
  readonly label: string;
}

/** Code points that share a bucket. */
const BUCKET = 2048;

/**
 * Spans by region, found by place without looking at all of them.
 */
export class SpanMap {
  readonly #spans = new Map<string, PaintedSpan>();
  readonly #buckets = new Map<number, Set<PaintedSpan>>();

  /** Number of spans. */
  get size(): number {
    return this.#spans.size;
  }

  /** Returns the span of a region. */
  get(id: string): PaintedSpan | undefined {
    return this.#spans.get(id);
  }

  /** Yields every span. */
  values(): IterableIterator<PaintedSpan> {
    return this.#spans.values();
  }

  /** Adds a span, in place of the one the region had. */
  set(span: PaintedSpan): void {
    this.delete(span.id);
    this.#spans.set(span.id, span);
    for (const key of bucketsOf(span)) {
      const bucket = this.#buckets.get(key);
      if (bucket) bucket.add(span);
      else this.#buckets.set(key, new Set([span]));
    }
  }

  /** Removes the span of a region and returns it. */
  delete(id: string): PaintedSpan | undefined {
    const span = this.#spans.get(id);
    if (!span) return undefined;
    this.#spans.delete(id);
    for (const key of bucketsOf(span)) this.#buckets.get(key)?.delete(span);
    return span;
  }

  /** Removes every span. */
  clear(): void {
    this.#spans.clear();
    this.#buckets.clear();
  }

  /** Returns the spans that share at least one code point with `window`. */
  within(window: TextSpan): ReadonlySet<PaintedSpan> {
    const found = new Set<PaintedSpan>();
    for (const key of bucketsOf(window)) {
      for (const span of this.#buckets.get(key) ?? []) {
        if (span.start < window.end && span.end > window.start) found.add(span);
      }
    }
    return found;
  }

  /** Returns the spans that hold a code point, shortest first. */
  at(offset: number): readonly PaintedSpan[] {
    return [...this.within({start: offset, end: offset + 1})].sort(
      (left, right) => lengthOf(left) - lengthOf(right),
    );
  }
}

function* bucketsOf({start, end}: TextSpan): Generator<number, void> {
  const last = Math.floor(Math.max(end - 1, start) / BUCKET);
  for (let key = Math.floor(start / BUCKET); key <= last; key += 1) yield key;
}

function lengthOf({start, end}: TextSpan): number {
  return end - start;
}
