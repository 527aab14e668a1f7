/**
 * A column of a table parameter on the wire, and the part of
 * {@link ParameterView} that both share.
 *
 * Further keys are extensions (`min`, `max`, …). LightlyStudio's own dialog
 * ignores what it does not know.
 */
export interface ColumnView {
  /** Key of the value, unique in its list. */
  readonly name: string;
  /** A sentence for people; may be empty. */
  readonly description: string;
  /** What a form starts with; `null` for nothing. */
  readonly default: unknown;
  /** True when a value must be given. */
  readonly required: boolean;
  /** `str`, `int`, `float`, `bool`, `table`, or whatever a server invents. */
  readonly param_type: string | null;
  /** Extensions. */
  readonly [extension: string]: unknown;
}

/**
 * One parameter of an operator on the wire, as LightlyStudio answers it.
 *
 * @see {@link https://docs.lightly.ai/studio/ | LightlyStudio}, route
 * `GET /api/operators/{operator_id}/parameters`, version 1.0.5.
 */
export interface ParameterView extends ColumnView {
  /** Columns of a table, `null` for everything else. */
  readonly columns: readonly ColumnView[] | null;
}
