import {trusted} from '@ls-annotation/plugins';

const STYLES = /<style[^]*?<\/style>/g;

/**
 * Calls what writes markup into shadow roots, so that a page which requires
 * Trusted Types or forbids styles has nothing to report: the markup is marked
 * as trusted, and its style elements are left out.
 */
export function withoutStyles<Result>(create: () => Result): Result {
  const {prototype} = ShadowRoot;
  const native = Object.getOwnPropertyDescriptor(prototype, 'innerHTML');
  Object.defineProperty(prototype, 'innerHTML', {
    ...native,
    set(this: ShadowRoot, markup: string) {
      native?.set?.call(this, trusted().createHTML(markup.replace(STYLES, '')));
    },
  });
  try {
    return create();
  } finally {
    if (native) Object.defineProperty(prototype, 'innerHTML', native);
  }
}

/**
 * Has `innerHTML = ''` empty an element and the children that are put into it
 * later without any markup being read, which Trusted Types would forbid.
 */
export function makeEmptiable(parent: Element): void {
  setEmptiable(parent);
  parent.appendChild = <Child extends Node>(child: Child): Child => {
    setEmptiable(child);
    return Node.prototype.appendChild.call(parent, child) as Child;
  };
}

function setEmptiable(node: Node): void {
  Object.defineProperty(node, 'innerHTML', {
    configurable: true,
    set: () => {
      (node as Element).replaceChildren();
    },
  });
}
