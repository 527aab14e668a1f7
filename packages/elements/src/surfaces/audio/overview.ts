import {CanvasLayer} from '../image/canvas-layer.js';
import {endOf, isZoomed} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';
import type {IntervalEntry} from '../intervals/interval.js';

import {peaksOf} from './wave.js';

/** What an overview shows. */
export interface OverviewContent {
  /** Samples, or peaks of them, of one channel; -1 to 1. */
  readonly samples: Float32Array;
  /** Every region. */
  readonly entries: readonly IntervalEntry[];
}

/** Height of an overview, CSS pixels. */
export const OVERVIEW_HEIGHT_PX = 32;

const MARK_PX = 4;

/**
 * The whole of a sound in a thin strip: its wave, where its regions are, and
 * which part of it is seen.
 *
 * For pointers only; the keyboard does the same on the strip itself.
 */
export class Overview {
  readonly #base = new CanvasLayer('');
  readonly #layer = new CanvasLayer('lsf-audio__overview-canvas');
  #peaks: Float32Array = new Float32Array();
  #width = 0;

  /** The canvas. */
  get element(): HTMLCanvasElement {
    return this.#layer.canvas;
  }

  /** Paints what does not change while it plays. */
  paintContent({samples, entries}: OverviewContent, view: AxisView): void {
    const size = {width: view.width, height: OVERVIEW_HEIGHT_PX};
    this.#base.resize(size, devicePixelRatio);
    this.#layer.resize(size, devicePixelRatio);
    if (this.#width !== view.width) this.#peaks = new Float32Array();
    this.#width = view.width;
    const columns = Math.max(1, Math.round(view.width));
    if (this.#peaks.length === 0 && samples.length > 0) {
      this.#peaks = peaksOf(samples, columns);
    }
    const color = getComputedStyle(this.#layer.canvas).color;
    this.#base.repaint(null, (context) => {
      context.scale(this.#base.ratio, this.#base.ratio);
      context.fillStyle = color;
      const middle = (OVERVIEW_HEIGHT_PX - MARK_PX) / 2;
      for (const [x, peak] of this.#peaks.entries()) {
        const height = Math.max(1, Math.abs(peak) * middle * 2);
        context.fillRect(x, middle - height / 2, 1, height);
      }
      const scale = view.width / (view.max - view.min);
      for (const {start, end, style} of entries) {
        context.fillStyle = style.stroke;
        context.fillRect(
          (start - view.min) * scale,
          OVERVIEW_HEIGHT_PX - MARK_PX,
          Math.max(1, (end - start) * scale),
          MARK_PX,
        );
      }
    });
  }

  /** Paints which part is seen, and where it plays. */
  paintView(view: AxisView, cursor: number, accent: string): void {
    this.#layer.repaint(null, (context) => {
      const {width, height} = this.#base.canvas;
      if (width > 0 && height > 0) context.drawImage(this.#base.canvas, 0, 0);
      context.scale(this.#layer.ratio, this.#layer.ratio);
      const scale = view.width / (view.max - view.min);
      context.fillStyle = accent;
      context.strokeStyle = accent;
      context.fillRect(
        (cursor - view.min) * scale - 0.75,
        0,
        1.5,
        OVERVIEW_HEIGHT_PX,
      );
      if (!isZoomed(view)) return;
      const left = (view.start - view.min) * scale;
      const length = (endOf(view) - view.start) * scale;
      context.globalAlpha = 0.16;
      context.fillRect(left, 0, length, OVERVIEW_HEIGHT_PX);
      context.globalAlpha = 1;
      context.lineWidth = 1.5;
      context.strokeRect(
        left + 0.75,
        0.75,
        Math.max(2, length - 1.5),
        OVERVIEW_HEIGHT_PX - 1.5,
      );
    });
  }

  /** Forgets the wave, for another sound. */
  reset(): void {
    this.#peaks = new Float32Array();
  }
}
