import type {ResultJson} from './result-json.js';

/**
 * What one control tag says about a region: a label, a choice, a text.
 *
 * Holds the control's main value only; the geometry belongs to the region.
 */
export interface Result {
  /** Unique among the results of its region, never serialised. */
  readonly id: string;
  /** Name of the control tag. */
  readonly fromName: string;
  /** Name of the object tag. */
  readonly toName: string;
  /** Label Studio result type, for example `labels` or `rectanglelabels`. */
  readonly type: string;
  /**
   * Key of `value` that belongs to the control (`labels`, `choices`, `text`),
   * or `''` for a result that carries geometry alone (`rectangle`).
   */
  readonly valueKey: string;
  /** The control's value, `undefined` when `valueKey` is `''`. */
  readonly value: unknown;
  /** Confidence of the model that made it, or `undefined`. */
  readonly score?: number;
  /** True when the source marked this result read-only. */
  readonly readonly?: boolean;
  /** Per-result metadata of a classification. */
  readonly meta?: Readonly<Record<string, unknown>>;
  /**
   * The JSON it was loaded from, as it was. Serialisation starts from it, so
   * that what nobody touched goes out as it came in.
   */
  readonly source?: ResultJson;
  /** 0-based place in the list it was loaded from. */
  readonly sourceIndex?: number;
}
