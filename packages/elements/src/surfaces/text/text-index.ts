/** A place in the text of an element: a text node and a UTF-16 offset. */
export interface TextPoint {
  /** Text node. */
  readonly node: Text;
  /** UTF-16 offset in it. */
  readonly offset: number;
}

/** A stretch of text, code points, end exclusive. */
export interface TextSpan {
  /** First code point, 0-based. */
  readonly start: number;
  /** Code point behind the last. */
  readonly end: number;
}

interface Segment {
  readonly node: Text | Element;
  /** Code point at which it starts. */
  readonly start: number;
  /** Code point behind its end. */
  readonly end: number;
  /** Places of characters of two UTF-16 units, code points from `start`. */
  readonly wide: readonly number[];
}

/** Marks an element that counts as one line break, whatever it holds. */
export const BREAK_ATTRIBUTE = 'data-ls-break';

/**
 * Where the text inside an element lies, counted as Label Studio counts:
 * code points of the text nodes in document order, and one for each `<br>`
 * (or element with {@link BREAK_ATTRIBUTE}). Blocks are lines of their own
 * and count nothing.
 *
 * It is a picture of the moment it was made; after the element's contents
 * changed, make a new one.
 */
export class TextIndex {
  readonly #segments: readonly Segment[];
  readonly #places: ReadonlyMap<Node, number>;

  /** Number of code points. */
  readonly length: number;

  /** Looks through the contents of `root`. */
  constructor(root: Element) {
    this.#segments = collectSegments(root);
    this.#places = new Map(
      this.#segments.map((segment, index) => [segment.node, index]),
    );
    this.length = this.#segments.at(-1)?.end ?? 0;
  }

  /**
   * Returns the code point offset of a boundary point of a range. A point
   * before the element is 0, one behind it is `length`.
   *
   * @param offset - UTF-16 offset in a text node, child index in an element
   */
  offsetOf(node: Node, offset: number): number {
    const segment = this.#segments[this.#places.get(node) ?? -1];
    if (segment && node instanceof Text) {
      return segment.start + toCodePoints(segment, offset);
    }
    const child = node.childNodes[offset];
    const index = this.#firstIndex(({node: place}) =>
      child ? !isBefore(place, child) : isBehind(place, node),
    );
    return this.#segments[index]?.start ?? this.length;
  }

  /**
   * Returns the place in a text node of a code point offset.
   *
   * @param side - at the border of two text nodes: `start` takes the one
   *   that begins there, `end` the one that ends there
   * @returns `null` when there is no text on that side.
   */
  pointAt(offset: number, side: 'start' | 'end'): TextPoint | null {
    return side === 'start' ? this.#startAt(offset) : this.#endAt(offset);
  }

  /**
   * Returns a span without the breaks in it that hold words of their own: the
   * pieces of text between them.
   */
  stretchesOf({start, end}: TextSpan): readonly TextSpan[] {
    const stretches: TextSpan[] = [];
    let from = start;
    for (let i = this.#indexAt(start); i < this.#segments.length; i += 1) {
      const segment = this.#segments[i] as Segment;
      if (segment.start >= end) break;
      if (!segment.node.hasChildNodes()) continue;
      if (segment.start > from)
        stretches.push({start: from, end: segment.start});
      from = segment.end;
    }
    if (end > from) stretches.push({start: from, end});
    return stretches;
  }

  /** Returns the text of a span, with `\n` for each break. */
  slice({start, end}: TextSpan): string {
    let text = '';
    for (let i = this.#indexAt(start); i < this.#segments.length; i += 1) {
      const segment = this.#segments[i] as Segment;
      if (segment.start >= end) break;
      text += sliceSegment(segment, start, end);
    }
    return text;
  }

  /**
   * Returns the stretch that holds an offset and has neither a break in it
   * nor the border of a block.
   */
  lineAt(offset: number): TextSpan {
    const at = this.#lastOfLine(this.#indexAt(offset));
    let first = at;
    while (first > 0 && this.#isOneLine(first - 1, first)) first -= 1;
    let last = at;
    while (this.#isOneLine(last, last + 1)) last += 1;
    const segment = this.#segments[last];
    return {
      start: this.#segments[first]?.start ?? this.length,
      end: (isBreak(segment) ? segment?.start : segment?.end) ?? this.length,
    };
  }

  #startAt(offset: number): TextPoint | null {
    for (let i = this.#indexAt(offset); i < this.#segments.length; i += 1) {
      const segment = this.#segments[i] as Segment;
      if (!isBreak(segment)) return pointIn(segment, offset);
    }
    return null;
  }

  #endAt(offset: number): TextPoint | null {
    const last = this.#firstIndex(({end}) => end >= offset);
    for (let i = Math.min(last, this.#segments.length - 1); i >= 0; i -= 1) {
      const segment = this.#segments[i] as Segment;
      if (!isBreak(segment)) return pointIn(segment, offset);
    }
    return null;
  }

  /** A break, and the end of the text, belong to what is before them. */
  #lastOfLine(index: number): number {
    const segment = this.#segments[index];
    const before = this.#segments[index - 1];
    const isBehind = !segment || isBreak(segment);
    return isBehind && before && !isBreak(before) ? index - 1 : index;
  }

  #isOneLine(before: number, behind: number): boolean {
    const [left, right] = [this.#segments[before], this.#segments[behind]];
    if (!left || !right || isBreak(left) || isBreak(right)) return false;
    return blockAround(left.node) === blockAround(right.node);
  }

  #indexAt(offset: number): number {
    return this.#firstIndex(({end}) => end > offset);
  }

  #firstIndex(isThere: (segment: Segment) => boolean): number {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isThere(this.#segments[middle] as Segment)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function collectSegments(root: Element): readonly Segment[] {
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    isSkipped,
  );
  const segments: Segment[] = [];
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const segment = toSegment(node, start);
    if (!segment) continue;
    segments.push(segment);
    start = segment.end;
  }
  return segments;
}

/** Our own layer over the text is no part of it, nor is what a break holds. */
function isSkipped(node: Node): number {
  const isOverlay =
    node instanceof Element && node.hasAttribute('data-ls-overlay');
  return isOverlay || node.parentElement?.hasAttribute(BREAK_ATTRIBUTE) === true
    ? NodeFilter.FILTER_REJECT
    : NodeFilter.FILTER_ACCEPT;
}

function toSegment(node: Node, start: number): Segment | null {
  if (node instanceof Element) {
    return isBreakElement(node)
      ? {node, start, end: start + 1, wide: []}
      : null;
  }
  if (!(node instanceof Text) || node.data === '') return null;
  const wide = widePlaces(node.data);
  return {node, start, end: start + node.data.length - wide.length, wide};
}

const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

function widePlaces(text: string): readonly number[] {
  return [...text.matchAll(PAIR)].map(({index}, before) => index - before);
}

function pointIn(segment: Segment, offset: number): TextPoint {
  const inside = Math.min(
    Math.max(offset - segment.start, 0),
    segment.end - segment.start,
  );
  return {node: segment.node as Text, offset: toUtf16(segment, inside)};
}

function toUtf16({wide}: Segment, codePoints: number): number {
  return codePoints + countBelow(wide, (place) => place < codePoints);
}

function toCodePoints({wide}: Segment, utf16: number): number {
  return utf16 - countBelow(wide, (place, index) => place + index < utf16);
}

/** Counts the leading entries for which `isBelow` holds. */
function countBelow(
  places: readonly number[],
  isBelow: (place: number, index: number) => boolean,
): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(places[middle] as number, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sliceSegment(segment: Segment, start: number, end: number): string {
  if (!(segment.node instanceof Text)) return '\n';
  const from = Math.max(start - segment.start, 0);
  const to = Math.min(end, segment.end) - segment.start;
  return segment.node.data.slice(toUtf16(segment, from), toUtf16(segment, to));
}

function isBreak(segment: Segment | undefined): boolean {
  return segment?.node instanceof Element;
}

function isBreakElement(element: Element): boolean {
  return (
    element instanceof HTMLBRElement || element.hasAttribute(BREAK_ATTRIBUTE)
  );
}

/** What browsers show as blocks unless a style says otherwise. */
const BLOCKS =
  'address,article,aside,blockquote,body,caption,center,dd,details,dialog,' +
  'dir,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,' +
  'header,hgroup,legend,li,main,menu,nav,ol,optgroup,option,p,pre,search,' +
  'section,summary,table,tbody,td,tfoot,th,thead,tr,ul';

function blockAround(node: Node): Element | null {
  return node.parentElement?.closest(BLOCKS) ?? null;
}

function isBefore(place: Node, reference: Node): boolean {
  return has(
    reference.compareDocumentPosition(place),
    Node.DOCUMENT_POSITION_PRECEDING,
  );
}

function isBehind(place: Node, reference: Node): boolean {
  const position = reference.compareDocumentPosition(place);
  return (
    has(position, Node.DOCUMENT_POSITION_FOLLOWING) &&
    !has(position, Node.DOCUMENT_POSITION_CONTAINED_BY)
  );
}

function has(position: number, flag: number): boolean {
  return (position & flag) !== 0;
}
