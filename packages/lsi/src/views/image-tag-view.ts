import type {SizeView} from './object-surface.js';
import {ObjectView} from './object-view.js';

/** A picture of an image tag, as plugins see it. */
export interface ImageEntityView {
  /** Image pixels, 1 until it is there. */
  readonly naturalWidth: number;
  /** Image pixels, 1 until it is there. */
  readonly naturalHeight: number;
  /** Degrees that a person turned it by, clockwise. */
  readonly rotation: number;
  /** CSS pixels, 1 until it is there. */
  readonly stageWidth: number;
  /** CSS pixels, 1 until it is there. */
  readonly stageHeight: number;
}

const UNKNOWN: SizeView = {width: 1, height: 1};

/** An `<Image>` as plugins see it. */
export class ImageTagView extends ObjectView {
  /** 0-based picture on display. */
  get currentImage(): number {
    return this.surface?.itemIndex?.() ?? 0;
  }

  /** The picture on display. */
  get currentImageEntity(): ImageEntityView {
    const stage = this.surface?.stageSize?.() ?? UNKNOWN;
    const natural = this.surface?.naturalSize?.() ?? UNKNOWN;
    return {
      naturalWidth: natural.width,
      naturalHeight: natural.height,
      rotation: this.surface?.rotation?.() ?? 0,
      stageWidth: stage.width,
      stageHeight: stage.height,
    };
  }

  /** Width of the picture as it is shown, CSS pixels. */
  get stageWidth(): number {
    return this.currentImageEntity.stageWidth;
  }

  /** Height of the picture as it is shown, CSS pixels. */
  get stageHeight(): number {
    return this.currentImageEntity.stageHeight;
  }

  /** Shows another picture, 0-based. */
  setCurrentImage(index: number): void {
    this.surface?.showItem?.(index);
  }
}
