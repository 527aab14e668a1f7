import {
  regionsOf,
  replacesAnnotation,
  touchedRegions,
} from '@ls-annotation/core';
import type {Commit, ConfigTag} from '@ls-annotation/core';

import type {ProposedRegion} from '../proposed-region.js';
import type {SurfaceContext} from '../surface.js';

import {toProposedSpans} from './proposed-spans.js';
import type {ProposedMark} from './proposed-spans.js';
import type {ShownText, SpanFormat} from './span-format.js';
import {SpanMap} from './span-map.js';
import type {PaintedSpan} from './span-map.js';
import type {SpanPainter} from './span-painter.js';
import {SpanWindow} from './span-window.js';
import {isPaintedAlike, toPaintedSpan} from './to-painted-span.js';
import type {TextPlace} from './to-painted-span.js';

/** What {@link TextRegions} paints. */
export interface TextRegionsOptions {
  /** Element that holds the text. */
  readonly root: HTMLElement;
  /** The object tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** How its regions say where they lie. */
  readonly format: SpanFormat;
  /** What paints. */
  readonly painter: SpanPainter;
  /** Called with the selected spans after any change to one of them. */
  readonly onSelected: (spans: readonly PaintedSpan[]) => void;
  /** Called with marks for what would change, after any change to that. */
  readonly onProposed: (marks: readonly ProposedMark[]) => void;
  /** Called a frame after other spans are painted than before. */
  readonly onPainted?: (spans: ReadonlySet<PaintedSpan>) => void;
}

/**
 * The regions of one text, painted. A change costs what it changes, not what
 * exists.
 */
export class TextRegions {
  readonly #options: TextRegionsOptions;
  readonly #spans = new SpanMap();
  readonly #window: SpanWindow;
  #place: TextPlace | null = null;
  #proposals: readonly ProposedRegion[] = [];

  /** Creates it with nothing painted. */
  constructor(options: TextRegionsOptions) {
    const {root, context, painter, onPainted} = options;
    this.#options = options;
    this.#window = new SpanWindow(root, this.#spans, painter, onPainted);
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
    context.watchProposals((proposals) => {
      this.#proposals = proposals;
      this.#propose();
    });
    context.add(() => {
      painter.dispose();
    });
  }

  /** Paints everything anew on a text that has changed. */
  reset(text: ShownText): void {
    const {tag, context, format} = this.#options;
    this.#place = {tag, config: context.config, text, format};
    this.#spans.clear();
    for (const region of regionsOf(context.state().regions)) {
      const span = toPaintedSpan(region, this.#place);
      if (span) this.#spans.set(span);
    }
    this.#window.reset(text.index);
    this.#select();
    this.#propose();
  }

  /** Returns the spans that hold a code point, shortest first. */
  at(offset: number): readonly PaintedSpan[] {
    return this.#spans.at(offset);
  }

  /** Returns how a region is painted. */
  get(id: string): PaintedSpan | undefined {
    return this.#spans.get(id);
  }

  #apply(commit: Commit): void {
    const place = this.#place;
    if (!place) return;
    const {annotationId, store} = this.#options.context;
    if (replacesAnnotation(commit, annotationId)) {
      this.reset(place.text);
      return;
    }
    const {added, updated, removed} = touchedRegions(commit, annotationId);
    let isSelectedTouched = false;
    const {selection} = this.#options.context.state();
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

  #propose(): void {
    const {painter, onProposed} = this.#options;
    if (!this.#place) return;
    const spans = toProposedSpans(this.#proposals, this.#place);
    painter.setProposed(spans);
    onProposed(spans.marks);
  }

  #select(): void {
    const {context, painter, onSelected} = this.#options;
    const spans = context
      .state()
      .selection.map((id) => this.#spans.get(id))
      .filter((span): span is PaintedSpan => span !== undefined);
    painter.setSelected(spans);
    onSelected(spans);
  }
}
