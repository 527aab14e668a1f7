import type {SurfaceContext} from '../surface.js';

import type {SideMove} from './reshape-span.js';
import {TextCaret} from './text-caret.js';
import {codePointAt} from './text-hit-test.js';
import type {TextIndex, TextSpan} from './text-index.js';
import {selectedSpan, selectionOf} from './text-selection.js';

/** What gestures on a text are about. */
export interface GestureTarget {
  /** Element that holds the text and the focus. */
  readonly root: HTMLElement;
  /** The text as it is now. */
  index(): TextIndex;
  /** Element over the text, for the caret. */
  layer(): HTMLElement;
  /** Has the active labels put on a span; false when nothing was made. */
  label(span: TextSpan): boolean;
  /** Has a region at a code point selected; false when there is none. */
  select(offset: number, isExtending: boolean): boolean;
  /**
   * Moves a side of the selected region; false when there is not exactly one.
   *
   * @param isRepeat - True for the further moves of a key that is held.
   */
  reshape(move: SideMove, isRepeat: boolean): boolean;
  /** Returns true when a region is at a code point. */
  hasRegionAt(offset: number): boolean;
}

/** CSS pixels that a pointer may move in a click. */
const CLICK_SLOP = 3;

/**
 * Selecting text with the pointer, clicking a region, and both with the
 * keyboard.
 */
export class TextGestures {
  readonly #target: GestureTarget;
  readonly #context: SurfaceContext;
  readonly #caret: TextCaret;
  #start: MouseEvent | null = null;
  #labelled: Place | null = null;
  #isInside = false;
  #frame = 0;

  /** Has the gestures work until the display ends. */
  constructor(target: GestureTarget, context: SurfaceContext) {
    const {root} = target;
    this.#target = target;
    this.#context = context;
    this.#caret = new TextCaret(root, () => target.layer());
    context.listen(document, 'mousedown', (event) => {
      this.#onMouseDown(event);
    });
    context.listen(document, 'mouseup', (event) => {
      this.#onMouseUp(event);
    });
    context.listen(root, 'mousemove', (event) => {
      this.#onMouseMove(event);
    });
    context.listen(root, 'keydown', (event) => {
      if (event.target === root) this.#onKeyDown(event);
    });
    this.#followFocus();
  }

  #followFocus(): void {
    const {root} = this.#target;
    this.#context.listen(root, 'focusin', () => {
      if (root.matches(':focus-visible')) this.#caret.show();
    });
    this.#context.listen(root, 'focusout', () => {
      this.#caret.hide();
    });
    this.#context.listen(document, 'selectionchange', () => {
      this.#caret.update();
    });
    this.#context.add(() => {
      cancelAnimationFrame(this.#frame);
      this.#caret.hide();
    });
  }

  #onMouseDown(event: MouseEvent): void {
    this.#caret.hide();
    const {root} = this.#target;
    this.#isInside = event.composedPath().includes(root);
    this.#start = event.button === 0 ? event : null;
    if (event.shiftKey) this.#beginAnew();
  }

  #onMouseUp(event: MouseEvent): void {
    const start = this.#start;
    this.#start = null;
    if (!start || event.button !== 0) return;
    if (event.detail <= 1 && !event.shiftKey && isClick(start, event)) {
      if (this.#isInside) this.#onClick(event);
      return;
    }
    // A drag may begin or end beside the text.
    const {root} = this.#target;
    if (this.#isInside || event.composedPath().includes(root)) {
      this.#labelSelection();
    }
  }

  #onClick(event: MouseEvent): void {
    const {root} = this.#target;
    const index = this.#target.index();
    const offset = codePointAt(root, index, event.clientX, event.clientY);
    if (offset === null) return;
    this.#target.select(offset, event.ctrlKey || event.metaKey);
  }

  #onMouseMove({clientX, clientY, buttons}: MouseEvent): void {
    if (buttons !== 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const {root} = this.#target;
      const offset = codePointAt(root, this.#target.index(), clientX, clientY);
      const isOver = offset !== null && this.#target.hasRegionAt(offset);
      root.classList.toggle('lsf-richtext_pointing', isOver);
    });
  }

  #onKeyDown(event: KeyboardEvent): void {
    const isHandled =
      event.key === 'Enter'
        ? this.#onEnter(event)
        : event.key === 'Escape'
          ? this.#onEscape()
          : this.#onCaretKey(event);
    if (isHandled) event.preventDefault();
  }

  #onEnter(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const {root} = this.#target;
    if (selectedSpan(root, this.#target.index())) {
      this.#labelSelection();
      this.#caret.show();
      return true;
    }
    const offset = this.#caretOffset();
    return (
      offset !== null &&
      (this.#target.select(offset, event.shiftKey) ||
        this.#target.select(offset - 1, event.shiftKey))
    );
  }

  #onEscape(): boolean {
    const selection = selectionOf(this.#target.root);
    if (!selection || selection.isCollapsed) return false;
    selection.collapseToEnd();
    return true;
  }

  #onCaretKey(event: KeyboardEvent): boolean {
    const move = sideMoveOf(event, this.#target.root);
    if (move && this.#target.reshape(move, event.repeat)) return true;
    const isSelectAll =
      (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
    if (!isSelectAll) return this.#caret.handleKey(event);
    this.#caret.selectAll();
    return true;
  }

  #caretOffset(): number | null {
    const {root} = this.#target;
    const selection = selectionOf(root);
    const node = selection?.focusNode;
    if (!selection || !node || !root.contains(node)) return null;
    return this.#target.index().offsetOf(node, selection.focusOffset);
  }

  #labelSelection(): void {
    const {root} = this.#target;
    const span = selectedSpan(root, this.#target.index());
    if (!span || !this.#target.label(span)) return;
    const selection = selectionOf(root);
    selection?.collapseToEnd();
    this.#labelled = placeOf(selection);
  }

  /**
   * With Shift, a drag would go on from the region that was made last; plugins
   * have their users hold Shift from one region to the next.
   */
  #beginAnew(): void {
    const selection = selectionOf(this.#target.root);
    const place = placeOf(selection);
    if (!place || !this.#labelled || !isSame(place, this.#labelled)) return;
    selection?.removeAllRanges();
  }
}

/** Alt with an arrow moves the end of a region, with Shift its start. */
function sideMoveOf(event: KeyboardEvent, root: HTMLElement): SideMove | null {
  const {key, altKey, ctrlKey, metaKey, shiftKey} = event;
  const isArrow = key === 'ArrowLeft' || key === 'ArrowRight';
  if (!isArrow || !altKey || ctrlKey || metaKey) return null;
  const isRtl = getComputedStyle(root).direction === 'rtl';
  const isForward = (key === 'ArrowRight') !== isRtl;
  return {side: shiftKey ? 'start' : 'end', by: isForward ? 1 : -1};
}

/** Where a caret is. */
interface Place {
  readonly node: Node;
  readonly offset: number;
}

/** Returns where a selection is, `null` unless it is a mere caret. */
function placeOf(selection: Selection | null): Place | null {
  if (!selection?.isCollapsed || !selection.focusNode) return null;
  return {node: selection.focusNode, offset: selection.focusOffset};
}

function isSame(a: Place, b: Place): boolean {
  return a.node === b.node && a.offset === b.offset;
}

function isClick(start: MouseEvent, end: MouseEvent): boolean {
  return (
    Math.abs(start.clientX - end.clientX) <= CLICK_SLOP &&
    Math.abs(start.clientY - end.clientY) <= CLICK_SLOP
  );
}
