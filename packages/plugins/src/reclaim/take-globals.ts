import {allGlobals, newGlobals} from './globals-watch.js';
import {watchOverwrites} from './take-overwrites.js';
import type {Tenancy} from './tenancy.js';

/** Who holds which global: several hosts may have the same plugin. */
const holders = new Map<string, Set<Tenancy>>();

/**
 * Returns what notes, when a stretch of a run's code is over, the globals that
 * have come or were overwritten in the meantime; `null` when none can be.
 */
export function watchNewGlobals(tenancy: Tenancy): (() => void) | null {
  const {globals, hasBegun} = tenancy;
  tenancy.hasBegun = true;
  if (tenancy.keeps('global')) return null;
  const before = globals.isOpen && !hasBegun ? allGlobals() : null;
  const awaited = globals.names.filter((name) => isAwaited(tenancy, name));
  const lookForOverwrites = watchOverwrites(tenancy);
  if (!before && !lookForOverwrites && awaited.length === 0) return null;
  return () => {
    const come = awaited.filter((name) => Object.hasOwn(globalThis, name));
    const others = before ? newGlobals(before) : [];
    for (const name of [...come, ...others]) takeGlobal(tenancy, name);
    lookForOverwrites?.();
  };
}

/** What another plugin has set, this one may set as well. */
function isAwaited(tenancy: Tenancy, name: string): boolean {
  const held = holders.get(name);
  return held ? !held.has(tenancy) : !Object.hasOwn(globalThis, name);
}

function takeGlobal(tenancy: Tenancy, name: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  if (!descriptor?.configurable) return;
  const held = holders.get(name) ?? new Set();
  if (held.has(tenancy)) return;
  holders.set(name, held.add(tenancy));
  const release = (): void => {
    held.delete(tenancy);
    if (held.size > 0) return;
    holders.delete(name);
    Reflect.deleteProperty(globalThis, name);
  };
  tenancy.take({
    kind: 'global',
    what: `window.${name}`,
    isLasting: () => held.size === 1 && Object.hasOwn(globalThis, name),
    release,
  });
  if (tenancy.isClosed) release();
}
