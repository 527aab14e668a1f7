import type {SchedulerLike} from 'rxjs';

import type {HandlerOutcome, HandlerRun} from '../events/frontend-events.js';

/** How waiting for handlers ended. */
export type DeadlineOutcome =
  | {
      /** True: every handler settled. */
      readonly inTime: true;
      /** How each ended, in the order of registration. */
      readonly outcomes: readonly HandlerOutcome[];
    }
  | {
      /** False: the time was over first. */
      readonly inTime: false;
      /** Who registered the handlers that have not settled. */
      readonly owners: readonly string[];
    };

/**
 * Waits for handlers, but not forever.
 *
 * @param runs - Handlers that were called.
 * @param deadlineMs - How long to wait, milliseconds.
 * @returns Resolves when all have settled or the time is over; never rejects.
 */
export function settleWithin(
  runs: readonly HandlerRun[],
  deadlineMs: number,
  scheduler: SchedulerLike,
): Promise<DeadlineOutcome> {
  const pending = new Set(runs);
  for (const run of runs) void run.outcome.then(() => pending.delete(run));
  return new Promise((resolve) => {
    const timer = scheduler.schedule(() => {
      const owners = [...new Set([...pending].map(({owner}) => owner))];
      resolve({inTime: false, owners});
    }, deadlineMs);
    void Promise.all(runs.map(({outcome}) => outcome)).then((outcomes) => {
      timer.unsubscribe();
      resolve({inTime: true, outcomes});
    });
  });
}
