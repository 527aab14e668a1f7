import {
  attributeFlag,
  attributeNumber,
  attributeText,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {cssLength} from './css-length.js';
import type {Size} from './geometry.js';
import type {Scene} from './scene.js';
import {
  panBy,
  overflows,
  resetZoom,
  turnedSize,
  withStage,
  withTurn,
  zoomAt,
} from './viewport.js';
import type {Alignment, DefaultZoom, QuarterTurn} from './viewport.js';

const LINE_PX = 16;
/** Pixels of the wheel that are one step of `zoomBy`. */
const WHEEL_STEP_PX = 60;

/** Zooms, shifts and turns the picture as its tag says. */
export class ImageView {
  readonly #scene: Scene;
  readonly #stage: HTMLElement;
  readonly #start: DefaultZoom;
  readonly #zoomBy: number;
  readonly #alignment: Alignment;
  readonly #maxHeight: string;
  /** Whether a frame that is as tall as it may be gets less wide instead. */
  readonly #canNarrow: boolean;
  #isPlaced = false;

  /** Whether people may zoom at all. */
  readonly canZoom: boolean;
  /** Whether the picture may get smaller than it fits. */
  readonly canShrink: boolean;

  constructor(tag: ConfigTag, scene: Scene, stage: HTMLElement) {
    this.#scene = scene;
    this.#stage = stage;
    this.canZoom = attributeFlag(tag, 'zoom', true);
    this.canShrink = attributeFlag(tag, 'negativeZoom');
    this.#zoomBy = Math.max(1.01, attributeNumber(tag, 'zoomBy', 1.1));
    this.#start = startOf(attributeText(tag, 'defaultZoom'));
    this.#maxHeight = cssLength(attributeText(tag, 'maxHeight'));
    this.#canNarrow =
      attributeText(tag, 'height') === '' && !/^$|%/.test(this.#maxHeight);
    this.#alignment = {
      horizontal: shareOf(attributeText(tag, 'horizontalAlignment')),
      vertical: shareOf(attributeText(tag, 'verticalAlignment')),
    };
  }

  /** Shows a picture of `image` pixels, as it starts. */
  open(image: Size, turn: QuarterTurn, stage: Size): void {
    const alignment = this.#alignment;
    const {view} = this.#scene;
    this.#isPlaced = stage.width > 0 && stage.height > 0;
    const blank = {...view, image, turn, alignment, scale: 1, x: 0, y: 0};
    this.#scene.view = this.#isPlaced
      ? resetZoom({...blank, stage}, this.#start)
      : blank;
    this.shapeStage();
  }

  /** Gives the frame the shape of the picture as it is seen. */
  shapeStage(): void {
    const {image, turn} = this.#scene.view;
    const {width, height} = turnedSize(image, turn);
    const {style} = this.#stage;
    style.aspectRatio = `${String(width)} / ${String(height)}`;
    if (!this.#canNarrow) return;
    const most = `calc((${this.#maxHeight}) * ${String(width / height)})`;
    style.width = `min(100%, max(160px, ${most}))`;
  }

  /** Gives the frame the shape that it has without a picture. */
  unshapeStage(): void {
    const {style} = this.#stage;
    style.removeProperty('aspect-ratio');
    if (this.#canNarrow) style.removeProperty('width');
  }

  /** Takes in that the frame has another size, CSS pixels. */
  resize(stage: Size): void {
    if (stage.width <= 0 || stage.height <= 0) return;
    const {view} = this.#scene;
    if (this.#isPlaced) this.#scene.view = withStage(view, stage);
    else this.#scene.view = resetZoom({...view, stage}, this.#start);
    this.#isPlaced = true;
  }

  /** Zooms at the middle of the frame, or back to the start with 0. */
  step(direction: 1 | 0 | -1): void {
    const {view} = this.#scene;
    if (direction === 0) this.#scene.view = resetZoom(view, this.#start);
    else this.#zoom(middleOf(view.stage), this.#zoomBy ** (2 * direction));
  }

  /** Shows the whole picture, or an image pixel on a CSS pixel. */
  zoomTo(zoom: 'fit' | 'original'): void {
    const {view} = this.#scene;
    if (zoom === 'fit') this.#scene.view = resetZoom(view, 'fit');
    else this.#zoom(middleOf(view.stage), 1 / view.scale);
  }

  /** Turns the picture, degrees clockwise. */
  turn(degrees: 90 | -90): void {
    const {view} = this.#scene;
    const turn = ((view.turn + degrees + 360) % 360) as QuarterTurn;
    this.#scene.view = withTurn(view, turn);
    this.shapeStage();
  }

  /**
   * Handles `wheel`: with ctrl or cmd it zooms at the pointer, without it
   * shifts a picture that is larger than its frame.
   *
   * @returns True when there was something to do.
   */
  wheel(event: WheelEvent, point: {x: number; y: number}): boolean {
    const unit = this.#wheelUnit(event);
    if (event.ctrlKey || event.metaKey) {
      if (!this.canZoom) return false;
      const steps = (-event.deltaY * unit) / WHEEL_STEP_PX;
      this.#zoom(point, this.#zoomBy ** Math.max(-8, Math.min(8, steps)));
      return true;
    }
    const before = this.#scene.view;
    const {x, y} = overflows(before);
    if (!x && !y) return false;
    const dx = event.shiftKey ? event.deltaY : event.deltaX;
    const dy = event.shiftKey ? event.deltaX : event.deltaY;
    const after = panBy(before, -dx * unit, -dy * unit);
    if (after.x === before.x && after.y === before.y) return false;
    this.#scene.view = after;
    return true;
  }

  #zoom(point: {x: number; y: number}, factor: number): void {
    if (!this.canZoom) return;
    const {view} = this.#scene;
    this.#scene.view = zoomAt(view, point, factor, this.canShrink);
  }

  #wheelUnit({deltaMode}: WheelEvent): number {
    if (deltaMode === WheelEvent.DOM_DELTA_LINE) return LINE_PX;
    if (deltaMode === WheelEvent.DOM_DELTA_PAGE) {
      return this.#scene.view.stage.height;
    }
    return 1;
  }
}

/** Reads the quarter turn that results say their picture was shown in. */
export function readTurn(value: unknown): QuarterTurn {
  return value === 90 || value === 180 || value === 270 ? value : 0;
}

function middleOf({width, height}: Size): {x: number; y: number} {
  return {x: width / 2, y: height / 2};
}

function startOf(text: string): DefaultZoom {
  return text === 'auto' || text === 'original' ? text : 'fit';
}

function shareOf(alignment: string): number {
  if (alignment === 'center') return 0.5;
  return alignment === 'right' || alignment === 'bottom' ? 1 : 0;
}
