import {CanvasLayer} from '../image/canvas-layer.js';

import {endOf, toPx} from './axis-view.js';
import type {AxisView} from './axis-view.js';
import {stepsBetween} from './nice-step.js';

/** How an axis is divided. */
export interface RulerScale {
  /** Distance of its marks, in the axis's unit. */
  readonly step: number;
  /**
   * Values that are marked.
   * @defaultValue the multiples of `step`
   */
  readonly marks?: readonly number[];
  /** Returns what is written at a mark. */
  readonly label: (value: number) => string;
}

/** Height of a ruler, CSS pixels. */
export const RULER_HEIGHT_PX = 20;

const FONT = '11px system-ui, sans-serif';
const TICK_PX = 5;

/** Marks along an axis, on a canvas; decoration for assistive technology. */
export class Ruler {
  readonly #layer = new CanvasLayer('lsf-ruler');

  /** The canvas. */
  get element(): HTMLCanvasElement {
    return this.#layer.canvas;
  }

  /** Paints the marks that are seen, with those past the playhead alike. */
  paint(view: AxisView, scale: RulerScale): void {
    const {canvas} = this.#layer;
    const size = {width: view.width, height: RULER_HEIGHT_PX};
    this.#layer.resize(size, devicePixelRatio);
    this.#layer.repaint(null, (context) => {
      context.scale(this.#layer.ratio, this.#layer.ratio);
      context.font = FONT;
      context.textBaseline = 'middle';
      context.fillStyle = getComputedStyle(canvas).color;
      const marks =
        scale.marks ?? stepsBetween(view.start, endOf(view), scale.step);
      for (const value of marks) {
        const x = toPx(view, value);
        context.fillRect(x, RULER_HEIGHT_PX - TICK_PX, 1, TICK_PX);
        const text = scale.label(value);
        const {width} = context.measureText(text);
        const left = Math.max(2, x - width / 2);
        if (left + width > view.width) continue;
        context.fillText(text, left, RULER_HEIGHT_PX / 2 - 1);
      }
    });
  }
}
