import type {Holding} from '../holding.js';
import type {Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {ResourceKind} from '../resource-kind.js';
import type {Tenancy} from '../tenancy.js';

interface Timer {
  readonly kind: ResourceKind;
  readonly start: string;
  readonly end: string;
  readonly repeats?: boolean;
}

/** Timeouts and intervals share their numbers; frames have their own. */
const FAMILIES: readonly (readonly Timer[])[] = [
  [
    {kind: 'timeout', start: 'setTimeout', end: 'clearTimeout'},
    {
      kind: 'interval',
      start: 'setInterval',
      end: 'clearInterval',
      repeats: true,
    },
  ],
  [
    {
      kind: 'frame',
      start: 'requestAnimationFrame',
      end: 'cancelAnimationFrame',
    },
  ],
  [{kind: 'idle', start: 'requestIdleCallback', end: 'cancelIdleCallback'}],
];

/** Notes the timers of plugins, and calls their callbacks as theirs. */
export function patchTimers(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const family of FAMILIES) {
    const running = new Map<unknown, Holding>();
    for (const timer of family) patchTimer(patches, ownership, timer, running);
  }
  patches.method(globalThis, 'queueMicrotask', (native) => ({
    call(...args: unknown[]): unknown {
      const tenancy = ownership.tenant();
      const [callback] = args;
      if (!tenancy?.mayTake('task')) {
        if (!tenancy) return Reflect.apply(native, globalThis, args);
        tenancy.refuse('task', 'queueMicrotask');
        return undefined;
      }
      return Reflect.apply(native, globalThis, [
        wrap(tenancy, 'task', callback),
      ]);
    },
  }));
  patchScheduler(patches, ownership);
}

function patchTimer(
  patches: NativePatches,
  ownership: PageOwnership,
  {kind, start, end, repeats = false}: Timer,
  running: Map<unknown, Holding>,
): void {
  patches.method(globalThis, start, (native) => ({
    call(...args: unknown[]): unknown {
      const tenancy = ownership.tenant();
      if (!tenancy) return Reflect.apply(native, globalThis, args);
      const [callback, ...rest] = args;
      const what = describe(start, rest[0]);
      if (!tenancy.mayTake(kind)) {
        tenancy.refuse(kind, what);
        return refused(native, end);
      }
      const code = start.startsWith('set') ? toCode(callback) : callback;
      const called = wrap(tenancy, kind, code, () => {
        if (!repeats) over();
      });
      const id = Reflect.apply(native, globalThis, [called, ...rest]);
      const holding = tenancy.take({
        kind,
        what,
        release: () => {
          over();
          Reflect.apply(Reflect.get(globalThis, end) as Native, globalThis, [
            id,
          ]);
        },
      });
      running.set(id, holding);
      function over(): void {
        running.delete(id);
        holding.end();
      }
      return id;
    },
  }));
  patches.method(globalThis, end, (native) => ({
    call(...args: unknown[]): unknown {
      running.get(args[0])?.end();
      running.delete(args[0]);
      return Reflect.apply(native, globalThis, args);
    },
  }));
}

/** A number that is nobody else's, of something that never comes. */
function refused(native: Native, end: string): unknown {
  const id = Reflect.apply(native, globalThis, [() => undefined, 1e6]);
  Reflect.apply(Reflect.get(globalThis, end) as Native, globalThis, [id]);
  return id;
}

function describe(start: string, delay: unknown): string {
  const isDelayed = start.startsWith('set');
  return isDelayed ? `${start} ${String(Number(delay) || 0)} ms` : start;
}

/** What is not a function is text, as the page's own timers have it. */
function toCode(callback: unknown): unknown {
  if (typeof callback === 'function') return callback;
  const {trustedTypes} = globalThis as {
    trustedTypes?: {isScript(value: unknown): boolean};
  };
  const isTrusted = trustedTypes?.isScript(callback) === true;
  const text = isTrusted ? callback : String(callback);
  const evaluate = eval;
  return () => {
    evaluate(text as string);
  };
}

function wrap(
  tenancy: Tenancy,
  kind: ResourceKind,
  callback: unknown,
  before: () => void = () => undefined,
): unknown {
  if (typeof callback !== 'function') return callback;
  return function (this: unknown, ...args: unknown[]): unknown {
    before();
    return tenancy.call('timer', kind, callback as Native, this, args);
  };
}

/** `scheduler.postTask()`, where there is one. */
function patchScheduler(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  const scheduler: unknown = Reflect.get(globalThis, 'scheduler');
  if (typeof scheduler !== 'object' || scheduler === null) return;
  const prototype = Object.getPrototypeOf(scheduler) as object;
  patches.method(prototype, 'postTask', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const tenancy = ownership.tenant();
      if (!tenancy) return Reflect.apply(native, this, args);
      const [callback, ...rest] = args;
      if (!tenancy.mayTake('task')) {
        tenancy.refuse('task', 'postTask');
        return new Promise(() => undefined);
      }
      const holding = tenancy.take({
        kind: 'task',
        what: 'postTask',
        // A closed tenancy is not called.
        release: () => undefined,
      });
      const called = wrap(tenancy, 'task', callback, () => {
        holding.end();
      });
      const posted = Reflect.apply(native, this, [called, ...rest]);
      return tenancy.onlyWhileOpen('task', posted as Promise<unknown>);
    },
  }));
}
