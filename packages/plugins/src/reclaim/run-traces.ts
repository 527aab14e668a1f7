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

  /** Returns whether code of a run may run where nothing calls it. */
  goesOn({sourceUrl}: Tenancy): boolean {
    return this.#sources.get(sourceUrl)?.goesOn ?? false;
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

  /**
   * Returns the run whose code is running now, or `null`. A function that
   * stands in the place of the page's function that it calls does so for
   * whoever has called it.
   */
  findRunning(): Tenancy | null {
    const errors = Error as {stackTraceLimit?: number | undefined};
    const {stackTraceLimit} = errors;
    errors.stackTraceLimit = STACK_DEPTH;
    const {stack} = new Error();
    errors.stackTraceLimit = stackTraceLimit;
    if (typeof stack !== 'string') return null;
    const urls = [...this.#sources.keys()];
    return this.findIn(withoutStandIns(stack, (line) => isOf(line, urls)));
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
  if (!stack.includes(inStacks(url))) return false;
  return stack
    .split('\n')
    .some((line) => isOf(line, [url]) && !/^\s*at async /.test(line));
}

function isOf(line: string, urls: readonly string[]): boolean {
  return urls.some((url) => line.includes(inStacks(url)));
}

function inStacks(url: string): string {
  return `${url.replace(/\s/g, '%20')}:`;
}

/**
 * Leaves out calls of plugins' functions that have the name of the page's
 * function that they call, up to the first plugin's that has not.
 */
function withoutStandIns(
  stack: string,
  isPlugins: (line: string) => boolean,
): string {
  const lines = stack.split('\n');
  const first = lines.findIndex(isPlugins);
  if (first < 1) return stack;
  const name = nameOf(lines[first - 1]);
  let end = first;
  while (end < lines.length && isPlugins(lines[end] ?? '')) {
    if (nameOf(lines[end]) !== name) break;
    end += 1;
  }
  // Code that nothing has called goes on by itself.
  return end === lines.length ? stack : lines.slice(end).join('\n');
}

/** Name of the function of a line: `fetch` of `at window.fetch (…)`. */
function nameOf(line = ''): string {
  const [, words = ''] = /^\s*at (.*?)(?: \(|$)/.exec(line) ?? [];
  const [, alias] = / \[as (.*)\]$/.exec(words) ?? [];
  return alias ?? words.split('.').at(-1) ?? '';
}
