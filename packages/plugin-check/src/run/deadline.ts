import {StepError} from '../errors.js';

/** How often a fact is looked at, milliseconds. */
const LOOK_MS = 40;

/**
 * Resolves when `work` does.
 *
 * @throws StepError when it takes longer than `deadlineMs`.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  deadlineMs: number,
  what: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StepError(`${what} took longer than ${deadlineMs} ms.`));
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
 */
export async function waitUntil(
  mismatch: () => Promise<string | null>,
  deadlineMs: number,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const wrong = await mismatch();
    if (wrong === null) return;
    if (Date.now() >= end) throw new StepError(wrong);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
