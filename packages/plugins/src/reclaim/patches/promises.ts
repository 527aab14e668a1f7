import type {Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import {isScriptScope} from '../script-scope.js';
import type {Tenancy} from '../tenancy.js';

import {platformPromises} from './platform-promises.js';

/** Ways to the steps of a directory. */
const ITERATORS = ['entries', 'keys', 'values', Symbol.asyncIterator] as const;

/**
 * Has what the platform promises a plugin never settle when its run has
 * ended: code that waits for it does not go on, and code that does go on is
 * seen to be that of its own run.
 */
export function patchPromises(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const {what, owner, name, isGetter} of platformPromises()) {
    if (isGetter) {
      patches.getter(owner, name, (native) => ({
        call(this: unknown): unknown {
          return promisedAgain(ownership, what, () => call(native, this, []));
        },
      }));
      continue;
    }
    patches.method(owner, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        // Scripts call functions of the window by their names alone.
        const self = isScriptScope(this) ? globalThis : this;
        return promised(ownership, what, () => call(native, self, args));
      },
    }));
  }
  patchDirectories(patches, ownership);
}

function patchDirectories(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  const {FileSystemDirectoryHandle: directory} = globalThis as {
    FileSystemDirectoryHandle?: {readonly prototype: object};
  };
  if (!directory) return;
  for (const name of ITERATORS) {
    patches.method(directory.prototype, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        const iterator = Reflect.apply(native, this, args) as object;
        const tenancy = ownership.tenant();
        if (tenancy) {
          watchSteps(iterator, (step) =>
            tenancy.isEnding ? step : tenancy.onlyWhileOpen('task', step),
          );
        }
        return iterator;
      },
    }));
  }
}

/**
 * Returns what `ask` promises to the code that runs now.
 *
 * @param what - which one, in words.
 * @see {@link Tenancy.whileOpen} for what comes of it when that is a plugin's.
 */
export function promised(
  ownership: PageOwnership,
  what: string,
  ask: () => Promise<unknown>,
): Promise<unknown> {
  return ownership.tenant()?.whileOpen('task', what, ask) ?? ask();
}

/** Replaces the steps of an asynchronous iterator. */
export function watchSteps(
  iterator: object,
  replace: (step: Promise<IteratorResult<unknown>>) => unknown,
): void {
  for (const name of ['next', 'return'] as const) {
    const native: unknown = Reflect.get(iterator, name);
    if (typeof native !== 'function') continue;
    Object.defineProperty(iterator, name, {
      configurable: true,
      writable: true,
      value: (...args: unknown[]): unknown => {
        const step = Reflect.apply(native as Native, iterator, args);
        return replace(step as Promise<IteratorResult<unknown>>);
      },
    });
  }
}

function call(
  native: Native,
  self: unknown,
  args: readonly unknown[],
): Promise<unknown> {
  return Reflect.apply(native, self, args) as Promise<unknown>;
}

const gates = new WeakMap<Tenancy, WeakMap<object, Promise<unknown>>>();

/** A promise that is read twice is the same one: `document.fonts.ready`. */
function promisedAgain(
  ownership: PageOwnership,
  what: string,
  ask: () => Promise<unknown>,
): Promise<unknown> {
  const tenancy = ownership.tenant();
  if (!tenancy) return ask();
  return tenancy.whileOpen('task', what, ask, (work) => {
    const known = gates.get(tenancy) ?? new WeakMap<object, Promise<unknown>>();
    gates.set(tenancy, known);
    const gate = known.get(work) ?? tenancy.onlyWhileOpen('task', work);
    known.set(work, gate);
    return gate;
  });
}
