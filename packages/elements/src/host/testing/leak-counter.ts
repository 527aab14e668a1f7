/** What was taken from the page and not given back. */
export interface Leaks {
  /** Listeners on window and document. */
  readonly listeners: number;
  /** Timeouts, intervals and frames that are to come. */
  readonly timers: number;
  /** Targets that observers observe. */
  readonly observers: number;
  /** Elements in the document. */
  readonly nodes: number;
  /** Style sheets that the document adopted. */
  readonly sheets: number;
}

type AnyFunction = (...args: never[]) => unknown;

/**
 * Counts what is taken from the page and given back, from its creation until
 * it is ended.
 */
export class LeakCounter {
  readonly #restore: (() => void)[] = [];
  readonly #listeners = new Map<string, Set<unknown>>();
  /** Ids of timeouts and intervals, and of frames: each counts from 1. */
  readonly #timers: readonly ReadonlySet<unknown>[];
  readonly #observers = new Map<object, Set<unknown>>();

  constructor() {
    this.#watchListeners();
    const timers = new Set<unknown>();
    const frames = new Set<unknown>();
    this.#timers = [timers, frames];
    this.#watchTimers('setTimeout', 'clearTimeout', timers);
    this.#watchTimers('setInterval', 'clearInterval', timers);
    this.#watchTimers('requestAnimationFrame', 'cancelAnimationFrame', frames);
    for (const name of [
      'MutationObserver',
      'ResizeObserver',
      'IntersectionObserver',
    ] as const) {
      this.#watchObserver(globalThis[name].prototype);
    }
  }

  /** Returns what is out at present. */
  count(): Leaks {
    return {
      listeners: sumOfSizes(this.#listeners),
      timers: this.#timers.reduce((sum, {size}) => sum + size, 0),
      observers: sumOfSizes(this.#observers),
      nodes: document.querySelectorAll('*').length,
      sheets: document.adoptedStyleSheets.length,
    };
  }

  /** Stops counting. */
  end(): void {
    for (const restore of this.#restore) restore();
  }

  #watchListeners(): void {
    const sets = this.#listeners;
    const keyOf = (target: unknown, type: string, options: unknown): string =>
      `${target === window ? 'window' : 'document'} ${type} ${String(
        typeof options === 'object'
          ? (options as AddEventListenerOptions | null)?.capture === true
          : options === true,
      )}`;
    const isGlobal = (target: unknown): boolean =>
      target === window || target === document;
    this.#wrap(
      EventTarget.prototype,
      'addEventListener',
      (original) =>
        function (this: EventTarget, ...args: never[]) {
          const [type, listener, options] = args as unknown as [
            string,
            unknown,
            unknown,
          ];
          if (isGlobal(this)) {
            const key = keyOf(this, type, options);
            sets.set(key, (sets.get(key) ?? new Set()).add(listener));
          }
          return original.apply(this, args);
        },
    );
    this.#wrap(
      EventTarget.prototype,
      'removeEventListener',
      (original) =>
        function (this: EventTarget, ...args: never[]) {
          const [type, listener, options] = args as unknown as [
            string,
            unknown,
            unknown,
          ];
          if (isGlobal(this)) {
            sets.get(keyOf(this, type, options))?.delete(listener);
          }
          return original.apply(this, args);
        },
    );
  }

  #watchTimers(
    set: 'setTimeout' | 'setInterval' | 'requestAnimationFrame',
    clear: 'clearTimeout' | 'clearInterval' | 'cancelAnimationFrame',
    timers: Set<unknown>,
  ): void {
    this.#wrap(globalThis, set, (original) => (...args) => {
      const [callback, ...rest] = args as unknown as [AnyFunction, ...never[]];
      const id: unknown = original.call(
        globalThis,
        ...([
          (...values: never[]) => {
            if (set !== 'setInterval') timers.delete(id);
            return callback(...values);
          },
          ...rest,
        ] as never[]),
      );
      timers.add(id);
      return id;
    });
    this.#wrap(globalThis, clear, (original) => (...args) => {
      timers.delete(args[0]);
      return original.call(globalThis, ...args);
    });
  }

  #watchObserver(prototype: object): void {
    const observers = this.#observers;
    this.#wrap(
      prototype,
      'observe' as never,
      (original) =>
        function (this: object, ...args: never[]) {
          const targets = observers.get(this) ?? new Set();
          observers.set(this, targets.add(args[0]));
          return original.apply(this, args);
        },
    );
    this.#wrap(
      prototype,
      'disconnect' as never,
      (original) =>
        function (this: object, ...args: never[]) {
          observers.delete(this);
          return original.apply(this, args);
        },
    );
    if (!('unobserve' in prototype)) return;
    this.#wrap(
      prototype,
      'unobserve',
      (original) =>
        function (this: object, ...args: never[]) {
          observers.get(this)?.delete(args[0]);
          return original.apply(this, args);
        },
    );
  }

  #wrap<T extends object>(
    target: T,
    name: keyof T,
    wrapper: (original: AnyFunction) => AnyFunction,
  ): void {
    const original = target[name] as AnyFunction;
    target[name] = wrapper(original) as T[keyof T];
    this.#restore.push(() => {
      target[name] = original as T[keyof T];
    });
  }
}

function sumOfSizes(sets: ReadonlyMap<unknown, ReadonlySet<unknown>>): number {
  let sum = 0;
  for (const set of sets.values()) sum += set.size;
  return sum;
}
