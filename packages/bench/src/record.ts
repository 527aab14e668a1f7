/** Data that a subject shows. */
export type Kind = 'text' | 'boxes';

/** One thing measured on one subject. */
export interface BenchRecord {
  /** Name of the measurement, as in `--only`. */
  readonly measurement: string;
  /** Name of the subject, as in `subjects.ts`. */
  readonly subject: string;
  /** What was looked at: `text`, `boxes`, or words such as a file's name. */
  readonly subtopic: string;
  /** What was measured. */
  readonly metric: string;
  readonly unit: string;
  /** Regions on display, fields of a form; `null` when their number plays no part. */
  readonly size: number | null;
  /** Cycles between two samples, where samples are readings of a counter. */
  readonly cycles?: number;
  /** Cycles before each sample, where samples are not evenly apart. */
  readonly readAfter?: readonly number[];
  /** Every sample, in the order it was taken. */
  readonly samples: readonly number[];
}

/** Returns the one record that matches, or `undefined`. */
export function findRecord(
  records: readonly BenchRecord[],
  wanted: Partial<BenchRecord>,
): BenchRecord | undefined {
  const entries = Object.entries(wanted) as [keyof BenchRecord, unknown][];
  return records.find((record) =>
    entries.every(([key, value]) => record[key] === value),
  );
}
