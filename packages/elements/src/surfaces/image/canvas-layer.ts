import type {Bounds, Size} from './geometry.js';

/** One canvas over the whole stage, sharp on screens of any density. */
export class CanvasLayer {
  /** The canvas; decoration for assistive technology. */
  readonly canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  #ratio = 1;

  constructor(className: string) {
    this.canvas = document.createElement('canvas');
    this.canvas.className = className;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.canvas.width = 0;
    this.canvas.height = 0;
    this.#context = this.canvas.getContext('2d');
  }

  /** Device pixels a CSS pixel. */
  get ratio(): number {
    return this.#ratio;
  }

  /**
   * Gives the canvas the size of the stage, which empties it.
   *
   * @param stage - CSS pixels.
   * @param ratio - Device pixels a CSS pixel.
   */
  resize(stage: Size, ratio: number): void {
    this.#ratio = ratio;
    this.canvas.width = Math.max(1, Math.round(stage.width * ratio));
    this.canvas.height = Math.max(1, Math.round(stage.height * ratio));
  }

  /**
   * Empties a part of the canvas, or all of it, and has `paint` fill that
   * part alone.
   *
   * @param part - Device pixels; cut to whole pixels, outwards.
   * @param paint - Draws in device pixels.
   */
  repaint(
    part: Bounds | null,
    paint: (context: CanvasRenderingContext2D) => void,
  ): void {
    const context = this.#context;
    if (!context) return;
    const {width, height} = this.canvas;
    const left = part ? Math.floor(part.minX) : 0;
    const top = part ? Math.floor(part.minY) : 0;
    const right = part ? Math.ceil(part.maxX) : width;
    const bottom = part ? Math.ceil(part.maxY) : height;
    context.clearRect(left, top, right - left, bottom - top);
    context.save();
    if (part) {
      context.beginPath();
      context.rect(left, top, right - left, bottom - top);
      context.clip();
    }
    paint(context);
    context.restore();
  }
}
