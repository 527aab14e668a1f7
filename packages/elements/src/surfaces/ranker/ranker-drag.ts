import type {SurfaceContext} from '../surface.js';

import type {RankerPlace} from './ranking.js';

/** What a drag asks and tells. */
export interface RankerDragOptions {
  /** Holds the columns. */
  readonly root: HTMLElement;
  /** Returns true when items may be moved. */
  readonly canDrag: () => boolean;
  /** Called when an item was put down in a place. */
  readonly drop: (id: string, place: RankerPlace) => void;
  /** Called when the items have to be put where they were. */
  readonly cancel: () => void;
}

interface Drag {
  readonly item: HTMLElement;
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly start: {
    readonly list: Element | null;
    readonly next: Element | null;
  };
  isMoving: boolean;
}

const SLOP_PX = 4;

/**
 * Has the items of a ranker dragged with the pointer; with a finger by their
 * grips, so that the page still scrolls. While it is dragged the item is
 * shown in the place that it would get.
 */
export function connectDrag(
  options: RankerDragOptions,
  context: SurfaceContext,
): void {
  const {root, canDrag, drop, cancel} = options;
  let drag: Drag | null = null;
  const end = (isDropped: boolean): void => {
    if (!drag) return;
    const {item, isMoving, start} = drag;
    drag = null;
    item.classList.remove('lsf-ranker__item_dragged');
    const isMoved =
      item.parentElement !== start.list ||
      item.nextElementSibling !== start.next;
    if (!isMoving) return;
    if (isDropped && isMoved) drop(item.dataset.id ?? '', placeOfItem(item));
    else cancel();
  };
  context.listen(root, 'pointerdown', (event) => {
    const item = itemToDrag(event);
    if (!item || !canDrag()) return;
    drag = {
      item,
      pointerId: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      start: {list: item.parentElement, next: item.nextElementSibling},
      isMoving: false,
    };
  });
  context.listen(document, 'pointermove', (event) => {
    if (drag?.pointerId !== event.pointerId) return;
    const {clientX: x, clientY: y} = event;
    if (!drag.isMoving && Math.hypot(x - drag.x, y - drag.y) < SLOP_PX) return;
    drag.isMoving = true;
    drag.item.classList.add('lsf-ranker__item_dragged');
    document.getSelection()?.removeAllRanges();
    preview(drag.item, root, x, y);
  });
  context.listen(document, 'pointerup', (event) => {
    if (drag?.pointerId === event.pointerId) end(true);
  });
  context.listen(document, 'pointercancel', (event) => {
    if (drag?.pointerId === event.pointerId) end(false);
  });
  context.listen(
    document,
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !drag) return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    },
    {capture: true},
  );
}

function itemToDrag(event: PointerEvent): HTMLElement | null {
  const target = event.target as Element;
  if (event.button !== 0 || target.closest('button, a')) return null;
  const isGrip = target.closest('.lsf-ranker__grip') !== null;
  if (event.pointerType !== 'mouse' && !isGrip) return null;
  return target.closest<HTMLElement>('.lsf-ranker__item');
}

/** Puts the item before the first one whose middle is below the pointer. */
function preview(
  item: HTMLElement,
  root: HTMLElement,
  x: number,
  y: number,
): void {
  const list = listAt(root, x, y);
  if (!list) return;
  const others = [...list.children].filter((other) => other !== item);
  const next = others.find((other) => {
    const {top, height} = other.getBoundingClientRect();
    return y < top + height / 2;
  });
  const isThere =
    item.parentElement === list && item.nextElementSibling === (next ?? null);
  if (!isThere) list.insertBefore(item, next ?? null);
}

/** The column that the pointer is over, or nearest to. */
function listAt(root: HTMLElement, x: number, y: number): Element | null {
  let nearest: Element | null = null;
  let least = Infinity;
  for (const column of root.querySelectorAll('.lsf-ranker__column')) {
    const {left, right, top, bottom} = column.getBoundingClientRect();
    const distance = Math.hypot(
      Math.max(left - x, 0, x - right),
      Math.max(top - y, 0, y - bottom),
    );
    if (distance >= least) continue;
    least = distance;
    nearest = column.querySelector('.lsf-ranker__items');
  }
  return nearest;
}

function placeOfItem(item: HTMLElement): RankerPlace {
  const list = item.parentElement;
  return {
    column: list?.dataset.column ?? '',
    index: list ? [...list.children].indexOf(item) : 0,
  };
}
