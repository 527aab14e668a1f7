import type {OperatorRun, RemoteErrorKind} from '@ls-annotation/operators';
import {RemoteOperatorError} from '@ls-annotation/operators';

/** The failure that a row of a table expects. */
export interface ExpectedFailure {
  /** Kind of the error. */
  readonly kind: RemoteErrorKind;
  /** HTTP status; `null` when there is no answer. */
  readonly status: number | null;
  /** A part of the reason that people read. */
  readonly reason: string;
  /** Paths of the issues with parameters. */
  readonly paths?: readonly string[];
}

/** What a run of a row of a table is expected to end with. */
export type ExpectedEnd =
  | {readonly success: boolean; readonly message: string}
  | {readonly success: boolean; readonly json: unknown}
  | ExpectedFailure;

/**
 * Returns how `error` differs from what was expected, in words; empty when it
 * does not.
 */
export function failureDifferences(
  error: unknown,
  expected: ExpectedFailure,
): readonly string[] {
  if (!(error instanceof RemoteOperatorError)) {
    return [`expected a RemoteOperatorError, got ${String(error)}`];
  }
  const {kind, status, reason, issues, details} = error;
  const paths = issues.map(({path}) => path);
  return [
    ...differing('kind', kind, expected.kind),
    ...differing('status', status, expected.status),
    ...differing('paths', paths, expected.paths ?? []),
    ...(reason.includes(expected.reason) ? [] : [`reason: ${reason}`]),
    ...(details.includes('[object') ? [`details: ${details}`] : []),
  ];
}

/** Returns how the end of a run differs from what was expected. */
export function endDifferences(
  run: OperatorRun,
  expected: ExpectedEnd,
): readonly string[] {
  if ('kind' in expected) return failureDifferences(run.error, expected);
  const {success, message} = run.result ?? {};
  return [
    ...differing('error', run.error?.message ?? null, null),
    ...differing('success', success, expected.success),
    ...('message' in expected
      ? differing('message', message, expected.message)
      : differing('json', JSON.parse(message ?? 'null'), expected.json)),
  ];
}

function differing(
  name: string,
  actual: unknown,
  expected: unknown,
): readonly string[] {
  const [got, wanted] = [sorted(actual), sorted(expected)];
  return got === wanted ? [] : [`${name}: got ${got}, expected ${wanted}`];
}

/** JSON with the keys in order: servers differ in theirs. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );
}
