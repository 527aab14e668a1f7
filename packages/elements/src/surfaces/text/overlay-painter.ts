import {element} from '../dom/element.js';

import type {ProposedSpans} from './proposed-spans.js';
import type {PaintedSpan} from './span-map.js';
import type {SpanPainter} from './span-painter.js';
import type {TextIndex, TextSpan} from './text-index.js';

/** How a box is painted unless it is plain. */
type Look = 'selected' | 'coming' | 'leaving';

/**
 * Paints spans as boxes on a layer over the text, for browsers that have no
 * CSS Custom Highlight API. Follows the size of the text.
 */
export class OverlayPainter implements SpanPainter {
  readonly #layer: HTMLElement;
  readonly #spans = new Set<PaintedSpan>();
  readonly #resize = new ResizeObserver(() => {
    this.#schedule();
  });
  #selected: readonly PaintedSpan[] = [];
  #proposed: ProposedSpans | null = null;
  #index: TextIndex | null = null;
  #frame = 0;

  /** Creates a painter that puts boxes into `layer`. */
  constructor(layer: HTMLElement) {
    this.#layer = layer;
    this.#resize.observe(layer);
  }

  /** See {@link SpanPainter.reset}. */
  reset(index: TextIndex): void {
    this.#index = index;
    this.#spans.clear();
    this.#selected = [];
    this.#proposed = null;
    this.#schedule();
  }

  /** See {@link SpanPainter.add}. */
  add(span: PaintedSpan): void {
    this.#spans.add(span);
    this.#schedule();
  }

  /** See {@link SpanPainter.remove}. */
  remove(span: PaintedSpan): void {
    this.#spans.delete(span);
    this.#schedule();
  }

  /** See {@link SpanPainter.setSelected}. */
  setSelected(spans: readonly PaintedSpan[]): void {
    this.#selected = spans;
    this.#schedule();
  }

  /** See {@link SpanPainter.setProposed}. */
  setProposed(spans: ProposedSpans): void {
    this.#proposed = spans;
    this.#schedule();
  }

  /** See {@link SpanPainter.dispose}. */
  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#resize.disconnect();
    this.#clear();
  }

  #schedule(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#paint();
    });
  }

  #clear(): void {
    for (const box of this.#layer.querySelectorAll('.lsf-richtext__box')) {
      box.remove();
    }
  }

  #paint(): void {
    this.#clear();
    const origin = this.#layer.getBoundingClientRect();
    const selected = new Set(this.#selected);
    const {coming = [], leaving = []} = this.#proposed ?? {};
    // All is measured before anything is put in, for one layout.
    const boxes = [
      ...[...this.#spans].flatMap((span) =>
        this.#boxesOf(span, origin, selected.has(span) ? 'selected' : null),
      ),
      ...coming.flatMap((span) => this.#boxesOf(span, origin, 'coming')),
      ...leaving.flatMap((span) => this.#boxesOf(span, origin, 'leaving')),
    ];
    this.#layer.append(...boxes);
  }

  #boxesOf(
    span: PaintedSpan,
    origin: DOMRect,
    look: Look | null,
  ): readonly HTMLElement[] {
    return this.#rectsOf(span).map((rect) =>
      toBox(rect, origin, span.color, look),
    );
  }

  #rectsOf(span: PaintedSpan): readonly DOMRect[] {
    const stretches = this.#index?.stretchesOf(span) ?? [];
    return stretches.flatMap((stretch) => this.#rectsOfStretch(stretch));
  }

  #rectsOfStretch(span: TextSpan): readonly DOMRect[] {
    const start = this.#index?.pointAt(span.start, 'start');
    const end = this.#index?.pointAt(span.end, 'end');
    if (!start || !end) return [];
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return [...range.getClientRects()];
  }
}

function toBox(
  rect: DOMRect,
  origin: DOMRect,
  color: string,
  look: Look | null,
): HTMLElement {
  const box = element('div', {
    class: `lsf-richtext__box${look ? ` lsf-richtext__box_${look}` : ''}`,
  });
  box.style.left = `${String(rect.left - origin.left)}px`;
  box.style.top = `${String(rect.top - origin.top)}px`;
  box.style.width = `${String(rect.width)}px`;
  box.style.height = `${String(rect.height)}px`;
  box.style.setProperty('--_color', color);
  return box;
}
