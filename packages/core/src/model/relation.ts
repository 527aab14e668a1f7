import type {ResultJson} from './result-json.js';

/** A directed link between two regions. */
export interface Relation {
  /** Unique in its annotation, never serialised. */
  readonly id: string;
  /** Region it starts at. */
  readonly fromId: string;
  /** Region it ends at. */
  readonly toId: string;
  /** `left`, `right` or `bi`; kept as the source wrote it. */
  readonly direction: string;
  /** Values of `<Relation>` tags. */
  readonly labels: readonly string[];
  /** The JSON it was loaded from, as it was. */
  readonly source?: ResultJson;
  /** 0-based place in the list it was loaded from. */
  readonly sourceIndex?: number;
}
