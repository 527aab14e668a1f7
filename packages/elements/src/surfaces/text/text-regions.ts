import {regionsOf, touchedRegions} from '@ls-annotation/core';
import type {Commit, ConfigTag, StatePatch} from '@ls-annotation/core';

import type {SurfaceContext} from '../surface.js';

import {SpanMap} from './span-map.js';
import type {PaintedSpan} from './span-map.js';
import type {SpanPainter} from './span-painter.js';
import {SpanWindow} from './span-window.js';
import type {TextIndex} from './text-index.js';
import {isPaintedAlike, toPaintedSpan} from './to-painted-span.js';
import type {TextPlace} from './to-painted-span.js';

/**
 * The regions of one text, painted. A change costs what it changes, not what
 * exists.
 */
export class TextRegions {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #painter: SpanPainter;
  readonly #spans = new SpanMap();
  readonly #window: SpanWindow;
  readonly #onSelected: (spans: readonly PaintedSpan[]) => void;
  #place: TextPlace | null = null;

  /**
   * Creates it with nothing painted.
   *
   * @param onSelected - called with the selected spans after any change to
   *   one of them
   */
  constructor(
    root: HTMLElement,
    tag: ConfigTag,
    context: SurfaceContext,
    painter: SpanPainter,
    onSelected: (spans: readonly PaintedSpan[]) => void,
  ) {
    this.#tag = tag;
    this.#context = context;
    this.#painter = painter;
    this.#onSelected = onSelected;
    this.#window = new SpanWindow(root, this.#spans, painter);
    context.add(this.#window.connect());
    context.onCommit((commit) => {
      this.#apply(commit);
    });
    context.watch(
      ({selection}) => selection,
      () => {
        this.#select();
      },
    );
    context.add(() => {
      painter.dispose();
    });
  }

  /** Paints everything anew on a text that has changed. */
  reset(index: TextIndex, container: Element): void {
    const {config} = this.#context;
    this.#place = {tag: this.#tag, config, index, container};
    this.#spans.clear();
    for (const region of regionsOf(this.#context.state().regions)) {
      const span = toPaintedSpan(region, this.#place);
      if (span) this.#spans.set(span);
    }
    this.#window.reset(index);
    this.#select();
  }

  /** Returns the spans that hold a code point, shortest first. */
  at(offset: number): readonly PaintedSpan[] {
    return this.#spans.at(offset);
  }

  #apply(commit: Commit): void {
    const place = this.#place;
    if (!place) return;
    const {annotationId, store} = this.#context;
    if (commit.patches.some((patch) => isWhole(patch, annotationId))) {
      this.reset(place.index, place.container);
      return;
    }
    const {added, updated, removed} = touchedRegions(commit, annotationId);
    let isSelectedTouched = false;
    const {selection} = this.#context.state();
    for (const id of [...removed, ...added, ...updated]) {
      const region = store.findRegion(annotationId, id);
      const isChanged = this.#replace(id, toPaintedSpan(region, place));
      isSelectedTouched ||= isChanged && selection.includes(id);
    }
    if (isSelectedTouched) this.#select();
  }

  #replace(id: string, next: PaintedSpan | null): boolean {
    const before = this.#spans.get(id);
    if (before && next && isPaintedAlike(before, next)) return false;
    if (before) {
      this.#spans.delete(id);
      this.#window.remove(before);
    }
    if (next) {
      this.#spans.set(next);
      this.#window.add(next);
    }
    return before !== undefined || next !== null;
  }

  #select(): void {
    const spans = this.#context
      .state()
      .selection.map((id) => this.#spans.get(id))
      .filter((span): span is PaintedSpan => span !== undefined);
    this.#painter.setSelected(spans);
    this.#onSelected(spans);
  }
}

/** Returns true for a patch that puts another annotation in place of one. */
function isWhole({path}: StatePatch, annotationId: string): boolean {
  return path.length === 2 && path[1] === annotationId;
}
