import type {Geometry} from '@ls-annotation/core';

import type {TextOffsets} from './text-offsets.js';

/** Width and height. */
export interface SizeView {
  /** Horizontal. */
  readonly width: number;
  /** Vertical. */
  readonly height: number;
}

/**
 * What the light DOM of an object tag tells its view. A surface puts it on
 * {@link ObjectView.surface} for as long as it shows the tag.
 */
export interface ObjectSurface {
  /** Returns the size the picture is shown at, CSS pixels, or `null`. */
  readonly stageSize?: () => SizeView | null;
  /** Returns the size of the picture itself, image pixels, or `null`. */
  readonly naturalSize?: () => SizeView | null;
  /** Returns by how much a person turned it, degrees clockwise. */
  readonly rotation?: () => number;
  /** Returns the 0-based picture on display. */
  readonly itemIndex?: () => number;
  /** Shows another picture, 0-based. */
  readonly showItem?: (index: number) => void;
  /** Returns the elements that show a region, by its id in JSON. */
  readonly regionElements?: (regionId: string) => readonly unknown[];
  /**
   * Returns where a shape lies in the text of a document, which its paths say
   * only to who shows it; `null` for nowhere.
   */
  readonly offsetsOf?: (geometry: Geometry) => TextOffsets | null;
  /** Returns the number that a time stands for on a series; `NaN` for none. */
  readonly parseTime?: (time: unknown) => number;
  /** Returns a number of a series as the data writes its times. */
  readonly writeTime?: (time: number) => string | number;
  /** Returns the text between two places of a document as it is seen. */
  readonly textOf?: (offsets: TextOffsets) => string;
}
