import type {Disposer} from '@ls-annotation/core';

import type {LogLevel} from './log-level.js';

/** Methods of the console that show something, and how serious that is. */
const METHODS: Readonly<Record<string, LogLevel>> = {
  debug: 'debug',
  log: 'log',
  dir: 'log',
  table: 'log',
  trace: 'log',
  group: 'log',
  groupCollapsed: 'log',
  info: 'info',
  warn: 'warn',
  error: 'error',
  assert: 'error',
};

type Write = (...args: unknown[]) => void;

/**
 * Tells `onWrite` of what is written to the console of this page or worker
 * until the disposer is called. It appears there as before.
 */
export function replaceConsole(
  onWrite: (level: LogLevel, args: readonly unknown[]) => void,
): Disposer {
  const target = globalThis.console as unknown as Record<string, Write>;
  const disposers = Object.entries(METHODS).map(([name, level]): Disposer => {
    const write = target[name];
    if (typeof write !== 'function') return () => undefined;
    const replacement: Write = (...args) => {
      Reflect.apply(write, target, args);
      if (name !== 'assert') onWrite(level, args);
      else if (!args[0]) onWrite(level, ['Assertion failed', ...args.slice(1)]);
    };
    target[name] = replacement;
    return () => {
      if (target[name] === replacement) target[name] = write;
    };
  });
  return () => {
    for (const dispose of disposers) dispose();
  };
}
