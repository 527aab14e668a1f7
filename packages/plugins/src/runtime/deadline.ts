/** How a wait ended. */
export type DeadlineOutcome = 'settled' | 'late' | 'cancelled';

/**
 * Waits for `work` to settle, but not longer than `deadlineMs` milliseconds
 * and not longer than `cancelled` is pending.
 *
 * Never rejects; leaves no timer behind.
 */
export async function waitWithDeadline(
  work: Promise<unknown>,
  deadlineMs: number,
  cancelled: Promise<void>,
): Promise<DeadlineOutcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<DeadlineOutcome>((resolve) => {
    timer = setTimeout(() => {
      resolve('late');
    }, deadlineMs);
  });
  try {
    return await Promise.race([
      work.then(
        () => 'settled' as const,
        () => 'settled' as const,
      ),
      cancelled.then(() => 'cancelled' as const),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
