import type {LeftoverKind} from './page-report.js';
import type {Recording} from './recording.js';
import {replaceMethod} from './replace-method.js';
import type {Method} from './replace-method.js';
import type {Resource} from './resource-log.js';

interface TimerFunctions {
  readonly kind: LeftoverKind;
  readonly start: string;
  readonly end: string;
}

const TIMERS: readonly TimerFunctions[] = [
  {kind: 'timeout', start: 'setTimeout', end: 'clearTimeout'},
  {kind: 'interval', start: 'setInterval', end: 'clearInterval'},
  {
    kind: 'frame',
    start: 'requestAnimationFrame',
    end: 'cancelAnimationFrame',
  },
  {kind: 'frame', start: 'requestIdleCallback', end: 'cancelIdleCallback'},
];

/**
 * Records the timers of the plugin. What a timer's callback makes belongs to
 * the display that the timer belongs to.
 */
export function recordTimers(recording: Recording): void {
  // Timeouts and intervals share their numbers, and either may be cleared by
  // the other's function.
  const timers = new Map<unknown, Resource>();
  const frames = new Map<unknown, Resource>();
  for (const timer of TIMERS) {
    recordTimer(timer, recording, timer.kind === 'frame' ? frames : timers);
  }
}

function recordTimer(
  {kind, start, end}: TimerFunctions,
  {callers, displays, log}: Recording,
  running: Map<unknown, Resource>,
): void {
  replaceMethod(globalThis, start, (original) => (callback, ...rest) => {
    const caller = callers.taking();
    if (!caller || caller.kind === 'host' || typeof callback !== 'function') {
      return original.call(globalThis, callback, ...rest);
    }
    const {owner} = log;
    const {place} = caller;
    const what = kind === 'frame' ? start : `${start} ${delayOf(rest)}`;
    const resource: Resource = {kind, what, place, owner};
    const run: Method = function (...args) {
      if (kind !== 'interval') {
        running.delete(id);
        log.giveBack(resource);
      }
      return displays.runAs(owner, () =>
        (callback as Method).apply(this, args),
      );
    };
    const id = original.call(globalThis, run, ...rest);
    running.set(id, resource);
    log.take(resource);
    return id;
  });
  replaceMethod(globalThis, end, (original) => (id, ...rest) => {
    const resource = running.get(id);
    if (resource) {
      running.delete(id);
      log.giveBack(resource);
    }
    return original.call(globalThis, id, ...rest);
  });
}

function delayOf([delay]: readonly unknown[]): string {
  return `${String(Number(delay) || 0)} ms`;
}
