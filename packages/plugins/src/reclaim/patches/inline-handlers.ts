import type {Native} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

const O = 0x6f;
const N = 0x6e;
const LOWER = 0x20;

/** Returns whether an attribute is a handler; asked for all that are set. */
export function isHandlerName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length > 2 &&
    (name.charCodeAt(0) | LOWER) === O &&
    (name.charCodeAt(1) | LOWER) === N
  );
}

/**
 * Has the handler that an attribute says run as a plugin's: the browser makes
 * it of text, which is in no source that stacks would name.
 */
export function adoptHandler(
  tenancy: Tenancy,
  ownership: PageOwnership,
  element: Element,
  attribute: string,
): void {
  const name = attribute.toLowerCase();
  ownership.outside(() => {
    const code: unknown = Reflect.get(element, name);
    if (typeof code !== 'function') return;
    const called: Native = function (...args) {
      return tenancy.call('listener', 'listener', code as Native, this, args);
    };
    Reflect.set(element, name, called);
  });
}

/** What handlers look like in HTML; it may be none. */
const INLINE = /[\s"'/]on[a-z]+\s*=/i;

/**
 * Puts HTML in the page, and has the handlers that it says run as those of
 * the plugin which does so.
 *
 * @param into - returns what new nodes come to be children of.
 */
export function withInlineHandlers(
  ownership: PageOwnership,
  html: unknown,
  into: () => Node | null,
  put: () => unknown,
): unknown {
  const tenancy = ownership.tenant(() => false);
  const parent = tenancy && INLINE.test(String(html)) ? into() : null;
  if (!tenancy || !parent) return put();
  const before = new Set<Node>(parent.childNodes);
  const answer = put();
  for (const node of parent.childNodes) {
    if (before.has(node) || !(node instanceof Element)) continue;
    for (const element of [node, ...node.querySelectorAll('*')]) {
      for (const {name} of element.attributes) {
        if (!isHandlerName(name)) continue;
        adoptHandler(tenancy, ownership, element, name);
      }
    }
  }
  return answer;
}
