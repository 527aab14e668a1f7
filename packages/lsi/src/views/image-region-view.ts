import {boundingBox, type BoxEdges} from './bounding-box.js';
import type {ControlView} from './control-view.js';
import type {ObjectSurface, SizeView} from './object-surface.js';
import {ObjectView} from './object-view.js';
import {RegionView} from './region-view.js';

/** Size at which nothing is known of a picture: percent are pixels then. */
const UNKNOWN: SizeView = {width: 100, height: 100};

/**
 * A region of a picture as plugins see it.
 *
 * The shape is in percent of the natural image side. What is named `canvas…`
 * is in CSS pixels of the picture as it is shown; while it is not shown, in
 * image pixels where its size is known, and else in percent.
 */
export class ImageRegionView extends RegionView {
  /** Left, CSS pixels. */
  get canvasX(): number | undefined {
    return this.#across(this.x);
  }

  /** Top, CSS pixels. */
  get canvasY(): number | undefined {
    return this.#down(this.y);
  }

  /** CSS pixels. */
  get canvasWidth(): number | undefined {
    return this.#across(this.width);
  }

  /** CSS pixels. */
  get canvasHeight(): number | undefined {
    return this.#down(this.height);
  }

  /** CSS pixels. */
  get canvasRadiusX(): number | undefined {
    return this.#across(this.radiusX);
  }

  /** CSS pixels. */
  get canvasRadiusY(): number | undefined {
    return this.#down(this.radiusY);
  }

  /** Percent of the image width. */
  get relativeX(): number | undefined {
    return this.x;
  }

  /** Percent of the image height. */
  get relativeY(): number | undefined {
    return this.y;
  }

  /** Percent of the image width. */
  get relativeWidth(): number | undefined {
    return this.width;
  }

  /** Percent of the image height. */
  get relativeHeight(): number | undefined {
    return this.height;
  }

  /** The control that it was drawn with. */
  get control(): ControlView | undefined {
    const kind = this.type.replace(/region$/, '');
    return this.results.find(({type}) => type.replace(/labels$/, '') === kind)
      ?.from_name;
  }

  /** Edges of what lies around it, percent of the image sides. */
  get bboxCoords(): BoxEdges | undefined {
    const {width, height} = this.stage;
    return boundingBox(this, width / height);
  }

  /** Same as {@link ImageRegionView.bboxCoords}, CSS pixels. */
  get bboxCoordsCanvas(): BoxEdges | undefined {
    const box = this.bboxCoords;
    const {width, height} = this.stage;
    return (
      box && {
        left: (box.left * width) / 100,
        top: (box.top * height) / 100,
        right: (box.right * width) / 100,
        bottom: (box.bottom * height) / 100,
      }
    );
  }

  /**
   * Moves it. For an ellipse, width and height are its radii.
   *
   * @param x - CSS pixels, as `canvasX`.
   * @param y - CSS pixels, as `canvasY`.
   * @param width - CSS pixels.
   * @param height - CSS pixels.
   * @param rotation - Degrees clockwise.
   */
  setPosition(
    x: number,
    y: number,
    width: number,
    height: number,
    rotation = 0,
  ): void {
    const stage = this.stage;
    this.setPositionInternal(
      (x / stage.width) * 100,
      (y / stage.height) * 100,
      (width / stage.width) * 100,
      (height / stage.height) * 100,
      rotation,
    );
  }

  /** Same as {@link ImageRegionView.setPosition} in percent. */
  setPositionInternal(
    x: number,
    y: number,
    width: number,
    height: number,
    rotation = 0,
  ): void {
    const size =
      this.radiusX === undefined
        ? {width, height}
        : {radiusX: width, radiusY: height};
    this.reshape({x, y, ...size, rotation: (rotation + 360) % 360});
  }

  /** Size at which the picture is shown. */
  protected get stage(): SizeView {
    return this.#surface?.stageSize?.() ?? this.natural;
  }

  /** Size of the picture itself, 100 by 100 while nothing is known of it. */
  protected get natural(): SizeView {
    const {original_width: width, original_height: height} =
      this.state.envelope;
    return typeof width === 'number' && typeof height === 'number'
      ? {width, height}
      : (this.#surface?.naturalSize?.() ?? UNKNOWN);
  }

  get #surface(): ObjectSurface | null {
    const {object} = this;
    return object instanceof ObjectView ? object.surface : null;
  }

  #across(percent: number | undefined): number | undefined {
    return percent === undefined
      ? undefined
      : (percent * this.stage.width) / 100;
  }

  #down(percent: number | undefined): number | undefined {
    return percent === undefined
      ? undefined
      : (percent * this.stage.height) / 100;
  }
}
