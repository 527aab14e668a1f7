/** One row of the table that says which class gets which label. */
export interface ClassLabel {
  /** 0-based class of the model. */
  readonly class: number;
  /** Label of the config. */
  readonly label: string;
}

/**
 * Returns the label of each class of a model: what the rows say, or, without
 * rows, the labels of the config in its order.
 */
export function labelsOfClasses(
  rows: readonly ClassLabel[],
  labels: readonly string[],
): ReadonlyMap<number, string> {
  return rows.length === 0
    ? new Map(labels.entries())
    : new Map(rows.map((row) => [row.class, row.label]));
}
