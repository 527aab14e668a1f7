import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';

import {describeTarget} from './describe-target.js';

/** A handler that a plugin has set. */
interface Setting {
  readonly text: string;
  /** What was there before, and whose it was. */
  readonly before: string | null;
  readonly below: Setting | null;
  isOver: boolean;
}

/** The last of each attribute. */
const settings = new WeakMap<Element, Map<string, Setting>>();

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
      const setting = note(this, name, text);
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
          setting.isOver = true;
          if (this.getAttribute(name) === text) put(beforeAll(setting));
        },
      });
      return undefined;
    },
  }));
}

function note(element: Element, name: string, text: string): Setting {
  const known = settings.get(element) ?? new Map<string, Setting>();
  settings.set(element, known);
  const before = element.getAttribute(name);
  const last = known.get(name);
  const below = last?.text === before ? last : null;
  const setting = {text, before, below, isOver: false};
  known.set(name, setting);
  return setting;
}

/** Returns what was there before plugins that have ended since. */
function beforeAll(setting: Setting): string | null {
  let at = setting;
  while (at.below?.isOver) at = at.below;
  return at.before;
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
