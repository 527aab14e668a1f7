import {readableOn} from '../dom/css-color.js';

import type {ProposedSpans} from './proposed-spans.js';
import type {PaintedSpan} from './span-map.js';
import type {SpanPainter} from './span-painter.js';
import type {TextIndex, TextSpan} from './text-index.js';

/** How a span is painted; later ones go before earlier ones. */
const LOOKS = ['plain', 'selected', 'coming', 'leaving'] as const;
type Look = (typeof LOOKS)[number];

/** A range with the highlight that it is in. */
type PaintedRange = readonly [Highlight, StaticRange];

let painters = 0;

/** Returns true when the browser can paint text without elements. */
export function canHighlight(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS;
}

/**
 * Paints spans with the CSS Custom Highlight API: one highlight for each
 * colour, one range for each piece of a span, no element.
 *
 * Names are this painter's own, so hosts do not mix. Its rules are in a sheet
 * that it adopts into the tree it paints in.
 */
export class HighlightPainter implements SpanPainter {
  readonly #name: string;
  readonly #tree: DocumentOrShadowRoot;
  readonly #sheet = new CSSStyleSheet();
  readonly #highlights = new Map<string, Highlight>();
  readonly #ranges = new Map<PaintedSpan, readonly StaticRange[]>();
  #selected: readonly PaintedRange[] = [];
  #proposed: readonly PaintedRange[] = [];
  #index: TextIndex | null = null;

  /** Creates a painter for text in the tree that `host` is in. */
  constructor(host: Element) {
    painters += 1;
    this.#name = `ls-text-${String(painters)}`;
    this.#tree = host.getRootNode() as unknown as DocumentOrShadowRoot;
    this.#tree.adoptedStyleSheets.push(this.#sheet);
  }

  /** See {@link SpanPainter.reset}. */
  reset(index: TextIndex): void {
    this.#index = index;
    this.#ranges.clear();
    this.#selected = [];
    this.#proposed = [];
    for (const highlight of this.#highlights.values()) highlight.clear();
  }

  /** See {@link SpanPainter.add}. */
  add(span: PaintedSpan): void {
    const ranges = this.#toRanges(span);
    if (ranges.length === 0) return;
    this.#ranges.set(span, ranges);
    const highlight = this.#highlight(span.color, 'plain');
    for (const range of ranges) highlight.add(range);
  }

  /** See {@link SpanPainter.remove}. */
  remove(span: PaintedSpan): void {
    const ranges = this.#ranges.get(span);
    if (!ranges) return;
    this.#ranges.delete(span);
    const highlight = this.#highlight(span.color, 'plain');
    for (const range of ranges) highlight.delete(range);
  }

  /** See {@link SpanPainter.setSelected}. */
  setSelected(spans: readonly PaintedSpan[]): void {
    takeAway(this.#selected);
    this.#selected = this.#paint(spans, 'selected');
  }

  /** See {@link SpanPainter.setProposed}. */
  setProposed({coming, leaving}: ProposedSpans): void {
    takeAway(this.#proposed);
    this.#proposed = [
      ...this.#paint(coming, 'coming'),
      ...this.#paint(leaving, 'leaving'),
    ];
  }

  /** See {@link SpanPainter.dispose}. */
  dispose(): void {
    for (const key of this.#highlights.keys()) CSS.highlights.delete(key);
    this.#highlights.clear();
    this.#ranges.clear();
    this.#selected = [];
    this.#proposed = [];
    const sheets = this.#tree.adoptedStyleSheets;
    const index = sheets.indexOf(this.#sheet);
    if (index !== -1) sheets.splice(index, 1);
  }

  #paint(spans: readonly PaintedSpan[], look: Look): readonly PaintedRange[] {
    return spans.flatMap((span) =>
      this.#toRanges(span).map((range): PaintedRange => {
        const highlight = this.#highlight(span.color, look);
        highlight.add(range);
        return [highlight, range];
      }),
    );
  }

  #toRanges(span: PaintedSpan): readonly StaticRange[] {
    const stretches = this.#index?.stretchesOf(span) ?? [];
    return stretches.flatMap((stretch) => this.#toRange(stretch) ?? []);
  }

  #toRange(span: TextSpan): StaticRange | null {
    const start = this.#index?.pointAt(span.start, 'start');
    const end = this.#index?.pointAt(span.end, 'end');
    if (!start || !end) return null;
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
  }

  #highlight(color: string, look: Look): Highlight {
    const name = `${this.#name}-${look}-${toIdentifier(color)}`;
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = LOOKS.indexOf(look);
      this.#highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
      this.#insertRules(name, color, look);
    }
    return highlight;
  }

  #insertRules(name: string, color: string, look: Look): void {
    this.#sheet.insertRule(
      `::highlight(${name}) {${declarations(color, look)}}`,
    );
    this.#sheet.insertRule(
      `@media (forced-colors: active) {
        ::highlight(${name}) {${FORCED[look]}}
      }`,
      this.#sheet.cssRules.length,
    );
  }
}

/** A palette may have one colour for both: what is selected is underlined. */
const FORCED: Readonly<Record<Look, string>> = {
  plain: 'background-color: Mark; color: MarkText; text-decoration: none;',
  selected: `background-color: Highlight; color: HighlightText;
    text-decoration: underline 2px HighlightText;`,
  coming: `background-color: Canvas; color: CanvasText;
    text-decoration-color: CanvasText;`,
  leaving: `background-color: Mark; color: MarkText;
    text-decoration-color: MarkText;`,
};

function declarations(color: string, look: Look): string {
  switch (look) {
    case 'plain':
      return `background-color: color-mix(in srgb, ${color} 32%, transparent);
        text-decoration: underline 2px ${color};`;
    case 'selected':
      return `background-color: ${color}; color: ${readableOn(color)};`;
    case 'coming':
      return `background-color: color-mix(in srgb, ${color} 12%, transparent);
        text-decoration: underline dashed 2px ${color};`;
    case 'leaving':
      return 'text-decoration: line-through 2px currentColor;';
  }
}

function takeAway(ranges: readonly PaintedRange[]): void {
  for (const [highlight, range] of ranges) highlight.delete(range);
}

/** Colours are free text: `rgb(1 2 3)` becomes `rgb-1-2-3-`. */
function toIdentifier(color: string): string {
  return color.replace(/[^a-z0-9]/gi, '-');
}
