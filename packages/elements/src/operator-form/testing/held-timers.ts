/** Timers of one length that go off when a test says so. */
export interface HeldTimers {
  /** How many wait. */
  readonly count: number;
  /** Lets those that wait go off. */
  fire(): void;
  /** Gives the page its clock back. */
  restore(): void;
}

/**
 * Holds the page's timers of one length back, so that a test of a pause does
 * not depend on how fast the machine types. All other timers go on.
 */
export function holdTimers(lengthMs: number): HeldTimers {
  const {setTimeout: start, clearTimeout: clear} = window;
  const held = new Map<number, () => void>();
  let next = -1;
  window.setTimeout = ((work: () => void, ms?: number, ...rest: unknown[]) => {
    if (ms !== lengthMs) return start(work, ms, ...rest);
    held.set(next, work);
    next -= 1;
    return next + 1;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    if (!held.delete(id as number)) clear(id);
  };
  return {
    get count() {
      return held.size;
    },
    fire() {
      const waiting = [...held.values()];
      held.clear();
      for (const work of waiting) work();
    },
    restore() {
      window.setTimeout = start;
      window.clearTimeout = clear;
    },
  };
}
