import type {Point, Size} from '../image/geometry.js';
import type {Scene} from '../image/scene.js';
import {
  fitScale,
  overflows,
  panBy,
  resetZoom,
  withStage,
  zoomAt,
} from '../image/viewport.js';
import type {Viewport} from '../image/viewport.js';

const LINE_PX = 16;
const WHEEL_PX = 240;
const STEP = 1.5;

/** Zooms and shifts the picture of a video in its frame. */
export class VideoView {
  readonly #scene: Scene;
  readonly #stage: HTMLElement;
  readonly #maxHeight: number;
  #isPlaced = false;

  /** @param maxHeight - Of the frame, CSS pixels. */
  constructor(scene: Scene, stage: HTMLElement, maxHeight: number) {
    this.#scene = scene;
    this.#stage = stage;
    this.#maxHeight = maxHeight;
  }

  /** Shows a picture of `image` pixels; gives the frame its shape. */
  open(image: Size): void {
    const {style} = this.#stage;
    const {width, height} = image;
    style.aspectRatio = `${String(width)} / ${String(height)}`;
    const most = `${String((this.#maxHeight * width) / height)}px`;
    style.width = `min(100%, ${most})`;
    style.minHeight = '0';
    this.#isPlaced = false;
    const {view} = this.#scene;
    this.#scene.view = {...view, image, turn: 0, scale: 1, x: 0, y: 0};
  }

  /** Gives the frame the shape that it has without a picture. */
  close(): void {
    for (const name of ['aspect-ratio', 'width', 'min-height']) {
      this.#stage.style.removeProperty(name);
    }
  }

  /** Takes in that the frame has another size, CSS pixels. */
  resize(stage: Size): void {
    const {view} = this.#scene;
    this.#scene.view = this.#isPlaced
      ? withStage(view, stage)
      : resetZoom({...view, stage}, 'fit');
    this.#isPlaced = true;
  }

  /** Zooms at the middle of the frame, or back to the whole with 0. */
  step(direction: 1 | 0 | -1): void {
    const {view} = this.#scene;
    if (direction === 0) this.#scene.view = resetZoom(view, 'fit');
    else {
      const middle = {x: view.stage.width / 2, y: view.stage.height / 2};
      this.#scene.view = zoomAt(view, middle, STEP ** direction);
    }
  }

  /** Zoom at which the whole picture is seen, CSS pixels a pixel of it. */
  get fit(): number {
    return fitScale(this.#scene.view);
  }

  /** How far the picture is from the middle of its frame, CSS pixels. */
  get pan(): Point {
    return panOf(this.#scene.view);
  }

  /** Shows the picture at a zoom, as near to it as can be. */
  zoomTo(zoom: number): void {
    const {view} = this.#scene;
    const middle = {x: view.stage.width / 2, y: view.stage.height / 2};
    this.#scene.view = zoomAt(view, middle, zoom / view.scale);
  }

  /** Shifts the picture from the middle, as far as can be, CSS pixels. */
  panTo(pan: Point): void {
    this.#scene.view = panned(this.#scene.view, pan);
  }

  /** Returns where {@link VideoView.panTo} would lead. */
  nearestPan(pan: Point): Point {
    return panOf(panned(this.#scene.view, pan));
  }

  /**
   * Handles `wheel`: with ctrl or cmd it zooms at the pointer, without it
   * shifts a picture that is larger than its frame.
   *
   * @returns True when there was something to do.
   */
  wheel(event: WheelEvent, point: Point): boolean {
    const {view} = this.#scene;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    if (event.ctrlKey || event.metaKey) {
      const factor = Math.exp((-event.deltaY * unit) / WHEEL_PX);
      this.#scene.view = zoomAt(view, point, factor);
      return true;
    }
    const {x, y} = overflows(view);
    if (!x && !y) return false;
    const dx = event.shiftKey ? event.deltaY : event.deltaX;
    const dy = event.shiftKey ? event.deltaX : event.deltaY;
    const after = panBy(view, -dx * unit, -dy * unit);
    if (after.x === view.x && after.y === view.y) return false;
    this.#scene.view = after;
    return true;
  }
}

function panned(view: Viewport, pan: Point): Viewport {
  const before = panOf(view);
  return panBy(view, pan.x - before.x, pan.y - before.y);
}

function panOf({stage, image, scale, x, y}: Viewport): Point {
  return {
    x: x - (stage.width - image.width * scale) / 2,
    y: y - (stage.height - image.height * scale) / 2,
  };
}
