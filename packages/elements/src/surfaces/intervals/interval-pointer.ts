import {PickCycle} from '../image/pick-cycle.js';

import {
  clampValue,
  isZoomed,
  panAxis,
  toPx,
  toValue,
  zoomAxis,
} from './axis-view.js';
import type {IntervalEdits} from './interval-edits.js';
import type {IntervalScene} from './interval-scene.js';
import {moveEdge, shiftSpans, spanBetween} from './interval.js';
import type {IntervalEntry, Span, SpanEdge} from './interval.js';

/** What pointers on a strip do. */
export interface IntervalPointerOptions {
  /** Element that pointers are pressed on. */
  readonly stage: HTMLElement;
  /** What is seen. */
  readonly scene: IntervalScene;
  /** What may be done. */
  readonly edits: IntervalEdits;
  /** Returns the 0-based lane at a height, CSS pixels, `null` for none. */
  readonly laneAt: (y: number) => number | null;
  /** Returns the value that one may go to nearest to another. */
  readonly snap: (value: number) => number;
  /** Goes to a value. */
  readonly seek: (value: number) => void;
  /** Called for a double click where there is no region. */
  readonly doubleClick: (value: number) => void;
}

interface Gesture {
  readonly cursor: string;
  move(event: PointerEvent): void;
  finish(): void;
  cancel(): void;
}

interface Press {
  readonly x: number;
  readonly slackPx: number;
  readonly event: PointerEvent;
}

interface EdgeHit {
  readonly id: string;
  readonly edge: SpanEdge;
}

const EDGE_PX = {mouse: 5, touch: 14};
const SLACK_PX = {mouse: 3, touch: 8};
const HIT_PX = 3;

/**
 * Makes gestures and clicks of what pointers do on a strip.
 *
 * What a press leads to is settled when it starts: an end of the selected
 * region is pulled, a selected region moves, a chosen label draws, another
 * region is selected and moves, and over nothing a span is chosen. A click
 * goes to its place, and selects what lies there.
 */
export class IntervalPointer {
  readonly #options: IntervalPointerOptions;
  readonly #cycle = new PickCycle();
  readonly #fingers = new Map<number, number>();
  #press: Press | null = null;
  #gesture: Gesture | null = null;
  #hasBegun = false;
  #spread = 0;

  constructor(options: IntervalPointerOptions) {
    this.#options = options;
  }

  /** True while a pointer is down. */
  get isPressed(): boolean {
    return this.#press !== null;
  }

  /** Handles `pointerdown`. */
  down(event: PointerEvent): void {
    const {stage, scene} = this.#options;
    if (!scene.isReady || event.button > 1) return;
    stage.focus({preventScroll: true});
    const x = this.xOf(event);
    this.#fingers.set(event.pointerId, x);
    if (event.isTrusted) stage.setPointerCapture(event.pointerId);
    if (this.#fingers.size > 1) {
      this.cancel();
      this.#spread = this.#fingerSpread();
      return;
    }
    const slackPx = SLACK_PX[kindOf(event)];
    this.#press = {x, slackPx, event};
    this.#hasBegun = false;
  }

  /** Handles `pointermove`. */
  move(event: PointerEvent): void {
    const {scene} = this.#options;
    if (!scene.isReady) return;
    const x = this.xOf(event);
    if (this.#fingers.has(event.pointerId)) {
      this.#fingers.set(event.pointerId, x);
    }
    if (this.#fingers.size > 1) {
      this.#pinch();
      return;
    }
    const press = this.#press;
    if (!press) {
      this.#hover(event);
      return;
    }
    if (!this.#hasBegun) {
      if (Math.abs(x - press.x) <= press.slackPx) return;
      this.#hasBegun = true;
      this.#gesture = this.#begin(press);
      this.#showCursor(this.#gesture?.cursor ?? '');
    }
    this.#gesture?.move(event);
  }

  /** Handles `pointerup`. */
  up(event: PointerEvent): void {
    if (!this.#fingers.delete(event.pointerId)) return;
    const press = this.#press;
    const gesture = this.#gesture;
    this.#press = null;
    this.#gesture = null;
    if (!press) return;
    if (this.#hasBegun) gesture?.finish();
    else this.#click(press.event);
    this.#hover(event);
  }

  /** Handles `pointercancel`. */
  interrupt(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
    this.cancel();
  }

  /** Handles `pointerleave`. */
  leave(): void {
    if (this.isPressed) return;
    this.#options.scene.hoverId = null;
  }

  /** Handles `dblclick`. */
  double(event: MouseEvent): void {
    const {scene, edits, doubleClick} = this.#options;
    if (!scene.isReady) return;
    const value = this.#valueAt(event);
    const hits = this.#hits(event);
    if (hits.length === 0 || edits.toolStyle) doubleClick(value);
  }

  /**
   * Gives up what is going on, leaving the annotation as it was.
   *
   * @returns False when nothing was going on.
   */
  cancel(): boolean {
    const isDoing = this.#gesture !== null;
    this.#gesture?.cancel();
    this.#gesture = null;
    this.#press = null;
    return isDoing;
  }

  /** Returns the regions under a pointer. */
  regionsAt(event: MouseEvent): readonly string[] {
    if (!this.#options.scene.isReady) return [];
    return this.#hits(event).map(({id}) => id);
  }

  /** Returns where an event is, CSS pixels from the strip's left edge. */
  xOf(event: MouseEvent): number {
    const {stage} = this.#options;
    const {left, width} = stage.getBoundingClientRect();
    const zoom = width / (stage.offsetWidth || 1) || 1;
    return (event.clientX - left) / zoom - stage.clientLeft;
  }

  #yOf(event: MouseEvent): number {
    const {stage} = this.#options;
    const {top, height} = stage.getBoundingClientRect();
    const zoom = height / (stage.offsetHeight || 1) || 1;
    return (event.clientY - top) / zoom - stage.clientTop;
  }

  #valueAt(event: MouseEvent): number {
    const {scene, snap} = this.#options;
    const value = toValue(scene.view, this.xOf(event));
    return snap(clampValue(scene.view, value));
  }

  #begin({event, x}: Press): Gesture | null {
    const {edits, scene} = this.#options;
    if (event.button === 1) return this.#pan(x);
    const edge = this.#edgeAt(event);
    if (edge) {
      return edits.canResize(edge.id)
        ? this.#resize(edge)
        : this.#moveSelected(event);
    }
    const isExtending = extends_(event);
    const hits = this.#hits(event);
    const isOnSelected = hits.some(
      ({id}) => scene.lifted.has(id) && edits.canEdit(id),
    );
    if (isOnSelected && !isExtending) return this.#moveSelected(event);
    if (edits.toolStyle) return this.#draw(event);
    const [first] = hits;
    if (first && !isExtending) {
      edits.select(first.id, false);
      return edits.canEdit(first.id) ? this.#moveSelected(event) : null;
    }
    if (event.pointerType === 'touch' && isZoomed(scene.view)) {
      return this.#pan(x);
    }
    return this.#draw(event);
  }

  #draw(from: PointerEvent): Gesture {
    const {scene, edits} = this.#options;
    const anchor = this.#valueAt(from);
    const lane = this.#options.laneAt(this.#yOf(from));
    const style = edits.toolStyle;
    return {
      cursor: 'crosshair',
      move: (event) => {
        const span = spanBetween(anchor, this.#valueAt(event), lane);
        scene.draft = {...span, style};
      },
      finish: () => {
        const {draft} = scene;
        if (!draft) return;
        const isMeant = (draft.end - draft.start) * scene.view.scale >= 2;
        if (style || !isMeant) scene.draft = null;
        if (style && isMeant) edits.create(draft);
        else if (isMeant) edits.unselect();
      },
      cancel: () => {
        scene.draft = null;
      },
    };
  }

  #moveSelected(from: PointerEvent): Gesture {
    const {scene, edits} = this.#options;
    const anchor = this.#valueAt(from);
    const spans = movableSpans(scene, edits);
    return this.#reshape('grabbing', 'move region', (event) =>
      shiftSpans(spans, this.#valueAt(event) - anchor, scene.view),
    );
  }

  #resize({id, edge}: EdgeHit): Gesture | null {
    const {scene} = this.#options;
    const span = scene.index.get(id);
    if (!span) return null;
    return this.#reshape('ew-resize', 'resize region', (event) => {
      const {start, end, lane} = span;
      const to = this.#valueAt(event);
      const moved = moveEdge({start, end, lane}, edge, to, scene.view);
      return new Map([[id, moved]]);
    });
  }

  #reshape(
    cursor: string,
    label: string,
    to: (event: PointerEvent) => ReadonlyMap<string, Span>,
  ): Gesture {
    const {scene, edits} = this.#options;
    return {
      cursor,
      move: (event) => {
        scene.preview = to(event);
      },
      finish: () => {
        const spans = scene.preview;
        if (spans.size > 0) edits.reshape(spans, {label});
        scene.preview = null;
      },
      cancel: () => {
        scene.preview = null;
      },
    };
  }

  #pan(from: number): Gesture {
    const {scene} = this.#options;
    const before = scene.view;
    return {
      cursor: 'grabbing',
      move: (event) => {
        scene.view = panAxis(before, from - this.xOf(event));
      },
      finish: () => undefined,
      cancel: () => undefined,
    };
  }

  #click(event: PointerEvent): void {
    const {scene, edits, seek} = this.#options;
    if (event.button === 1) return;
    const ids = this.#hits(event).map(({id}) => id);
    if (extends_(event)) {
      const [first] = ids;
      if (first !== undefined) edits.select(first, true);
      return;
    }
    scene.draft = null;
    seek(this.#valueAt(event));
    const point = {x: this.xOf(event), y: this.#yOf(event)};
    const picked = this.#cycle.pick(point, ids, edits.selection);
    if (picked !== null) edits.select(picked, false);
    else if (edits.selection.length > 0) edits.unselect();
  }

  #hover(event: PointerEvent): void {
    const {scene, edits} = this.#options;
    if (event.pointerType === 'touch') return;
    if (this.#edgeAt(event)) {
      this.#showCursor('ew-resize');
      return;
    }
    const hits = this.#hits(event);
    scene.hoverId = hits[0]?.id ?? null;
    const isMovable = hits.some(
      ({id}) => scene.lifted.has(id) && edits.canEdit(id),
    );
    if (isMovable) this.#showCursor('grab');
    else if (edits.toolStyle) this.#showCursor('crosshair');
    else this.#showCursor(hits.length > 0 ? 'pointer' : '');
  }

  #pinch(): void {
    const {scene} = this.#options;
    const spread = this.#fingerSpread();
    const [a = 0, b = 0] = this.#fingers.values();
    scene.view = zoomAxis(scene.view, (a + b) / 2, spread / this.#spread);
    this.#spread = spread;
  }

  #fingerSpread(): number {
    const [a = 0, b = 0] = this.#fingers.values();
    return Math.max(8, Math.abs(a - b));
  }

  /** Ends are pulled of the one selected region alone. */
  #edgeAt(event: PointerEvent): EdgeHit | null {
    const {scene, edits, laneAt} = this.#options;
    const [id] = scene.lifted;
    const span = id === undefined ? undefined : scene.spanOf(id);
    if (id === undefined || !span || scene.lifted.size > 1) return null;
    if (span.lane !== null && span.lane !== laneAt(this.#yOf(event))) {
      return null;
    }
    const x = this.xOf(event);
    const toStart = Math.abs(x - toPx(scene.view, span.start));
    const toEnd = Math.abs(x - toPx(scene.view, span.end));
    const reach = EDGE_PX[kindOf(event)];
    if (Math.min(toStart, toEnd) > reach || !edits.canEdit(id)) return null;
    const isAfter = x >= toPx(scene.view, span.start);
    const isStart = toStart === toEnd ? !isAfter : toStart < toEnd;
    return {id, edge: isStart ? 'start' : 'end'};
  }

  #hits(event: MouseEvent): IntervalEntry[] {
    const {scene, laneAt} = this.#options;
    const {view} = scene;
    const value = toValue(view, this.xOf(event));
    return scene.index.hit(
      value,
      laneAt(this.#yOf(event)),
      HIT_PX / view.scale,
    );
  }

  #showCursor(cursor: string): void {
    const {stage} = this.#options;
    if (stage.style.cursor !== cursor) stage.style.cursor = cursor;
  }
}

/** Returns the spans of the selected regions that may be changed, by id. */
export function movableSpans(
  scene: IntervalScene,
  edits: IntervalEdits,
): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const id of edits.selection) {
    const entry = scene.index.get(id);
    if (!entry || !edits.canEdit(id)) continue;
    const {start, end, lane} = entry;
    spans.set(id, {start, end, lane});
  }
  return spans;
}

function extends_(event: MouseEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey;
}

function kindOf({pointerType}: PointerEvent): 'mouse' | 'touch' {
  return pointerType === 'touch' ? 'touch' : 'mouse';
}
