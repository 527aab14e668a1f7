import {PageLostError, StepError} from '../errors.js';

/** How often a fact is looked at, milliseconds. */
const LOOK_MS = 40;

/** How long a look may take before the page counts as hanging, milliseconds. */
const GRACE_MS = 5000;

/**
 * Resolves when `work` does.
 *
 * @throws PageLostError when it takes longer than `deadlineMs`.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  deadlineMs: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const seconds = Math.round(deadlineMs / 100) / 10;
      const message = `The page has not answered for ${seconds} s. Something keeps it busy; look for a loop that does not end.`;
      reject(new PageLostError(message));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Looks at a fact until it holds.
 *
 * @param mismatch - Resolves with what is wrong, `null` when nothing is.
 * @throws StepError with what was wrong last when the deadline has passed.
 * @throws PageLostError when there is no answer by then.
 */
export async function waitUntil(
  mismatch: () => Promise<string | null>,
  deadlineMs: number,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const wrong = await withDeadline(mismatch(), deadlineMs + GRACE_MS);
    if (wrong === null) return;
    if (Date.now() >= end) throw new StepError(wrong);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
