import type {ProposedSpans} from './proposed-spans.js';
import type {PaintedSpan} from './span-map.js';
import type {TextIndex} from './text-index.js';

/** Paints spans on a text. */
export interface SpanPainter {
  /** Takes the text as it is now; what was painted is gone. */
  reset(index: TextIndex): void;
  /** Paints a span. */
  add(span: PaintedSpan): void;
  /** Takes a span away that was added. */
  remove(span: PaintedSpan): void;
  /** Makes these, of what is painted or not, stand out. */
  setSelected(spans: readonly PaintedSpan[]): void;
  /** Shows what would change, above all else, and nothing that was before. */
  setProposed(spans: ProposedSpans): void;
  /** Takes everything away for good. */
  dispose(): void;
}
