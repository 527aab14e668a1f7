import {allGlobals, missingGlobals, newGlobals} from './globals-watch.js';
import type {Tenancy} from './tenancy.js';

/**
 * Returns what notes, when a stretch of a run's code is over, the globals that
 * have come in the meantime; `null` when none can come.
 */
export function watchNewGlobals(tenancy: Tenancy): (() => void) | null {
  const {globals, hasBegun} = tenancy;
  tenancy.hasBegun = true;
  if (tenancy.keeps('global')) return null;
  const take = (name: string): void => {
    takeGlobal(tenancy, name);
  };
  if (globals.isOpen && !hasBegun) {
    const before = allGlobals();
    return () => {
      newGlobals(before).forEach(take);
    };
  }
  const missing = missingGlobals(globals);
  if (missing.length === 0) return null;
  return () => {
    missing.filter((name) => Object.hasOwn(globalThis, name)).forEach(take);
  };
}

function takeGlobal(tenancy: Tenancy, name: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  if (!descriptor?.configurable) return;
  tenancy.take({
    kind: 'global',
    what: `window.${name}`,
    isLasting: () => Object.hasOwn(globalThis, name),
    release: () => Reflect.deleteProperty(globalThis, name),
  });
  if (tenancy.isClosed) Reflect.deleteProperty(globalThis, name);
}
