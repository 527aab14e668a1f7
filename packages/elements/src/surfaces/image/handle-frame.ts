import {BOX_HANDLES, handlePoint} from './box-edits.js';
import type {BoxHandle} from './box-edits.js';
import {centerOf} from './box.js';
import type {Box} from './box.js';
import {distance} from './geometry.js';
import type {Point} from './geometry.js';
import {toStage} from './viewport.js';
import type {Viewport} from './viewport.js';

/** What a handle of the frame does. */
export type FrameHandle = BoxHandle | 'rotate';

/** What the selected region may be used for. */
export interface HandleUses {
  /** It may get another size. */
  readonly canResize: boolean;
  /** It may be turned. */
  readonly canRotate: boolean;
}

/** How far beside the box the rotate handle lies, CSS pixels. */
const ROTATE_GAP_PX = 26;
/** A side shorter than this has no handle in its middle, CSS pixels. */
const MIN_SIDE_PX = 44;
/** A box smaller than this has its handles outside, CSS pixels. */
const SMALL_BOX_PX = 28;
/** How far outside: what a handle can be caught by leaves the box free. */
const OUTSET_PX = {fine: 16, coarse: 28};

const CURSORS = ['ns', 'nesw', 'ew', 'nwse'] as const;

/**
 * The live handles of the one selected box: nine elements, however many
 * regions there are.
 *
 * They are for pointers only; the keyboard does the same on the stage itself,
 * so assistive technology does not hear of them.
 */
export class HandleFrame {
  /** Holds the handles; over the stage, lets pointers through beside them. */
  readonly element: HTMLElement;
  readonly #handles: ReadonlyMap<FrameHandle, HTMLElement>;
  readonly #outsetPx: number;

  constructor() {
    const isCoarse = matchMedia('(pointer: coarse)').matches;
    this.#outsetPx = isCoarse ? OUTSET_PX.coarse : OUTSET_PX.fine;
    this.element = document.createElement('div');
    this.element.className = 'lsf-image__handles';
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    this.#handles = new Map(
      [...BOX_HANDLES, 'rotate' as const].map((name) => [
        name,
        this.#create(name),
      ]),
    );
  }

  /** Puts the handles around a box, image pixels, or away with `null`. */
  update(box: Box | null, view: Viewport, uses: HandleUses): void {
    this.element.hidden = box === null;
    if (!box) return;
    const width = box.width * view.scale;
    const height = box.height * view.scale;
    const isSmall = Math.min(width, height) < SMALL_BOX_PX;
    const center = toStage(view, centerOf(box));
    for (const name of BOX_HANDLES) {
      const point = toStage(view, handlePoint(box, name));
      const out = isSmall ? outwards(center, point, this.#outsetPx) : point;
      const isShown =
        uses.canResize && (isCorner(name) || hasRoom(name, width, height));
      this.#place(name, isShown ? out : null, cursorOf(center, point, name));
    }
    this.#place(
      'rotate',
      uses.canRotate ? rotatePoint(box, view) : null,
      'grab',
    );
  }

  /** Returns what the handle at an event's target does, or `null`. */
  handleAt(target: EventTarget | null): FrameHandle | null {
    for (const [name, element] of this.#handles) {
      if (element === target) return name;
    }
    return null;
  }

  #create(name: FrameHandle): HTMLElement {
    const handle = document.createElement('div');
    handle.className =
      name === 'rotate'
        ? 'lsf-image__handle lsf-image__handle_rotate'
        : 'lsf-image__handle';
    handle.dataset.handle = name;
    this.element.append(handle);
    return handle;
  }

  #place(name: FrameHandle, point: Point | null, cursor: string): void {
    const handle = this.#handles.get(name);
    if (!handle) return;
    handle.hidden = point === null;
    if (!point) return;
    handle.style.transform = `translate(${String(point.x)}px, ${String(point.y)}px)`;
    handle.style.cursor = cursor;
  }
}

function isCorner(name: BoxHandle): boolean {
  return name.length === 2;
}

function hasRoom(name: BoxHandle, width: number, height: number): boolean {
  return (name === 'n' || name === 's' ? width : height) >= MIN_SIDE_PX;
}

function outwards(center: Point, point: Point, length: number): Point {
  const reach = distance(center, point) || 1;
  return {
    x: point.x + ((point.x - center.x) / reach) * length,
    y: point.y + ((point.y - center.y) / reach) * length,
  };
}

/** Beside the top; where that is out of sight beside another side. */
function rotatePoint(box: Box, view: Viewport): Point {
  const center = toStage(view, centerOf(box));
  const spots = (['n', 's', 'e', 'w'] as const).map((side) =>
    outwards(center, toStage(view, handlePoint(box, side)), ROTATE_GAP_PX),
  );
  const {width, height} = view.stage;
  const seen = spots.find(
    ({x, y}) => x >= 8 && y >= 8 && x <= width - 8 && y <= height - 8,
  );
  return seen ?? center;
}

/** The double arrow that points the way the handle goes, as it is seen. */
function cursorOf(center: Point, point: Point, name: BoxHandle): string {
  const dx = point.x - center.x;
  const dy = point.y - center.y;
  if (dx === 0 && dy === 0) return isCorner(name) ? 'nwse-resize' : 'move';
  const degrees = (Math.atan2(dx, -dy) * 180) / Math.PI + 360;
  const step = isCorner(name)
    ? Math.floor((degrees % 180) / 90) * 2 + 1
    : Math.round(degrees / 45) % 4;
  return `${CURSORS[step % 4] ?? 'nwse'}-resize`;
}
