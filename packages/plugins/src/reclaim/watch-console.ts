import type {Disposer} from '@ls-annotation/core';

import type {PageOwnership} from './page-ownership.js';
import type {Tenancy} from './tenancy.js';

/** Methods of the console that plugins log with. */
export const LOG_LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** Method of the console that a plugin logged with. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Takes what a run of a plugin logs. */
export type LogListener = (
  tenancy: Tenancy,
  level: LogLevel,
  args: readonly unknown[],
) => void;

type Write = (...args: unknown[]) => void;

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
  restore ??= replaceMethods(ownership);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    restore?.();
    restore = null;
  };
}

function replaceMethods(ownership: PageOwnership): Disposer {
  const target = globalThis.console as unknown as Record<LogLevel, Write>;
  const disposers = LOG_LEVELS.map((level): Disposer => {
    const write = target[level];
    const replacement: Write = (...args) => {
      Reflect.apply(write, target, args);
      const tenancy = ownership.tenant();
      if (!tenancy) return;
      ownership.outside(() => {
        for (const listener of listeners) listener(tenancy, level, args);
      });
    };
    target[level] = replacement;
    return () => {
      if (target[level] === replacement) target[level] = write;
    };
  });
  return () => {
    for (const dispose of disposers) dispose();
  };
}
