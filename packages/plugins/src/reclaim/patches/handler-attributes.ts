import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';

import {describeTarget} from './describe-target.js';

/** Notes the handlers that plugins set as attributes: `onclick="…"`. */
export function patchHandlerAttributes(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  patches.method(Element.prototype, 'setAttribute', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const [name, value] = args;
      if (!isHandlerName(name) || !(this instanceof Element)) {
        return Reflect.apply(native, this, args);
      }
      const tenancy = ownership.tenant(() => ownership.isWorthALook(this));
      if (!tenancy) return Reflect.apply(native, this, args);
      const what = `${name} of ${describeTarget(this)}`;
      if (!tenancy.mayTake('listener')) {
        tenancy.refuse('listener', what);
        return undefined;
      }
      const text = String(value);
      const before = this.getAttribute(name);
      const put = (old: string | null): void => {
        if (old === null) this.removeAttribute(name);
        else Reflect.apply(native, this, [name, old]);
      };
      Reflect.apply(native, this, args);
      tenancy.take({
        kind: 'listener',
        what,
        isLasting: () =>
          ownership.places.isLasting(this) && this.getAttribute(name) === text,
        release: () => {
          if (this.getAttribute(name) === text) put(before);
        },
      });
      return undefined;
    },
  }));
}

const O = 0x6f;
const N = 0x6e;
const LOWER = 0x20;

/** Asked for every attribute that anybody sets. */
function isHandlerName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length > 2 &&
    (name.charCodeAt(0) | LOWER) === O &&
    (name.charCodeAt(1) | LOWER) === N
  );
}
