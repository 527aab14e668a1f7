import type {Holding} from '../holding.js';
import type {Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import {isScriptScope} from '../script-scope.js';

import {describeTarget} from './describe-target.js';

interface Handler {
  readonly handler: Native;
  readonly holding: Holding;
}

const handlers = new WeakMap<object, Handler>();

let found: readonly (readonly [object, string])[] | null = null;

/**
 * Returns every `onclick` and the like on the page with whose it is; the same
 * list for as long as the page is there.
 */
function handlerProperties(): readonly (readonly [object, string])[] {
  found ??= [globalThis, ...targetPrototypes()].flatMap((owner) =>
    Object.getOwnPropertyNames(owner)
      .filter((name) => /^on[a-z]+$/.test(name))
      .map((name) => [owner, name] as const),
  );
  return found;
}

/** Prototypes of everything in the browser that events come to. */
function targetPrototypes(): readonly object[] {
  const all = Object.getOwnPropertyDescriptors(globalThis);
  return Object.values(all).flatMap(({value}: {value?: unknown}) => {
    if (typeof value !== 'function') return [];
    const {prototype} = value as {prototype?: unknown};
    return prototype instanceof EventTarget ? [prototype] : [];
  });
}

/** Notes the handlers that plugins set as properties: `window.onresize = …`. */
export function patchHandlerProperties(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const [owner, name] of handlerProperties()) {
    patchProperty(patches, ownership, owner, name);
  }
}

function patchProperty(
  patches: NativePatches,
  ownership: PageOwnership,
  owner: object,
  name: string,
): void {
  patches.accessor(owner, name, (native) => ({
    get(this: unknown): unknown {
      const value = Reflect.apply(native.get, toSelf(this), []);
      return handlers.get(value as object)?.handler ?? value;
    },
    set(this: unknown, value: unknown): void {
      const self = toSelf(this);
      const before = Reflect.apply(native.get, self, []);
      const put = (next: unknown): void => {
        Reflect.apply(native.set, self, [next]);
      };
      const tenancy = ownership.tenant(() =>
        ownership.isWorthALook(self as EventTarget),
      );
      if (!tenancy || typeof value !== 'function') {
        handlers.get(before as object)?.holding.end();
        put(value);
        return;
      }
      const what = `${name} of ${describeTarget(self)}`;
      if (!tenancy.mayTake('listener')) {
        tenancy.refuse('listener', what);
        return;
      }
      const handler = value as Native;
      const wrapped: Native = function (...args) {
        return tenancy.call('listener', 'listener', handler, this, args);
      };
      put(wrapped);
      handlers.get(before as object)?.holding.end();
      const holding = tenancy.take({
        kind: 'listener',
        what,
        isLasting: () => ownership.places.isLasting(self as EventTarget),
        release: () => {
          const present = Reflect.apply(native.get, self, []);
          if (present === wrapped)
            put(handlers.has(before as object) ? null : before);
        },
      });
      handlers.set(wrapped, {handler, holding});
    },
  }));
}

function toSelf(self: unknown): unknown {
  return self === undefined || isScriptScope(self) ? globalThis : self;
}
