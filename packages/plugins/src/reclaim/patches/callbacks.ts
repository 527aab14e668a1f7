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
  {kind: 'task', owner: 'Document', start: 'startViewTransition'},
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
  {kind, owner, start, end, repeats = false}: Callback,
): void {
  const found: unknown = Reflect.get(globalThis, owner);
  if (typeof found !== 'function') return;
  const prototype = found.prototype as object;
  const running = new Map<unknown, Holding>();
  patches.method(prototype, start, (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const tenancy = ownership.tenant();
      if (!tenancy) return Reflect.apply(native, this, args);
      if (!tenancy.mayTake(kind)) tenancy.refuse(kind, start);
      const called = args.map((code) => {
        if (typeof code !== 'function') return code;
        return function (this: unknown, ...values: unknown[]): unknown {
          if (!repeats) over();
          return tenancy.call('timer', kind, code as Native, this, values);
        };
      });
      const id = Reflect.apply(native, this, called);
      const release = (): void => {
        over();
        if (end)
          Reflect.apply(Reflect.get(prototype, end) as Native, this, [id]);
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
