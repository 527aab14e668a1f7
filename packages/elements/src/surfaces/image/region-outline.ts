import type {AnnotationStore} from '@ls-annotation/core';
import type {LabelingActions} from '@ls-annotation/lsi';

import {changedGeometry} from './changed-geometry.js';
import type {Size} from './geometry.js';
import type {OpenOutline} from './region-edits.js';
import {writeShape} from './shape.js';
import type {PlacedShape} from './shape.js';

/** What an outline in the making needs to know. */
export interface RegionOutlineOptions {
  /** Region that it belongs to. */
  readonly id: string;
  /** Annotation of the region. */
  readonly annotationId: string;
  /** Holder of the region. */
  readonly store: AnnotationStore;
  /** Commands. */
  readonly actions: LabelingActions;
  /** Natural size of the picture, image pixels. */
  readonly image: Size;
  /** Called when it is finished. */
  readonly onFinish: () => void;
}

/** The outline of a region that is drawn corner by corner. */
export class RegionOutline implements OpenOutline {
  readonly #options: RegionOutlineOptions;

  constructor(options: RegionOutlineOptions) {
    this.#options = options;
  }

  draw(placed: PlacedShape): boolean {
    const {id, actions, image} = this.#options;
    const region = this.#region();
    if (!region) return false;
    const after = writeShape(placed, image);
    const changed = changedGeometry(region.geometry, after);
    actions.setGeometry(id, changed, {label: 'draw region'});
    return true;
  }

  finish(placed: PlacedShape): boolean {
    const {id, actions, onFinish} = this.#options;
    if (!this.draw(placed)) return false;
    actions.finishDrawing(id);
    onFinish();
    return true;
  }

  abandon(): void {
    const {id, actions} = this.#options;
    if (this.#region()) actions.deleteRegion(id);
  }

  /** The region while it is being drawn: others may finish or delete it. */
  #region() {
    const {id, annotationId, store} = this.#options;
    const region = store.findRegion(annotationId, id);
    return region?.geometry.closed === false ? region : undefined;
  }
}
