import type {Holding} from '../holding.js';
import type {Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {ResourceKind} from '../resource-kind.js';

/** A function of the page that calls back what it is given. */
interface Callback {
  readonly kind: ResourceKind;
  /** Name of what has it. */
  readonly owner: string;
  readonly start: string;
  /** Function that takes it back, if there is one. */
  readonly end?: string;
  /** Breaks off what it has returned. */
  readonly breakOff?: (made: never) => void;
  /** True when it calls back more than once. */
  readonly repeats?: boolean;
}

const CALLBACKS: readonly Callback[] = [
  {
    kind: 'observer',
    owner: 'Geolocation',
    start: 'watchPosition',
    end: 'clearWatch',
    repeats: true,
  },
  {kind: 'observer', owner: 'Geolocation', start: 'getCurrentPosition'},
  {
    kind: 'frame',
    owner: 'HTMLVideoElement',
    start: 'requestVideoFrameCallback',
    end: 'cancelVideoFrameCallback',
  },
  {kind: 'task', owner: 'HTMLCanvasElement', start: 'toBlob'},
  {
    kind: 'task',
    owner: 'Document',
    start: 'startViewTransition',
    breakOff: (made: ViewTransition) => {
      // Nobody is to hear of it.
      made.ready.catch(() => undefined);
      made.skipTransition();
    },
  },
  {kind: 'task', owner: 'BaseAudioContext', start: 'decodeAudioData'},
  {kind: 'task', owner: 'DataTransferItem', start: 'getAsString'},
  {kind: 'task', owner: 'FileSystemEntry', start: 'getParent'},
  {kind: 'task', owner: 'FileSystemFileEntry', start: 'file'},
  {kind: 'task', owner: 'FileSystemDirectoryReader', start: 'readEntries'},
];

/** Notes what plugins wait to be called back for, and calls it as theirs. */
export function patchCallbacks(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const callback of CALLBACKS) {
    patchCallback(patches, ownership, callback);
  }
}

function patchCallback(
  patches: NativePatches,
  ownership: PageOwnership,
  {kind, owner, start, end, breakOff, repeats = false}: Callback,
): void {
  const found: unknown = Reflect.get(globalThis, owner);
  if (typeof found !== 'function') return;
  const prototype = found.prototype as object;
  const running = new Map<unknown, Holding>();
  patches.method(prototype, start, (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const tenancy = args.some(callsBack) ? ownership.tenant() : null;
      if (!tenancy) return Reflect.apply(native, this, args);
      if (!tenancy.mayTake(kind)) tenancy.refuse(kind, start);
      const wrap = (code: Native): Native =>
        function (this: unknown, ...values) {
          if (!repeats) over();
          return tenancy.call('timer', kind, code, this, values);
        };
      const called = args.map((given) => wrapCallback(given, wrap));
      const id = Reflect.apply(native, this, called);
      const release = (): void => {
        over();
        if (end)
          Reflect.apply(Reflect.get(prototype, end) as Native, this, [id]);
        breakOff?.(id as never);
      };
      const holding = tenancy.take({kind, what: start, release});
      if (end) running.set(id, holding);
      if (!tenancy.mayTake(kind)) release();
      function over(): void {
        if (running.get(id) === holding) running.delete(id);
        holding.end();
      }
      return id;
    },
  }));
  if (!end) return;
  patches.method(prototype, end, (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      running.get(args[0])?.end();
      running.delete(args[0]);
      return Reflect.apply(native, this, args);
    },
  }));
}

interface Options {
  readonly update: Native;
}

function hasUpdate(given: unknown): given is Options {
  return (
    typeof given === 'object' &&
    given !== null &&
    'update' in given &&
    typeof given.update === 'function'
  );
}

function callsBack(given: unknown): boolean {
  return typeof given === 'function' || hasUpdate(given);
}

/** What calls back is a function, or the `update` of options. */
function wrapCallback(given: unknown, wrap: (code: Native) => Native): unknown {
  if (typeof given === 'function') return wrap(given as Native);
  return hasUpdate(given) ? {...given, update: wrap(given.update)} : given;
}
