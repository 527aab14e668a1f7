import {
  centerValue,
  endOf,
  isZoomed,
  panAxis,
  showSpan,
} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';
import type {SurfaceContext} from '../surface.js';

/** What a brush on an overview does. */
export interface OverviewBrushOptions {
  /** What takes pointers; as wide as the stage. */
  readonly target: HTMLElement;
  /** The display. */
  readonly context: SurfaceContext;
  /** Returns which part is seen. */
  readonly view: () => AxisView;
  /** Shows another part. */
  readonly show: (view: AxisView) => void;
}

type Grip = 'start' | 'end' | 'window' | 'rest';

const EDGE_PX = {mouse: 6, touch: 16};
const SLACK_PX = 3;
const CURSORS: Readonly<Record<Grip, string>> = {
  start: 'ew-resize',
  end: 'ew-resize',
  window: 'grab',
  rest: 'crosshair',
};

/**
 * Chooses on an overview which part of an axis is seen: its ends are pulled,
 * it is moved, another one is drawn, and a click has its place in the middle.
 */
export class OverviewBrush {
  readonly #options: OverviewBrushOptions;
  #grip: Grip | null = null;
  #from = 0;
  #before: AxisView | null = null;
  #hasMoved = false;

  constructor(options: OverviewBrushOptions) {
    this.#options = options;
    const {target, context} = options;
    context.listen(target, 'pointerdown', (event) => {
      this.#down(event);
    });
    context.listen(target, 'pointermove', (event) => {
      this.#move(event);
    });
    context.listen(target, 'pointerup', (event) => {
      this.#up(event);
    });
    context.listen(target, 'pointercancel', () => {
      this.#grip = null;
    });
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const {target, view} = this.#options;
    event.preventDefault();
    if (event.isTrusted) target.setPointerCapture(event.pointerId);
    this.#before = view();
    this.#from = this.#x(event);
    this.#grip = this.#gripAt(event);
    this.#hasMoved = false;
  }

  #move(event: PointerEvent): void {
    const {target, show} = this.#options;
    const before = this.#before;
    if (!this.#grip || !before) {
      target.style.cursor = CURSORS[this.#gripAt(event)];
      return;
    }
    const x = this.#x(event);
    if (!this.#hasMoved && Math.abs(x - this.#from) <= SLACK_PX) return;
    this.#hasMoved = true;
    show(this.#viewFor(this.#grip, before, x));
  }

  #up(event: PointerEvent): void {
    const {show, view} = this.#options;
    const isClick = this.#grip !== null && !this.#hasMoved;
    this.#grip = null;
    if (isClick) show(centerValue(view(), valueAt(view(), this.#x(event))));
  }

  #viewFor(grip: Grip, before: AxisView, x: number): AxisView {
    const to = valueAt(before, x);
    switch (grip) {
      case 'start':
        return spanView(before, to, endOf(before));
      case 'end':
        return spanView(before, before.start, to);
      case 'rest':
        return spanView(before, valueAt(before, this.#from), to);
      case 'window': {
        const by = to - valueAt(before, this.#from);
        return panAxis(before, by * before.scale);
      }
      default:
        return grip satisfies never;
    }
  }

  #gripAt(event: PointerEvent): Grip {
    const view = this.#options.view();
    const x = this.#x(event);
    const left = placeOf(view, view.start);
    const right = placeOf(view, endOf(view));
    const reach = EDGE_PX[event.pointerType === 'touch' ? 'touch' : 'mouse'];
    if (isZoomed(view)) {
      if (Math.abs(x - right) <= reach) return 'end';
      if (Math.abs(x - left) <= reach) return 'start';
      return x > left && x < right ? 'window' : 'rest';
    }
    if (x >= view.width - reach) return 'end';
    return x <= reach ? 'start' : 'rest';
  }

  #x({clientX}: MouseEvent): number {
    const {target, view} = this.#options;
    const {left, width} = target.getBoundingClientRect();
    return ((clientX - left) / (width || 1)) * view().width;
  }
}

/** Returns the value at a place of the whole axis, CSS pixels. */
export function valueAt({min, max, width}: AxisView, x: number): number {
  return min + (Math.min(Math.max(0, x), width) / width) * (max - min);
}

/** Returns the place of a value on the whole axis, CSS pixels. */
export function placeOf({min, max, width}: AxisView, value: number): number {
  return ((value - min) / (max - min)) * width;
}

function spanView(view: AxisView, a: number, b: number): AxisView {
  return showSpan(view, Math.min(a, b), Math.max(a, b));
}
