import type {Disposer} from '@ls-annotation/core';

import {RUN_NAME} from './tenancy.js';
import type {Tenancy} from './tenancy.js';

/** One source of plugins, by its name in stacks. */
interface Source {
  /** How many runtimes have it. */
  holders: number;
  /** True when its code may go on where nothing calls it: after `await`. */
  goesOn: boolean;
  /** The run whose code was last seen to run. */
  lastSeen: Tenancy | null;
}

/** Calls that are looked through for a plugin's source. */
const STACK_DEPTH = 20;

/**
 * Finds the run of a plugin whose code is on a stack: the source tells the
 * plugin, the name of the run, or else who was last seen, the display.
 */
export class RunTraces {
  readonly #sources = new Map<string, Source>();
  /** Those whose code may still run: nothing else keeps a closed one. */
  readonly #runs = new Map<number, WeakRef<Tenancy>>();
  readonly #gone = new FinalizationRegistry<number>((run) => {
    this.#runs.delete(run);
  });

  /** True when there is code that may run where nothing calls it. */
  get mayGoOn(): boolean {
    for (const {goesOn} of this.#sources.values()) if (goesOn) return true;
    return false;
  }

  /**
   * Has code of a source found until the disposer is called.
   *
   * @param goesOn - whether it may run where nothing calls it.
   */
  knowSource(sourceUrl: string, goesOn: boolean): Disposer {
    const known = this.#sources.get(sourceUrl);
    const source = known ?? {holders: 0, goesOn, lastSeen: null};
    // Another source under the same name may be of another kind.
    source.goesOn ||= goesOn;
    this.#sources.set(sourceUrl, source);
    source.holders += 1;
    return () => {
      source.holders -= 1;
      if (source.holders === 0) this.#sources.delete(sourceUrl);
    };
  }

  /** Has code of a run found by its name. */
  know(tenancy: Tenancy): void {
    this.#runs.set(tenancy.run, new WeakRef(tenancy));
    this.#gone.register(tenancy, tenancy.run);
  }

  /** Notes that code of a run was seen to run. */
  see(tenancy: Tenancy): void {
    const source = this.#sources.get(tenancy.sourceUrl);
    if (source) source.lastSeen = tenancy;
  }

  /** Returns the run whose code is running now, or `null`. */
  findRunning(): Tenancy | null {
    const errors = Error as {stackTraceLimit?: number | undefined};
    const {stackTraceLimit} = errors;
    errors.stackTraceLimit = STACK_DEPTH;
    const {stack} = new Error();
    errors.stackTraceLimit = stackTraceLimit;
    return typeof stack === 'string' ? this.findIn(stack) : null;
  }

  /** Returns the run whose code is on a stack, or `null`. */
  findIn(stack: string): Tenancy | null {
    for (const [url, source] of this.#sources) {
      if (!isOnStack(stack, url)) continue;
      const [, run] = new RegExp(`${RUN_NAME}(\\d+)`).exec(stack) ?? [];
      return this.#runs.get(Number(run))?.deref() ?? source.lastSeen;
    }
    return null;
  }
}

/** A caller that only awaits (`at async …`) is not running. */
function isOnStack(stack: string, url: string): boolean {
  const name = `${url.replace(/\s/g, '%20')}:`;
  if (!stack.includes(name)) return false;
  return stack
    .split('\n')
    .some((line) => line.includes(name) && !/^\s*at async /.test(line));
}
