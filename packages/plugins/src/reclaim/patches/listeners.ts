import type {Holding} from '../holding.js';
import type {Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import {isScriptScope} from '../script-scope.js';
import type {Tenancy} from '../tenancy.js';

import {describeTarget} from './describe-target.js';

interface Registration {
  readonly type: string;
  readonly listener: object;
  readonly isCapturing: boolean;
  readonly tenancy: Tenancy;
  readonly wrapped: Native;
  holding: Holding | null;
}

const registrations = new WeakMap<EventTarget, Registration[]>();

/** Notes the listeners of plugins, and calls them as theirs. */
export function patchListeners(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  const {prototype} = EventTarget;
  patches.method(prototype, 'addEventListener', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const target = toTarget(this);
      const tenancy = ownership.tenant(
        () => target instanceof EventTarget && ownership.isWorthALook(target),
      );
      if (!tenancy || !(target instanceof EventTarget)) {
        return Reflect.apply(native, target, args);
      }
      register({target, tenancy, ownership, native, args});
      return undefined;
    },
  }));
  patches.method(prototype, 'removeEventListener', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const target = toTarget(this);
      const [type, listener, options] = args;
      const found =
        target instanceof EventTarget &&
        find(target, String(type), listener, captures(options));
      if (!found) return Reflect.apply(native, target, args);
      forget(target, found);
      return Reflect.apply(native, target, [type, found.wrapped, options]);
    },
  }));
  // The page's own would add and remove past the two above.
  for (const [name, modern] of [
    ['addListener', 'addEventListener'],
    ['removeListener', 'removeEventListener'],
  ] as const) {
    patches.method(MediaQueryList.prototype, name, () => ({
      call(this: unknown, listener: unknown): unknown {
        (this as MediaQueryList)[modern]('change', listener as never);
        return undefined;
      },
    }));
  }
  for (const [owner, name] of DISPATCHERS) {
    patches.method(owner, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        return ownership.outside(() =>
          Reflect.apply(native, toTarget(this), args),
        );
      },
    }));
  }
}

/** What calls listeners at once: those of the host are the host's. */
const DISPATCHERS: readonly (readonly [object, string])[] = [
  [EventTarget.prototype, 'dispatchEvent'],
  ...['click', 'focus', 'blur'].map(
    (name) => [HTMLElement.prototype, name] as const,
  ),
  ...['submit', 'requestSubmit', 'reset'].map(
    (name) => [HTMLFormElement.prototype, name] as const,
  ),
];

interface Registering {
  readonly target: EventTarget;
  readonly tenancy: Tenancy;
  readonly ownership: PageOwnership;
  readonly native: Native;
  readonly args: readonly unknown[];
}

function register(registering: Registering): void {
  const {target, tenancy, ownership, native, args} = registering;
  const [type, listener, options] = args;
  const name = String(type);
  if (!isListener(listener)) {
    Reflect.apply(native, target, args);
    return;
  }
  const isCapturing = captures(options);
  const what = (): string =>
    `${name} on ${describeTarget(target)}${isCapturing ? ' (capturing)' : ''}`;
  if (!tenancy.mayTake('listener')) {
    tenancy.refuse('listener', what());
    return;
  }
  const {once, signal} = toOptions(options);
  if (signal?.aborted || find(target, name, listener, isCapturing, tenancy)) {
    return;
  }
  const wrapped: Native = function (...events) {
    if (once) forget(target, registration);
    const isFunction = typeof listener === 'function';
    const code = isFunction ? listener : listener.handleEvent;
    const self = isFunction ? this : listener;
    return tenancy.call('listener', 'listener', code, self, events);
  };
  const registration: Registration = {
    type: name,
    listener,
    isCapturing,
    tenancy,
    wrapped,
    holding: null,
  };
  const known = registrations.get(target) ?? [];
  registrations.set(target, known);
  known.push(registration);
  registration.holding = tenancy.take({
    kind: 'listener',
    what,
    isLasting: () => !signal?.aborted && ownership.places.isLasting(target),
    release: () => {
      forget(target, registration);
      target.removeEventListener(name, wrapped, isCapturing);
    },
  });
  Reflect.apply(native, target, [type, wrapped, options]);
}

function find(
  target: EventTarget,
  type: string,
  listener: unknown,
  isCapturing: boolean,
  tenancy: Tenancy | null = null,
): Registration | undefined {
  return registrations
    .get(target)
    ?.find(
      (known) =>
        known.listener === listener &&
        known.type === type &&
        known.isCapturing === isCapturing &&
        (tenancy === null || known.tenancy === tenancy),
    );
}

function forget(target: unknown, registration: Registration): void {
  const known = registrations.get(target as EventTarget);
  const index = known?.indexOf(registration) ?? -1;
  if (index !== -1) known?.splice(index, 1);
  registration.holding?.end();
}

/** Called bare, the methods are those of the window. */
function toTarget(self: unknown): unknown {
  return self === undefined || self === null || isScriptScope(self)
    ? globalThis
    : self;
}

interface ListenerObject {
  readonly handleEvent: Native;
}

function isListener(value: unknown): value is Native | ListenerObject {
  return (
    typeof value === 'function' || (typeof value === 'object' && value !== null)
  );
}

function toOptions(options: unknown): AddEventListenerOptions {
  return typeof options === 'object' && options !== null ? options : {};
}

function captures(options: unknown): boolean {
  return typeof options === 'object'
    ? toOptions(options).capture === true
    : Boolean(options);
}
