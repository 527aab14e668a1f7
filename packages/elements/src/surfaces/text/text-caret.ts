import {element} from '../dom/element.js';

import {selectionOf} from './text-selection.js';

interface Movement {
  readonly direction: string;
  readonly unit: string;
}

/**
 * A caret for text that cannot be edited: arrow keys move it, with Shift they
 * select, as in a text field.
 *
 * The page's own selection is what it moves, so that copying, screen readers
 * and magnifiers follow it. It shows while the text holds the focus and keys
 * were used last.
 */
export class TextCaret {
  readonly #root: HTMLElement;
  readonly #layer: () => HTMLElement;
  readonly #mark = element('div', {class: 'lsf-richtext__caret'});
  #isShown = false;

  /**
   * Creates a caret in the text of `root`.
   *
   * @param layer - answers the element that lies over the text
   */
  constructor(root: HTMLElement, layer: () => HTMLElement) {
    this.#root = root;
    this.#layer = layer;
  }

  /** Moves or selects when the key is for that; answers whether it was. */
  handleKey(event: KeyboardEvent): boolean {
    const movement = movementOf(event);
    if (!movement) return false;
    const selection = this.#selection();
    if (!selection) return false;
    this.#move(selection, movement, event.shiftKey);
    this.show();
    return true;
  }

  /** Selects the whole text. */
  selectAll(): void {
    this.#selection()?.selectAllChildren(this.#root);
    this.show();
  }

  /** Shows the caret where the selection ends; at first, at the beginning. */
  show(): void {
    this.#selection();
    this.#isShown = true;
    this.update();
  }

  /** Takes the caret out of sight. */
  hide(): void {
    this.#isShown = false;
    this.#mark.remove();
  }

  /** Has the mark follow the selection. */
  update(): void {
    if (!this.#isShown) return;
    const rect = this.#rect();
    if (!rect) {
      this.#mark.remove();
      return;
    }
    const layer = this.#layer();
    if (this.#mark.parentNode !== layer) layer.append(this.#mark);
    const origin = layer.getBoundingClientRect();
    this.#mark.style.left = `${String(rect.left - origin.left)}px`;
    this.#mark.style.top = `${String(rect.top - origin.top)}px`;
    this.#mark.style.height = `${String(rect.height)}px`;
    this.#mark.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  /** The selection, put at the beginning of the text if it is elsewhere. */
  #selection(): Selection | null {
    const selection = selectionOf(this.#root);
    if (!selection) return null;
    if (!this.#holds(selection.focusNode)) {
      const first = firstPlace(this.#root);
      if (!first) return null;
      selection.collapse(first, 0);
    }
    return selection;
  }

  #holds(node: Node | null): boolean {
    return node !== null && this.#root.contains(node);
  }

  #move(selection: Selection, movement: Movement, isExtending: boolean): void {
    const {anchorNode, anchorOffset, focusNode, focusOffset} = selection;
    const {direction, unit} = movement;
    if (!isExtending && !selection.isCollapsed && unit === 'character') {
      if (/left|backward/.test(direction)) selection.collapseToStart();
      else selection.collapseToEnd();
      return;
    }
    selection.modify(isExtending ? 'extend' : 'move', direction, unit);
    if (this.#holds(selection.focusNode)) return;
    if (anchorNode && focusNode) {
      selection.setBaseAndExtent(
        anchorNode,
        anchorOffset,
        focusNode,
        focusOffset,
      );
    }
  }

  #rect(): DOMRect | null {
    const selection = selectionOf(this.#root);
    const node = selection?.focusNode;
    if (!selection || !node || !this.#holds(node)) return null;
    const range = document.createRange();
    range.setStart(node, selection.focusOffset);
    range.collapse(true);
    const [rect] = range.getClientRects();
    if (rect) return rect;
    return node instanceof Element ? node.getBoundingClientRect() : null;
  }
}

function firstPlace(root: Element): Node | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  return walker.nextNode();
}

function movementOf(event: KeyboardEvent): Movement | null {
  if (event.metaKey) return null;
  const isWide = event.ctrlKey || event.altKey;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return {
        direction: event.key === 'ArrowLeft' ? 'left' : 'right',
        unit: isWide ? 'word' : 'character',
      };
    case 'ArrowUp':
    case 'ArrowDown':
      return {
        direction: event.key === 'ArrowUp' ? 'backward' : 'forward',
        unit: isWide ? 'paragraph' : 'line',
      };
    case 'Home':
    case 'End':
      return {
        direction: event.key === 'Home' ? 'backward' : 'forward',
        unit: event.ctrlKey ? 'documentboundary' : 'lineboundary',
      };
    default:
      return null;
  }
}
