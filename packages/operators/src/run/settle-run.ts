import type {AnnotationState} from '@ls-annotation/core';

import {applyGuarded} from '../edits/apply-guarded.js';
import {ProposedEdits} from '../edits/proposed-edits.js';
import type {EditConflict, RegionChange} from '../edits/region-change.js';
import {simulateEdits} from '../edits/simulate-edits.js';
import {
  OperatorConflictError,
  OperatorEditError,
  toMessage,
} from '../errors.js';
import type {OperatorEdit, OperatorTarget} from '../target/operator-target.js';

import type {OperatorRunEnd} from './operator-run.js';

/** What {@link settleRun} works with. */
export interface SettleRunOptions {
  /** Name of the operator. */
  readonly operatorName: string;
  /** What it was run on, or `null`. */
  readonly target: OperatorTarget | null;
  /** The annotation as it was when `execute` was called, or `null`. */
  readonly base: AnnotationState | null;
  /** What the operator asked for. */
  readonly edits: readonly OperatorEdit[];
  /** True for a dry run. */
  readonly isPreview: boolean;
}

/**
 * Does with the edits of a run that answered success what is to be done: makes
 * them, proposes them, or finds that they do not fit any more.
 *
 * @throws {@link OperatorEditError} when they cannot be made.
 */
export function settleRun(
  end: OperatorRunEnd,
  options: SettleRunOptions,
): OperatorRunEnd {
  const {operatorName, target, base, edits, isPreview} = options;
  const isIdle = edits.length === 0 && !(isPreview && base);
  if (!end.result.success || isIdle) return end;
  if (!target || !base)
    throw new OperatorEditError(operatorName, 'It is gone.');
  const propose = (): ProposedEdits =>
    new ProposedEdits({
      operatorName,
      target,
      changes: changesOf(options, base),
    });
  if (isPreview) return {...end, proposal: propose()};
  if (target.readonlyReason !== null) {
    throw new OperatorEditError(operatorName, target.readonlyReason);
  }
  const conflicts = guard(operatorName, () =>
    applyGuarded(target, edits, {label: operatorName, base}),
  );
  return conflicts.length > 0
    ? conflictEnd(end, operatorName, conflicts, propose())
    : end;
}

function conflictEnd(
  end: OperatorRunEnd,
  operatorName: string,
  conflicts: readonly EditConflict[],
  proposal: ProposedEdits,
): OperatorRunEnd {
  const error = new OperatorConflictError(operatorName, conflicts);
  const result = {...end.result, success: false, message: error.message};
  return {...end, result, error, proposal};
}

/**
 * What the edits would have done to what the operator saw; to what is there
 * now, when they are about something that came later.
 */
function changesOf(
  {operatorName, target, edits}: SettleRunOptions,
  base: AnnotationState,
): readonly RegionChange[] {
  const now = target?.annotation ?? base;
  if (now === base)
    return guard(operatorName, () => simulateEdits(base, edits));
  try {
    return simulateEdits(base, edits);
  } catch {
    return guard(operatorName, () => simulateEdits(now, edits));
  }
}

function guard<T>(operatorName: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new OperatorEditError(operatorName, toMessage(cause), cause);
  }
}
