import {BandGesture} from './band-gesture.js';
import {DrawGesture} from './draw-gesture.js';
import {clampPoint, distance} from './geometry.js';
import type {Point} from './geometry.js';
import type {Gesture, GestureContext} from './gesture.js';
import type {FrameHandle, HandleFrame} from './handle-frame.js';
import {MoveGesture} from './move-gesture.js';
import {PanGesture} from './pan-gesture.js';
import {PickCycle} from './pick-cycle.js';
import {Pinch} from './pinch.js';
import {PolygonDraw} from './polygon-draw.js';
import type {DrawingTool} from './region-edits.js';
import type {RegionEntry} from './region-index.js';
import {ResizeGesture} from './resize-gesture.js';
import {RotateGesture} from './rotate-gesture.js';
import {keyPointOf} from './shape.js';
import {overflows, toImage} from './viewport.js';

/** What a picture's config says about pointers. */
export interface PointerOptions {
  /** Element that pointers are pressed on. */
  readonly stage: HTMLElement;
  /** Handles over it. */
  readonly handles: HandleFrame;
  /** What gestures work on. */
  readonly context: GestureContext;
  /** Whether dragging over nothing selects what a frame meets. */
  readonly canBand: boolean;
  /** Whether fingers zoom. */
  readonly canZoom: boolean;
  /** Whether the picture may get smaller than it fits. */
  readonly canShrink: boolean;
  /** Whether a cross hair follows the pointer. */
  readonly hasCrosshair: boolean;
  /** Tells whether the key that makes every drag shift the picture is held. */
  readonly isPanning: () => boolean;
}

/** A pointer that is down and may yet turn out to be a click or a drag. */
interface Press {
  readonly point: Point;
  readonly slackPx: number;
  begin(): Gesture | null;
  click(): void;
}

const HIT_TOLERANCE_PX = 3;
const MOUSE_SLACK_PX = 3;
const TOUCH_SLACK_PX = 8;

/**
 * Makes gestures and clicks of what pointers do on the stage.
 *
 * What a press leads to is settled when it starts: a handle resizes or turns,
 * a selected region moves, a tool in hand draws, another region is selected
 * and moves, and over nothing a frame selects. Nothing here looks at more
 * regions than lie under the pointer.
 */
export class PointerController {
  readonly #options: PointerOptions;
  readonly #cycle = new PickCycle();
  readonly #pointers = new Map<number, Point>();
  #press: Press | null = null;
  /** Whether the press has turned out to be a drag. */
  #hasBegun = false;
  #gesture: Gesture | null = null;
  #pinch: Pinch | null = null;
  /** A box whose first corner was clicked, for people who cannot drag. */
  #open: DrawGesture | null = null;
  #polygon: PolygonDraw | null = null;

  constructor(options: PointerOptions) {
    this.#options = options;
  }

  /** True while a pointer is down. */
  get isPressed(): boolean {
    return this.#press !== null || this.#pinch !== null;
  }

  /** Handles `pointerdown`. */
  down(event: PointerEvent): void {
    const {context, stage} = this.#options;
    if (!context.scene.isReady || event.button > 1) return;
    stage.focus({preventScroll: true});
    const point = this.pointOf(event);
    this.#pointers.set(event.pointerId, point);
    if (event.isTrusted) stage.setPointerCapture(event.pointerId);
    if (this.#pointers.size === 1) {
      this.#hasBegun = false;
      this.#press = this.#pressAt(event, point);
    } else {
      this.#startPinch();
    }
    this.#showCursor(point);
  }

  /** Handles `pointermove`. */
  move(event: PointerEvent): void {
    const {context} = this.#options;
    if (!context.scene.isReady) return;
    const point = this.pointOf(event);
    if (this.#pointers.has(event.pointerId)) {
      this.#pointers.set(event.pointerId, point);
    }
    if (this.#pinch) this.#movePinch(this.#pinch);
    else if (this.#press) this.#drag(this.#press, event, point);
    else this.#hover(event, point);
    this.#showCross(point);
  }

  /** Handles `pointerup`. */
  up(event: PointerEvent): void {
    if (!this.#pointers.delete(event.pointerId)) return;
    if (this.#pinch) {
      if (this.#pointers.size < 2) this.#pinch = null;
      return;
    }
    const press = this.#press;
    const gesture = this.#gesture;
    this.#press = null;
    this.#gesture = null;
    if (this.#hasBegun) gesture?.finish();
    else press?.click();
    this.#showCursor(this.pointOf(event));
  }

  /** Handles `pointercancel`. */
  interrupt(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    this.#pinch = null;
    this.cancel();
  }

  /** Handles `pointerleave`. */
  leave(): void {
    const {scene} = this.#options.context;
    if (this.isPressed || this.#isOpen) return;
    scene.hoverId = null;
    if (this.#options.hasCrosshair) scene.cross = null;
  }

  /**
   * Gives up what is going on, leaving the annotation as it was.
   *
   * @returns False when nothing was going on.
   */
  cancel(): boolean {
    const isDoing = this.#gesture !== null || this.#isOpen;
    this.#gesture?.cancel();
    this.#open?.cancel();
    this.#polygon?.cancel();
    this.#gesture = null;
    this.#open = null;
    this.#polygon = null;
    this.#press = null;
    return isDoing;
  }

  /** Finishes a polygon; false when there is none. */
  finish(): boolean {
    if (!this.#polygon) return false;
    if (this.#polygon.close()) this.#polygon = null;
    return true;
  }

  /** Takes back the last corner of a polygon; false when there is none. */
  back(): boolean {
    if (!this.#polygon) return false;
    if (!this.#polygon.back()) this.cancel();
    return true;
  }

  /** Returns the regions under a pointer; none while something is drawn. */
  regionsAt(event: MouseEvent): readonly string[] {
    const {scene, edits} = this.#options.context;
    if (!scene.isReady || this.#isOpen) return [];
    const isOnHandle = this.#options.handles.handleAt(event.target) !== null;
    const hits = this.#hits(this.pointOf(event)).map(({id}) => id);
    return isOnHandle ? [...edits.selection, ...hits] : hits;
  }

  /** Returns where an event is, CSS pixels of the stage. */
  pointOf(event: MouseEvent): Point {
    const {stage} = this.#options;
    const rect = stage.getBoundingClientRect();
    const zoomX = rect.width / (stage.offsetWidth || 1) || 1;
    const zoomY = rect.height / (stage.offsetHeight || 1) || 1;
    return {
      x: (event.clientX - rect.left) / zoomX - stage.clientLeft,
      y: (event.clientY - rect.top) / zoomY - stage.clientTop,
    };
  }

  #pressAt(event: PointerEvent, point: Point): Press {
    const {context, isPanning} = this.#options;
    const slackPx =
      event.pointerType === 'touch' ? TOUCH_SLACK_PX : MOUSE_SLACK_PX;
    const ignored = (): void => undefined;
    if (event.button === 1 || isPanning()) {
      const begin = (): Gesture => new PanGesture(context.scene, point);
      return {point, slackPx: 0, begin, click: ignored};
    }
    const handle = this.#options.handles.handleAt(event.target);
    if (handle) {
      const begin = (): Gesture | null => this.#pull(handle, event, point);
      return {point, slackPx: 0, begin, click: ignored};
    }
    const open = this.#open;
    if (open) return this.#pressOpen(open, point, slackPx);
    return {
      point,
      slackPx: this.#isClickTool() ? Infinity : slackPx,
      begin: () => this.#dragFrom(event, point),
      click: () => {
        this.#click(event, point);
      },
    };
  }

  /** A further press while a box is open sets its other corner. */
  #pressOpen(open: DrawGesture, point: Point, slackPx: number): Press {
    this.#open = null;
    const finish = (): void => {
      open.move(point);
      open.finish();
    };
    return {point, slackPx, begin: () => open, click: finish};
  }

  #pull(
    handle: FrameHandle,
    event: PointerEvent,
    point: Point,
  ): Gesture | null {
    const {context} = this.#options;
    const [id] = context.edits.selection;
    const box = id === undefined ? undefined : context.scene.boxOf(id);
    if (id === undefined || !box || !context.edits.canEdit(id)) return null;
    if (handle === 'rotate') {
      return new RotateGesture(context, {id, box}, point);
    }
    const cursor =
      event.target instanceof HTMLElement ? event.target.style.cursor : '';
    return new ResizeGesture(context, {id, box, handle}, point, cursor);
  }

  #dragFrom(event: PointerEvent, point: Point): Gesture | null {
    const {context, canBand} = this.#options;
    const {scene, edits} = context;
    const hits = this.#hits(point);
    const isExtending = extends_(event);
    if (!isExtending && hits.some(({id}) => this.#isMovable(id))) {
      return new MoveGesture(context, point);
    }
    const {tool} = edits;
    if (tool) return new DrawGesture(context, tool, point);
    const [first] = hits;
    if (first && !isExtending) {
      edits.select(first.id, false);
      return edits.canEdit(first.id) ? new MoveGesture(context, point) : null;
    }
    const {x, y} = overflows(scene.view);
    if (event.pointerType === 'touch' && (x || y)) {
      return new PanGesture(scene, point);
    }
    return canBand ? new BandGesture(context, point, isExtending) : null;
  }

  #click(event: PointerEvent, point: Point): void {
    const {context} = this.#options;
    const {edits} = context;
    if (edits.tool && this.#isClickTool()) {
      this.#place(edits.tool, point);
      return;
    }
    if (this.#polygon) this.cancel();
    const ids = this.#hits(point).map(({id}) => id);
    if (extends_(event)) {
      const [first] = ids;
      if (first !== undefined) edits.select(first, true);
      return;
    }
    const picked = this.#cycle.pick(point, ids, edits.selection);
    if (picked !== null) edits.select(picked, false);
    else if (edits.selection.length > 0) edits.unselect();
    else if (edits.tool)
      this.#open = new DrawGesture(context, edits.tool, point);
  }

  get #isOpen(): boolean {
    return this.#open !== null || this.#polygon !== null;
  }

  /** Whether the tool in hand draws by clicks and not by dragging. */
  #isClickTool(): boolean {
    const kind = this.#options.context.edits.tool?.kind;
    return kind === 'keypoint' || kind === 'polygon';
  }

  /** Sets a key point, or a corner of a polygon. */
  #place(tool: DrawingTool, point: Point): void {
    const {context} = this.#options;
    const {view} = context.scene;
    const at = clampPoint(toImage(view, point), view.image);
    if (tool.kind === 'keypoint') {
      context.edits.create(keyPointOf(at, tool.radius));
      return;
    }
    this.#polygon ??= new PolygonDraw(context, tool);
    if (this.#polygon.add(at)) this.#polygon = null;
  }

  #drag(press: Press, event: PointerEvent, point: Point): void {
    if (!this.#hasBegun) {
      if (distance(press.point, point) <= press.slackPx) return;
      this.#hasBegun = true;
      this.#gesture = press.begin();
      this.#showCursor(point);
    }
    this.#gesture?.move(point, {shift: event.shiftKey});
  }

  #hover(event: PointerEvent, point: Point): void {
    const {scene} = this.#options.context;
    this.#open?.move(point);
    this.#polygon?.aim(toImage(scene.view, point));
    if (this.#isOpen) return;
    const isOnHandle = this.#options.handles.handleAt(event.target) !== null;
    const [first] = isOnHandle ? [] : this.#hits(point);
    scene.hoverId = first?.id ?? null;
    this.#showCursor(point);
  }

  #showCross(point: Point): void {
    const {hasCrosshair, context} = this.#options;
    if (!hasCrosshair) return;
    context.scene.cross = toImage(context.scene.view, point);
  }

  #showCursor(point: Point): void {
    const {stage} = this.#options;
    const cursor = this.#cursorAt(point);
    if (stage.style.cursor !== cursor) stage.style.cursor = cursor;
  }

  #cursorAt(point: Point): string {
    const {context, isPanning} = this.#options;
    const {scene, edits} = context;
    if (this.#gesture) return this.#gesture.cursor;
    if (isPanning()) return 'grab';
    if (this.#isOpen || this.#isClickTool()) return 'crosshair';
    const hits = scene.isReady ? this.#hits(point) : [];
    if (hits.some(({id}) => this.#isMovable(id))) return 'move';
    if (edits.tool) return 'crosshair';
    return hits.length > 0 ? 'pointer' : '';
  }

  #startPinch(): void {
    this.cancel();
    this.#pinch = null;
    const {context, canZoom, canShrink} = this.#options;
    const fingers = this.#fingers();
    if (!canZoom || !fingers) return;
    this.#pinch = new Pinch(context.scene, fingers, canShrink);
  }

  #movePinch(pinch: Pinch): void {
    const fingers = this.#fingers();
    if (fingers) pinch.move(fingers);
  }

  #fingers(): readonly [Point, Point] | null {
    const [first, second, third] = [...this.#pointers.values()];
    return first && second && !third ? [first, second] : null;
  }

  #hits(point: Point): RegionEntry[] {
    const {scene} = this.#options.context;
    const tolerance = HIT_TOLERANCE_PX / scene.view.scale;
    return scene.index.hit(toImage(scene.view, point), tolerance);
  }

  #isMovable(id: string): boolean {
    const {scene, edits} = this.#options.context;
    return scene.lifted.has(id) && edits.canEdit(id);
  }
}

function extends_(event: MouseEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey;
}
