import type {SchedulerLike} from 'rxjs';

/** How long save buttons are off at least, milliseconds. */
export const MIN_SUBMITTING_MS = 200;

/** How long save buttons are off at most, milliseconds. */
export const MAX_SUBMITTING_MS = 5000;

/**
 * Says that a save is under way, for at least {@link MIN_SUBMITTING_MS} and at
 * most {@link MAX_SUBMITTING_MS}: a handler that hangs does not keep a person
 * from trying again.
 *
 * @param set - Takes true now and false at the end.
 * @returns What is called when the save is done.
 */
export function raiseSubmitting(
  set: (isSubmitting: boolean) => void,
  scheduler: SchedulerLike,
): () => void {
  let isDone = false;
  let isLongEnough = false;
  let isLowered = false;
  const lower = (): void => {
    if (isLowered) return;
    isLowered = true;
    longest.unsubscribe();
    set(false);
  };
  set(true);
  const longest = scheduler.schedule(lower, MAX_SUBMITTING_MS);
  scheduler.schedule(() => {
    isLongEnough = true;
    if (isDone) lower();
  }, MIN_SUBMITTING_MS);
  return () => {
    isDone = true;
    if (isLongEnough) lower();
  };
}
