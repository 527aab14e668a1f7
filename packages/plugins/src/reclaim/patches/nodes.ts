import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

import {describeTarget} from './describe-target.js';
import {withInlineHandlers} from './inline-handlers.js';

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
  ...[Element, ShadowRoot].map(
    ({prototype}) => [prototype, ['setHTMLUnsafe', 'setHTML'], itself] as const,
  ),
  [
    HTMLTableElement.prototype,
    ['insertRow', 'createTHead', 'createTBody', 'createTFoot', 'createCaption'],
    itself,
  ],
  [HTMLTableSectionElement.prototype, ['insertRow'], itself],
  [HTMLTableRowElement.prototype, ['insertCell'], itself],
  [HTMLSelectElement.prototype, ['add'], itself],
];

/** Which argument is HTML, of those of them that take it. */
const HTML: Readonly<Record<string, number>> = {
  insertAdjacentHTML: 1,
  setHTMLUnsafe: 0,
};

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
            args,
            args[HTML[name] ?? -1],
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
        args,
      );
    },
  }));
  for (const [owner, name, findParent] of [
    [Element.prototype, 'innerHTML', itself],
    [Element.prototype, 'outerHTML', parent],
    [ShadowRoot.prototype, 'innerHTML', itself],
  ] as const) {
    patches.accessor(owner, name, (native) => ({
      set(this: unknown, value: unknown): void {
        const into =
          this instanceof Node ? () => findParent(this, []) : () => null;
        insert(
          ownership,
          into,
          () => {
            Reflect.apply(native.set, this, [value]);
          },
          [],
          value,
        );
      },
    }));
  }
}

function insert(
  ownership: PageOwnership,
  findParent: () => Node | null,
  put: () => unknown,
  args: readonly unknown[],
  html?: unknown,
): unknown {
  const native = (): unknown =>
    html === undefined
      ? put()
      : withInlineHandlers(ownership, html, findParent, put);
  const tenancy = ownership.tenant(() => {
    const into = findParent();
    return into !== null && ownership.isWorthALook(into);
  });
  const into = tenancy && findParent();
  const place = into && ownership.places.placeOf(into);
  if (!tenancy || !into || !place) return native();
  const [given] = args;
  if (!tenancy.mayTake('node')) {
    tenancy.refuse('node', `${describeNode(given)} in ${describeTarget(into)}`);
    return given;
  }
  const before = new Set<Node>(into.childNodes);
  const moved = new Set(
    args.filter((node) => node instanceof Node && node.isConnected),
  );
  // What they do when they are connected is theirs.
  for (const node of newNodes(args)) ownership.places.addPrivate(node);
  const answer = native();
  const isOfView = place === 'view';
  if (isOfView) takeReplaced(tenancy, into, [...before]);
  const fresh = [...into.childNodes].filter((node) => !before.has(node));
  if (isInside(answer, into) && !fresh.some((node) => node.contains(answer))) {
    fresh.push(answer);
  }
  for (const node of fresh) {
    if (moved.has(node)) continue;
    take({tenancy, ownership, node, into, isOfView});
  }
  return answer;
}

/** Has what a plugin put something in the place of come back after it. */
function takeReplaced(
  tenancy: Tenancy,
  into: Node,
  before: readonly Node[],
): void {
  const replaced = before.filter((node) => node.parentNode !== into);
  if (replaced.length === 0) return;
  tenancy.take({
    kind: 'node',
    what: () => `content of ${describeTarget(into)}`,
    isOfView: true,
    isLasting: () => false,
    release: () => {
      for (const node of replaced.reverse()) {
        if (node.parentNode) continue;
        const next = before[before.indexOf(node) + 1];
        into.insertBefore(node, next?.parentNode === into ? next : null);
      }
    },
  });
}

interface Taking {
  readonly tenancy: Tenancy;
  readonly ownership: PageOwnership;
  readonly node: Node;
  readonly into: Node;
  /** True when it goes with the labeling interface. */
  readonly isOfView: boolean;
}

/** Rows come to stand in a part of their table. */
function isInside(answer: unknown, into: Node): answer is ChildNode {
  return (
    answer instanceof Element &&
    answer.parentNode !== into &&
    into.contains(answer)
  );
}

/** Returns the nodes of the arguments that are not in a page yet. */
function newNodes(args: readonly unknown[]): readonly Node[] {
  return args
    .flatMap((given) =>
      given instanceof DocumentFragment ? [...given.childNodes] : given,
    )
    .filter((node) => node instanceof Node && !node.isConnected) as Node[];
}

function take({tenancy, ownership, node, into, isOfView}: Taking): void {
  const isStyle =
    node instanceof HTMLStyleElement || node instanceof HTMLLinkElement;
  tenancy.take({
    kind: isStyle ? 'style' : 'node',
    what: () => `${describeNode(node)} in ${describeTarget(into)}`,
    isOfView,
    isLasting: () => node.isConnected,
    release: () => {
      node.parentNode?.removeChild(node);
    },
  });
  ownership.places.addPrivate(node);
}

function describeNode(node: unknown): string {
  if (!(node instanceof Node)) return 'text';
  return node instanceof Element ? describeTarget(node) : node.nodeName;
}
