import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

import {describeTarget} from './describe-target.js';
import {adoptHandler, isHandlerName} from './inline-handlers.js';

/** A handler that a plugin has set. */
interface Handler {
  readonly tenancy: Tenancy;
  readonly text: string;
  /** What was there before, and whose it was. */
  readonly before: string | null;
  readonly below: Handler | null;
  isOver: boolean;
}

/** The last of each attribute. */
const handlers = new WeakMap<Element, Map<string, Handler>>();

/**
 * Notes the handlers that plugins set as attributes: `onclick="…"`, in
 * whichever way, and has them run as the plugin's.
 */
export function patchHandlerAttributes(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  patches.method(Element.prototype, 'setAttribute', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const put = (): unknown => Reflect.apply(native, this, args);
      const [name] = args;
      return isHandlerName(name) && this instanceof Element
        ? setHandler({ownership, element: this, name, put})
        : put();
    },
  }));
  patches.method(Element.prototype, 'setAttributeNS', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const put = (): unknown => Reflect.apply(native, this, args);
      const [space, name] = args;
      const isHandler = space === null || space === '';
      return isHandler && isHandlerName(name) && this instanceof Element
        ? setHandler({ownership, element: this, name, put})
        : put();
    },
  }));
  for (const name of ['setAttributeNode', 'setAttributeNodeNS']) {
    patches.method(Element.prototype, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        const put = (): unknown => Reflect.apply(native, this, args);
        const [node] = args;
        return isHandlerNode(node) && this instanceof Element
          ? setHandlerNode(ownership, this, node, put)
          : put();
      },
    }));
  }
  patchMaps(patches, ownership);
  patches.accessor(Attr.prototype, 'value', ({set}) => ({
    set(this: unknown, value: unknown): void {
      const put = (): unknown => Reflect.apply(set, this, [value]);
      const element = isHandlerNode(this) ? this.ownerElement : null;
      if (isHandlerNode(this) && element) {
        const {name} = this;
        setHandler({ownership, element, name, put});
      } else {
        put();
      }
    },
  }));
}

/** A map of attributes does not say whose they are before it has taken one. */
function patchMaps(patches: NativePatches, ownership: PageOwnership): void {
  for (const name of ['setNamedItem', 'setNamedItemNS']) {
    patches.method(NamedNodeMap.prototype, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        const [node] = args;
        const tenancy = isHandlerNode(node) ? ownership.tenant() : null;
        if (!tenancy || !isHandlerNode(node)) {
          return Reflect.apply(native, this, args);
        }
        if (!tenancy.mayTake('listener')) {
          tenancy.refuse('listener', `${node.name} of an element`);
          return null;
        }
        const old = Reflect.apply(native, this, args) as Attr | null;
        const {ownerElement: element} = node;
        if (element) {
          const before = old?.value ?? null;
          take({tenancy, ownership, element, name: node.name, before});
        }
        return old;
      },
    }));
  }
}

function isHandlerNode(value: unknown): value is Attr {
  return (
    value instanceof Attr &&
    value.namespaceURI === null &&
    isHandlerName(value.name)
  );
}

function setHandlerNode(
  ownership: PageOwnership,
  element: Element,
  {name}: Attr,
  put: () => unknown,
): unknown {
  return setHandler({ownership, element, name, put}) ?? null;
}

interface Setting {
  readonly ownership: PageOwnership;
  readonly element: Element;
  readonly name: string;
  readonly put: () => unknown;
}

function setHandler({ownership, element, name, put}: Setting): unknown {
  const tenancy = ownership.tenant(() => ownership.isWorthALook(element));
  if (!tenancy) return put();
  if (!tenancy.mayTake('listener')) {
    tenancy.refuse('listener', `${name} of ${describeTarget(element)}`);
    return undefined;
  }
  const before = element.getAttribute(name);
  const answer = put();
  take({tenancy, ownership, element, name, before});
  return answer;
}

interface Taking {
  readonly tenancy: Tenancy;
  readonly ownership: PageOwnership;
  readonly element: Element;
  readonly name: string;
  /** What was there before. */
  readonly before: string | null;
}

function take({tenancy, ownership, element, name, before}: Taking): void {
  const text = element.getAttribute(name) ?? '';
  const known = handlers.get(element) ?? new Map<string, Handler>();
  handlers.set(element, known);
  const last = known.get(name);
  const below = last?.text === before ? last : null;
  const handler: Handler = {tenancy, text, before, below, isOver: false};
  known.set(name, handler);
  adoptHandler(tenancy, ownership, element, name);
  const isThere = (): boolean => element.getAttribute(name) === text;
  tenancy.take({
    kind: 'listener',
    what: `${name} of ${describeTarget(element)}`,
    isLasting: () => ownership.places.isLasting(element) && isThere(),
    release: () => {
      handler.isOver = true;
      if (!isThere()) return;
      const lowest = lowestOver(handler);
      if (lowest.before === null) element.removeAttribute(name);
      else element.setAttribute(name, lowest.before);
      if (lowest.below) {
        adoptHandler(lowest.below.tenancy, ownership, element, name);
      }
    },
  });
}

/** Returns the first of those on top of each other that have ended since. */
function lowestOver(handler: Handler): Handler {
  let at = handler;
  while (at.below?.isOver) at = at.below;
  return at;
}
