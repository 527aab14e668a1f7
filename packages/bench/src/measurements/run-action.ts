import type {BenchPage} from '../browser/bench-page.js';
import type {SubjectFacts} from '../browser/page-subject.js';

/** Something done to a subject and timed. */
export type ActionName = 'nothing' | 'display' | 'select' | 'add' | 'switch';

/** What an action took. */
export interface ActionTime {
  /** To the second animation frame after it. */
  readonly wallMs: number;
  /** Work of the main thread, the frames included. */
  readonly cpuMs: number;
}

/**
 * Does something to the subject on display and times it.
 *
 * @throws Error when the subject says afterwards that it was not done: the
 * time of nothing must not pass for the time of something.
 */
export async function runAction(
  opened: BenchPage,
  name: ActionName,
  size: number,
): Promise<ActionTime> {
  const {page} = opened;
  if (name === 'display') {
    await page.evaluate((count) => globalThis.subject.prepare(count), size);
  }
  const before = await opened.cpuMs();
  const wallMs = await page.evaluate(
    ([action, count]) =>
      globalThis.bench.timed(() => {
        switch (action) {
          case 'display':
            return globalThis.subject.display();
          case 'select':
            return globalThis.subject.select(count >> 1);
          case 'add':
            return globalThis.subject.add();
          case 'switch':
            return globalThis.subject.switchTo(1);
          case 'nothing':
            return undefined;
        }
      }),
    [name, size] as const,
  );
  const cpuMs = (await opened.cpuMs()) - before;
  check(name, size, await page.evaluate(() => globalThis.subject.facts()));
  return {wallMs, cpuMs};
}

function check(name: ActionName, size: number, facts: SubjectFacts): void {
  const {count, selected, turn} = facts;
  const holds = {
    nothing: true,
    display: count === size && turn === 0,
    select: selected === `r0-${size >> 1}`,
    add: count === size + 1,
    switch: count === size && turn === 1,
  }[name];
  if (!holds) {
    throw new Error(`"${name}" was not done: ${JSON.stringify(facts)}.`);
  }
}
