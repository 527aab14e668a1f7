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

/** Whose `onclick` and the like are looked after. */
function owners(): readonly object[] {
  return [
    globalThis,
    ...[
      'Document',
      'HTMLElement',
      'HTMLBodyElement',
      'SVGElement',
      'MediaQueryList',
      'XMLHttpRequestEventTarget',
      'WebSocket',
      'EventSource',
      'Worker',
      'MessagePort',
      'BroadcastChannel',
    ].flatMap((name) => {
      const owner: unknown = Reflect.get(globalThis, name);
      return typeof owner === 'function' ? [owner.prototype as object] : [];
    }),
  ];
}

/** Notes the handlers that plugins set as properties: `window.onresize = …`. */
export function patchHandlerProperties(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const owner of owners()) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (!/^on[a-z]+$/.test(name)) continue;
      patchProperty(patches, ownership, owner, name);
    }
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
        ownership.isLasting(self as EventTarget),
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
        isLasting: () => ownership.isLasting(self as EventTarget),
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
