/**
 * Yields what jobs result in, in their order, with up to `count` of them at
 * work at a time. What comes after a job that fails is not waited for.
 */
export async function* inOrder<T>(
  jobs: readonly (() => Promise<T>)[],
  count: number,
): AsyncGenerator<T> {
  const waiting = [...jobs];
  const running: Promise<T>[] = [];
  const start = (): void => {
    const started = waiting.shift()?.();
    if (!started) return;
    // Whoever is told of the first failure is not told of another one.
    started.catch(() => undefined);
    running.push(started);
  };
  for (let left = count; left > 0; left -= 1) start();
  for (let first = running.shift(); first; first = running.shift()) {
    const result = await first;
    start();
    yield result;
  }
}
