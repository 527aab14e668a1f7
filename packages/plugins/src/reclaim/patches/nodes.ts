import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

import {describeTarget} from './describe-target.js';

/** Returns the parent that a method puts nodes into. */
type FindParent = (self: Node, args: readonly unknown[]) => Node | null;

const itself: FindParent = (self) => self;
const parent: FindParent = (self) => self.parentNode;
const byPosition: FindParent = (self, [position]) =>
  /^(?:afterbegin|beforeend)$/i.test(String(position)) ? self : self.parentNode;

const METHODS: readonly (readonly [object, readonly string[], FindParent])[] = [
  [Node.prototype, ['appendChild', 'insertBefore', 'replaceChild'], itself],
  ...[Element, Document, DocumentFragment].map(
    ({prototype}) =>
      [
        prototype,
        ['append', 'prepend', 'replaceChildren', 'moveBefore'],
        itself,
      ] as const,
  ),
  ...[Element, CharacterData, DocumentType].map(
    ({prototype}) =>
      [prototype, ['before', 'after', 'replaceWith'], parent] as const,
  ),
  [
    Element.prototype,
    ['insertAdjacentElement', 'insertAdjacentHTML', 'insertAdjacentText'],
    byPosition,
  ],
];

/** Notes the nodes that plugins put outside the labeling interface. */
export function patchNodes(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const [owner, names, findParent] of METHODS) {
    for (const name of names) {
      patches.method(owner, name, (native) => ({
        call(this: unknown, ...args: unknown[]): unknown {
          const into =
            this instanceof Node ? () => findParent(this, args) : () => null;
          return insert(
            ownership,
            into,
            () => Reflect.apply(native, this, args),
            args[0],
          );
        },
      }));
    }
  }
  patches.method(Range.prototype, 'insertNode', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const into = (): Node | null =>
        this instanceof Range ? this.commonAncestorContainer : null;
      return insert(
        ownership,
        into,
        () => Reflect.apply(native, this, args),
        args[0],
      );
    },
  }));
  for (const [name, findParent] of [
    ['innerHTML', itself],
    ['outerHTML', parent],
  ] as const) {
    patches.accessor(Element.prototype, name, (native) => ({
      set(this: unknown, value: unknown): void {
        const into =
          this instanceof Node ? () => findParent(this, []) : () => null;
        insert(
          ownership,
          into,
          () => {
            Reflect.apply(native.set, this, [value]);
          },
          undefined,
        );
      },
    }));
  }
}

function insert(
  ownership: PageOwnership,
  findParent: () => Node | null,
  native: () => unknown,
  given: unknown,
): unknown {
  const isLasting = (): boolean => {
    const into = findParent();
    return into !== null && ownership.isLasting(into);
  };
  const tenancy = ownership.tenant(isLasting);
  const into = tenancy && isLasting() ? findParent() : null;
  if (!tenancy || !into) return native();
  if (!tenancy.mayTake('node')) {
    tenancy.refuse('node', `${describeNode(given)} in ${describeTarget(into)}`);
    return given;
  }
  const before = new Set<Node>(into.childNodes);
  const wasConnected = given instanceof Node && given.isConnected;
  const answer = native();
  for (const node of into.childNodes) {
    const isMoved = wasConnected && node === given;
    if (!before.has(node) && !isMoved) take(tenancy, ownership, node, into);
  }
  return answer;
}

function take(
  tenancy: Tenancy,
  ownership: PageOwnership,
  node: Node,
  into: Node,
): void {
  const isStyle =
    node instanceof HTMLStyleElement || node instanceof HTMLLinkElement;
  tenancy.take({
    kind: isStyle ? 'style' : 'node',
    what: () => `${describeNode(node)} in ${describeTarget(into)}`,
    isLasting: () => node.isConnected,
    release: () => {
      node.parentNode?.removeChild(node);
    },
  });
  ownership.addPrivate(node);
}

function describeNode(node: unknown): string {
  if (!(node instanceof Node)) return 'text';
  return node instanceof Element ? describeTarget(node) : node.nodeName;
}
