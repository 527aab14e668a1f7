import type {TextIndex, TextSpan} from './text-index.js';

/**
 * Returns the part of the page's selection that lies in an element, in code
 * points, or `null` when none does. Sees into the shadow trees that the
 * element is in.
 */
export function selectedSpan(root: Element, index: TextIndex): TextSpan | null {
  const range = selectedRange(root);
  if (!range || isOutside(range, root)) return null;
  const start = index.offsetOf(range.startContainer, range.startOffset);
  const end = index.offsetOf(range.endContainer, range.endOffset);
  return start < end ? {start, end} : null;
}

/** Returns the page's selection as a range, or `null` for a mere caret. */
export function selectedRange(root: Element): AbstractRange | null {
  const selection = selectionOf(root);
  if (!selection || selection.rangeCount === 0) return null;
  const [range] = composedRanges(selection, shadowRootsAround(root));
  return !range || range.collapsed ? null : range;
}

/** Returns the selection that reaches into an element's tree. */
export function selectionOf(root: Element): Selection | null {
  const tree = root.getRootNode() as unknown as {
    getSelection?: () => Selection | null;
  };
  return tree.getSelection?.() ?? root.ownerDocument.getSelection();
}

type ComposedRanges = (options: {
  shadowRoots: readonly ShadowRoot[];
}) => readonly StaticRange[];

function composedRanges(
  selection: Selection,
  shadowRoots: readonly ShadowRoot[],
): readonly AbstractRange[] {
  const {getComposedRanges} = selection as unknown as {
    getComposedRanges?: ComposedRanges;
  };
  return getComposedRanges
    ? getComposedRanges.call(selection, {shadowRoots})
    : [selection.getRangeAt(0)];
}

/** Returns the shadow roots an element is in, innermost first. */
export function shadowRootsAround(element: Element): readonly ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let tree = element.getRootNode();
  while (tree instanceof ShadowRoot) {
    roots.push(tree);
    tree = tree.host.getRootNode();
  }
  return roots;
}

function isOutside(range: AbstractRange, root: Element): boolean {
  const around = document.createRange();
  around.selectNodeContents(root);
  try {
    return (
      around.comparePoint(range.endContainer, range.endOffset) < 0 ||
      around.comparePoint(range.startContainer, range.startOffset) > 0
    );
  } catch {
    // The range ends in another tree: the page around a shadow root.
    return true;
  }
}
