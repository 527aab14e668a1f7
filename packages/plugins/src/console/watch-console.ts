import type {Disposer} from '@ls-annotation/core';

import type {PageOwnership} from '../reclaim/page-ownership.js';
import type {Tenancy} from '../reclaim/tenancy.js';

import type {LogLevel} from './log-level.js';
import {replaceConsole} from './replace-console.js';

/** Takes what a run of a plugin logs. */
export type LogListener = (
  tenancy: Tenancy,
  level: LogLevel,
  args: readonly unknown[],
) => void;

const listeners = new Set<LogListener>();
let restore: Disposer | null = null;

/**
 * Tells of what plugins write to the page's console, where it appears as
 * before. The console's methods are replaced for as long as somebody listens.
 */
export function watchConsole(
  ownership: PageOwnership,
  listener: LogListener,
): Disposer {
  listeners.add(listener);
  restore ??= replaceConsole((level, args) => {
    const tenancy = ownership.tenant();
    if (!tenancy) return;
    ownership.outside(() => {
      for (const each of listeners) each(tenancy, level, args);
    });
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    restore?.();
    restore = null;
  };
}
