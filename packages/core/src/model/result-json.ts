/**
 * One entry of a `result` list as Label Studio writes it.
 *
 * @see {@link https://labelstud.io/guide/task_format | Label Studio JSON}
 */
export interface ResultJson {
  /** Region id; equal ids are one region. */
  readonly id?: string;
  /** Result type, or `relation`. */
  readonly type: string;
  /** Control tag name; absent on relations. */
  readonly from_name?: string;
  /** Object tag name; absent on relations. */
  readonly to_name?: string;
  /** Geometry and the control's value under one roof. */
  readonly value?: Readonly<Record<string, unknown>>;
  /** `manual`, `prediction` or `prediction-changed`. */
  readonly origin?: string;
  /** `{text: [...]}` and more. */
  readonly meta?: Readonly<Record<string, unknown>>;
  /** Id of the region this one lies in. */
  readonly parentID?: string;
  /** 0 to 1. */
  readonly score?: number;
  /** True when people may not change it. */
  readonly readonly?: boolean;
  /** 0-based picture of a multi-image task. */
  readonly item_index?: number;
  /** Relations: id of the source region. */
  readonly from_id?: string;
  /** Relations: id of the target region. */
  readonly to_id?: string;
  /** Relations: `left`, `right` or `bi`. */
  readonly direction?: string;
  /** Relations: labels. */
  readonly labels?: readonly string[];
  /** Whatever else the source wrote. */
  readonly [key: string]: unknown;
}
