import type {OperatorRun} from '@ls-annotation/operators';

/** Returns where a run stands that waits; `null` for one that does not. */
export function queueText({
  queuePosition,
}: Pick<OperatorRun, 'queuePosition'>): string | null {
  if (queuePosition === null) return null;
  return queuePosition === 0
    ? 'Queued: it is next.'
    : `Queued: ${queuePosition} before it.`;
}
