import type {Region} from '../model/region.js';

import type {AnnotationState} from './annotation-state.js';
import {regionsOf} from './region-table.js';

/**
 * Where each region stands, by annotation and id.
 *
 * An ordinal stays with an id for ever, so the index holds for every state,
 * also for regions that are gone and may come back by undo.
 */
export class OrdinalIndex {
  readonly #byAnnotation = new Map<string, Map<string, number>>();

  /** Returns the ordinal of a region, present or gone. */
  find(annotationId: string, regionId: string): number | undefined {
    return this.#byAnnotation.get(annotationId)?.get(regionId);
  }

  /** Remembers a region. */
  add(annotationId: string, region: Region): void {
    this.#of(annotationId).set(region.id, region.ordinal);
  }

  /** Remembers every region of an annotation, and no other of it. */
  replace(annotation: AnnotationState): void {
    const ordinals = new Map<string, number>();
    for (const region of regionsOf(annotation.regions)) {
      ordinals.set(region.id, region.ordinal);
    }
    this.#byAnnotation.set(annotation.id, ordinals);
  }

  /** Forgets an annotation. */
  forget(annotationId: string): void {
    this.#byAnnotation.delete(annotationId);
  }

  #of(annotationId: string): Map<string, number> {
    let ordinals = this.#byAnnotation.get(annotationId);
    if (!ordinals) {
      ordinals = new Map();
      this.#byAnnotation.set(annotationId, ordinals);
    }
    return ordinals;
  }
}
