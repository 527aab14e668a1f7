import {deleteRegion} from '@ls-annotation/core';
import type {AnnotationState, AnnotationStore} from '@ls-annotation/core';

import type {OperatorEditor} from './operator-target.js';

/** Changes one annotation of a store. */
export class StoreEditor implements OperatorEditor {
  readonly #store: AnnotationStore;
  readonly #id: string;

  constructor(store: AnnotationStore, annotationId: string) {
    this.#store = store;
    this.#id = annotationId;
  }

  get annotation(): AnnotationState {
    return this.#store.annotation(this.#id);
  }

  insertRegion: OperatorEditor['insertRegion'] = (region) =>
    this.#store.insertRegion(this.#id, region);

  insertRegions: OperatorEditor['insertRegions'] = (regions) =>
    this.#store.insertRegions(this.#id, regions);

  updateRegion: OperatorEditor['updateRegion'] = (regionId, recipe) => {
    this.#store.updateRegion(this.#id, regionId, recipe);
  };

  /** With its relations, as when a person deletes it. */
  removeRegion: OperatorEditor['removeRegion'] = (regionId) =>
    deleteRegion(this.#store, this.#id, regionId);
}
