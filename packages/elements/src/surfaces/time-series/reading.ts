/**
 * What came of reading something that people wrote: a value, or words about
 * what is wrong with it and what to do.
 *
 * The words go on where `The tag <TimeSeries> "name"` left off.
 */
export type Reading<T> =
  | {readonly ok: true; readonly value: T}
  | {readonly ok: false; readonly problem: string};

/** Returns a reading that holds a value. */
export function readAs<T>(value: T): Reading<T> {
  return {ok: true, value};
}

/** Returns a reading that failed. */
export function unreadable(problem: string): Reading<never> {
  return {ok: false, problem};
}

/** Returns a value as people can tell it in a sentence: short, in quotes. */
export function quote(value: unknown): string {
  const shown =
    typeof value === 'string' || value === undefined
      ? String(value)
      : JSON.stringify(value);
  return `"${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}"`;
}
