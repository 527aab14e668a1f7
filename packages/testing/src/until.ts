/** What a question may answer for "not yet". */
type NotYet = false | null | undefined | 0 | '';

/**
 * Asks once a frame until the answer is something, and returns that.
 *
 * It has no deadline of its own: how long a fact takes to come is a matter of
 * what else the machine does. A fact that never comes is the test's to end.
 */
export async function until<T>(question: () => T): Promise<Exclude<T, NotYet>> {
  for (;;) {
    const answer = question();
    if (answer) return answer as Exclude<T, NotYet>;
    await new Promise(requestAnimationFrame);
  }
}
