import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

import {describeTarget} from './describe-target.js';

/** Words that a plugin has put in an element that is not its own. */
interface Words {
  readonly tenancy: Tenancy;
  node: ChildNode | null;
}

const words = new WeakMap<Node, Words>();

/**
 * Notes the words that plugins put in elements; what was there before comes
 * back, unless somebody has put something else there meanwhile.
 */
export function patchTexts(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const [owner, name] of [
    [Node.prototype, 'textContent'],
    [HTMLElement.prototype, 'innerText'],
  ] as const) {
    patches.accessor(owner, name, (native) => ({
      set(this: unknown, value: unknown): void {
        const put = (): void => {
          Reflect.apply(native.set, this, [value]);
        };
        if (this instanceof Element) setText(ownership, this, put);
        else put();
      },
    }));
  }
}

function setText(
  ownership: PageOwnership,
  element: Element,
  put: () => void,
): void {
  const tenancy = ownership.tenant(() => ownership.isWorthALook(element));
  const place = tenancy && ownership.places.placeOf(element);
  if (!tenancy || !place) {
    put();
    return;
  }
  const what = `text in ${describeTarget(element)}`;
  if (!tenancy.mayTake('node')) {
    tenancy.refuse('node', what);
    return;
  }
  const known = words.get(element);
  if (known?.tenancy === tenancy && known.node?.parentNode === element) {
    put();
    known.node = element.firstChild;
    return;
  }
  const before = [...element.childNodes];
  put();
  const own: Words = {tenancy, node: element.firstChild};
  words.set(element, own);
  const isThere = (): boolean => own.node?.parentNode === element;
  tenancy.take({
    kind: 'node',
    what,
    isOfView: place === 'view',
    isLasting: isThere,
    release: () => {
      if (!isThere()) return;
      own.node?.replaceWith(...before.filter((node) => !node.parentNode));
    },
  });
}
