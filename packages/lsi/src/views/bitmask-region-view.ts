import {ImageRegionView} from './image-region-view.js';

/** Sizes that a mask lies in. */
export interface MaskDimensions {
  /** CSS pixels. */
  readonly stageWidth: number;
  /** CSS pixels. */
  readonly stageHeight: number;
  /** Image pixels. */
  readonly imageWidth: number;
  /** Image pixels. */
  readonly imageHeight: number;
}

/** A mask of a picture as plugins see it. */
export class BitmaskRegionView extends ImageRegionView {
  /** How much of the picture it covers up, 0 to 1. */
  readonly opacity = 0.6;

  /** Sizes of the picture. */
  get dimensions(): MaskDimensions {
    const {stage, natural} = this;
    return {
      stageWidth: stage.width,
      stageHeight: stage.height,
      imageWidth: natural.width,
      imageHeight: natural.height,
    };
  }

  /** Returns the mask as a data URL. */
  getImageDataURL(): string | undefined {
    return this.imageDataURL;
  }

  /** Replaces the mask. */
  setImageDataURL(url: string): void {
    this.reshape({imageDataURL: url});
  }
}
