import {handlePoint, resizeBox, rotateBoxTo} from './box-edits.js';
import {boundsOf, fromLocal} from './box.js';
import type {Box} from './box.js';
import {uniteBounds} from './geometry.js';
import type {Point} from './geometry.js';
import type {GestureContext} from './gesture.js';
import {imageStrings} from './image-strings.js';
import {KeyboardDraw} from './keyboard-draw.js';
import {movableBoxes, shiftBoxes} from './move-gesture.js';
import {panBy, shiftToImage} from './viewport.js';

/** What keys do to a shape that a pointer draws. */
export interface PointerDrawing {
  /** Gives it up. */
  cancel(): boolean;
  /** Finishes it. */
  finish(): boolean;
  /** Takes its last corner back. */
  back(): boolean;
}

/** What keys do beside changing regions. */
export interface KeyboardOptions {
  /** What they work on. */
  readonly context: GestureContext;
  /** Says something to assistive technology. */
  readonly announce: (message: string) => void;
  /** Returns how a region is called. */
  readonly nameOf: (id: string) => string;
  /** Zooms in (1), out (-1) or back to where it started (0). */
  readonly zoom: (direction: 1 | 0 | -1) => void;
  /** What a pointer is drawing; its methods answer false for nothing. */
  readonly pointer: PointerDrawing;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: {x: -1, y: 0},
  ArrowRight: {x: 1, y: 0},
  ArrowUp: {x: 0, y: -1},
  ArrowDown: {x: 0, y: 1},
};
const TURNS: Readonly<Record<string, number>> = {
  '[': -1,
  ']': 1,
  '{': -15,
  '}': 15,
};
const ZOOMS: Readonly<Record<string, 1 | 0 | -1>> = {
  '+': 1,
  '=': 1,
  '-': -1,
  _: -1,
  '0': 0,
};
/** Presses so far on any picture: each is an undo step of its own. */
let bursts = 0;

const PAN_STEP_PX = 40;
const LONG_STEP = 10;
/** Held keys go faster after so many repeats. */
const REPEATS_TO_SPEED = 12;

/**
 * Does with keys on the stage everything that pointers do.
 *
 * The steps of a key that is held down are one undo step.
 */
export class KeyboardController {
  readonly #options: KeyboardOptions;
  #drawing: KeyboardDraw | null = null;
  #isPanning = false;
  #burst = 0;
  #repeats = 0;
  #isSaying = false;

  constructor(options: KeyboardOptions) {
    this.#options = options;
  }

  /** True while the space bar is held, which makes dragging shift. */
  get isPanning(): boolean {
    return this.#isPanning;
  }

  /** Handles `keydown`; what it uses is kept from the page. */
  down(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    if (!this.#options.context.scene.isReady) return;
    if (event.repeat) this.#repeats += 1;
    else {
      this.#repeats = 0;
      this.#burst = bursts += 1;
    }
    if (this.#handle(event)) event.preventDefault();
  }

  /** Handles `keyup`. */
  up(event: KeyboardEvent): void {
    if (event.key === ' ') this.#isPanning = false;
    if (!this.#isSaying) return;
    this.#isSaying = false;
    const [id] = this.#options.context.edits.selection;
    if (id !== undefined) this.#options.announce(this.#options.nameOf(id));
  }

  /** Handles `blur`: what needs a held key or the focus ends. */
  blur(): void {
    this.#isPanning = false;
    this.#isSaying = false;
    this.#drawing?.cancel();
    this.#drawing = null;
  }

  /**
   * Selects the region after, or before, the selected one.
   *
   * @param step - How many places on, in creation order; goes round.
   */
  cycle(step: number): boolean {
    const {scene, edits} = this.#options.context;
    const {size} = scene.index;
    if (size === 0) return false;
    const from = scene.index.indexOf(edits.selection.at(-1) ?? '');
    const next =
      from === -1 && step < 0 ? size - 1 : (from + step + size) % size;
    const entry = scene.index.at(next);
    if (!entry) return false;
    edits.select(entry.id, false);
    this.#options.announce(this.#options.nameOf(entry.id));
    return true;
  }

  #handle(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') return this.#escape();
    const arrow = ARROWS[event.key];
    if (arrow && !event.ctrlKey && !event.metaKey) {
      return this.#arrow(arrow, event);
    }
    if (event.ctrlKey || event.metaKey) return false;
    if (event.altKey) return this.#altKey(event);
    return this.#plainKey(event);
  }

  #plainKey(event: KeyboardEvent): boolean {
    const zoom = ZOOMS[event.key];
    if (zoom !== undefined) {
      this.#options.zoom(zoom);
      return true;
    }
    const turn = TURNS[event.key];
    if (turn !== undefined) return this.#rotate(turn);
    switch (event.key) {
      case ' ':
        this.#isPanning = true;
        return true;
      case 'Enter':
        return this.#enter();
      case 'Delete':
      case 'Backspace':
        return this.#remove();
      default:
        return false;
    }
  }

  /** By place of the key too: with alt, some systems type another sign. */
  #altKey(event: KeyboardEvent): boolean {
    if (event.key === '.' || event.code === 'Period') return this.cycle(1);
    if (event.key === ',' || event.code === 'Comma') return this.cycle(-1);
    return false;
  }

  #escape(): boolean {
    if (this.#drawing) {
      this.#drawing.cancel();
      this.#drawing = null;
      return true;
    }
    const {edits} = this.#options.context;
    if (this.#options.pointer.cancel()) return true;
    if (edits.selection.length === 0) return false;
    edits.unselect();
    this.#options.announce(imageStrings.selectedNone);
    return true;
  }

  #enter(): boolean {
    const {context, announce} = this.#options;
    if (this.#drawing) {
      if (this.#drawing.confirm()) this.#drawing = null;
      return true;
    }
    if (this.#options.pointer.finish()) return true;
    const {tool} = context.edits;
    if (tool) this.#drawing = new KeyboardDraw(context, tool, announce);
    else announce(imageStrings.noTool);
    return true;
  }

  #arrow(arrow: Point, event: KeyboardEvent): boolean {
    const {edits} = this.#options.context;
    if (this.#drawing) {
      this.#drawing.move(this.#step(arrow, event.shiftKey, this.#speed()));
      return true;
    }
    if (edits.selection.length === 0) return this.#pan(arrow);
    const step = this.#step(arrow, event.shiftKey, 1);
    return event.altKey ? this.#resize(step) : this.#move(step);
  }

  #pan(arrow: Point): boolean {
    const {scene} = this.#options.context;
    const before = scene.view;
    const after = panBy(before, -arrow.x * PAN_STEP_PX, -arrow.y * PAN_STEP_PX);
    if (after.x === before.x && after.y === before.y) return false;
    scene.view = after;
    return true;
  }

  #move(step: Point): boolean {
    const {context} = this.#options;
    const boxes = movableBoxes(context);
    const bounds = uniteBounds([...boxes.values()].map(boundsOf));
    if (!bounds) return this.#refuse();
    const {image} = context.scene.view;
    this.#reshape(shiftBoxes(boxes, bounds, step, image), 'move region');
    return true;
  }

  #resize(step: Point): boolean {
    const {edits} = this.#options.context;
    return this.#change('resize region', (box, id) => {
      if (!edits.canResize(id)) return box;
      const corner = handlePoint(box, 'se');
      const reach = fromLocal({...box, x: 0, y: 0}, step);
      const to = {x: corner.x + reach.x, y: corner.y + reach.y};
      const {image} = this.#options.context.scene.view;
      const minSize = Math.min(1, box.width, box.height);
      if (box.width + step.x < minSize || box.height + step.y < minSize) {
        return box;
      }
      return resizeBox(box, 'se', to, {image, minSize});
    });
  }

  #rotate(degrees: number): boolean {
    const {scene, edits} = this.#options.context;
    return this.#change('rotate region', (box, id) =>
      edits.canRotate(id)
        ? rotateBoxTo(box, box.rotation + degrees, scene.view.image)
        : box,
    );
  }

  #change(label: string, edit: (box: Box, id: string) => Box): boolean {
    const boxes = movableBoxes(this.#options.context);
    if (boxes.size === 0) return this.#refuse();
    const edited = [...boxes].map(([id, box]) => [id, edit(box, id)] as const);
    this.#reshape(new Map(edited), label);
    return true;
  }

  #reshape(boxes: ReadonlyMap<string, Box>, label: string): void {
    const mergeKey = `image-key-${String(this.#burst)}`;
    this.#options.context.edits.reshape(boxes, {label, mergeKey});
    this.#isSaying = true;
  }

  #refuse(): boolean {
    const {context, announce} = this.#options;
    if (context.edits.selection.length === 0) return false;
    announce(imageStrings.cannotEdit);
    return true;
  }

  #remove(): boolean {
    if (this.#drawing) return this.#drawing.back();
    if (this.#options.pointer.back()) return true;
    const {context, announce} = this.#options;
    const {selection} = context.edits;
    if (selection.length === 0) return false;
    context.edits.remove(selection);
    const gone = selection.filter((id) => !context.scene.index.get(id)).length;
    announce(gone === 0 ? imageStrings.cannotEdit : imageStrings.deleted(gone));
    return true;
  }

  /** One pixel of the picture or of the screen, whichever is larger. */
  #step(arrow: Point, isLong: boolean, speed: number): Point {
    const {view} = this.#options.context.scene;
    const length = Math.max(1, view.scale) * (isLong ? LONG_STEP : 1) * speed;
    const step = shiftToImage(view, {
      x: arrow.x * length,
      y: arrow.y * length,
    });
    return {x: step.x + 0, y: step.y + 0};
  }

  #speed(): number {
    return 1 + Math.min(9, Math.floor(this.#repeats / REPEATS_TO_SPEED) * 3);
  }
}
