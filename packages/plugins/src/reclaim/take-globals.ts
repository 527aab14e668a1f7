import {allGlobals, newGlobals} from './globals-watch.js';
import {watchOverwrites} from './take-overwrites.js';
import type {Tenancy} from './tenancy.js';

/** Who holds which global: several hosts may have the same plugin. */
const holders = new Map<string, Set<Tenancy>>();

/**
 * Looks which globals have come since it was made; again, when code has gone
 * on in the meantime.
 */
export type LookForGlobals = (isAgain?: boolean) => void;

/**
 * Returns what notes, when a stretch of a run's code is over, the globals that
 * have come or were overwritten in the meantime; `null` when none can be.
 *
 * @param goesOn - true for code that goes on by itself: there is no telling
 *   what it has done before.
 */
export function watchNewGlobals(
  tenancy: Tenancy,
  goesOn = false,
): LookForGlobals | null {
  const {globals, hasBegun} = tenancy;
  tenancy.hasBegun = true;
  if (tenancy.keeps('global')) return null;
  const looksAtAll = globals.isOpen && (goesOn || !hasBegun);
  const before = looksAtAll ? allGlobals() : null;
  const awaited = globals.names.filter((name) => isAwaited(tenancy, name));
  const lookForOverwrites = watchOverwrites(tenancy);
  if (!before && !lookForOverwrites && awaited.length === 0) return null;
  return (isAgain = false) => {
    const come = awaited.filter((name) => Object.hasOwn(globalThis, name));
    const others = before && !isAgain ? newGlobals(before) : [];
    for (const name of [...come, ...others]) takeGlobal(tenancy, name);
    lookForOverwrites?.();
  };
}

/** What another plugin has set, this one may set as well. */
function isAwaited(tenancy: Tenancy, name: string): boolean {
  const held = holders.get(name);
  return held ? !held.has(tenancy) : !Object.hasOwn(globalThis, name);
}

/** Notes that a run has set a global. */
export function takeGlobal(tenancy: Tenancy, name: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  if (!descriptor) return;
  const held = holders.get(name) ?? new Set();
  if (held.has(tenancy)) return;
  const what = `window.${name}`;
  if (!descriptor.configurable) {
    tenancy.leave('global', what);
    return;
  }
  holders.set(name, held.add(tenancy));
  const release = (): void => {
    held.delete(tenancy);
    if (held.size > 0) return;
    holders.delete(name);
    Reflect.deleteProperty(globalThis, name);
  };
  tenancy.take({
    kind: 'global',
    what,
    isLasting: () => held.size === 1 && Object.hasOwn(globalThis, name),
    release,
  });
  if (tenancy.isClosed) release();
}
