import type {Region} from '../model/region.js';

import type {AnnotationState} from './annotation-state.js';
import {SHARD_SIZE} from './region-table.js';
import type {RegionTable} from './region-table.js';

/**
 * Where each region stands, by annotation and id.
 *
 * An ordinal stays with an id for ever, so the index holds for every state,
 * also for regions that are gone and may come back by undo. An annotation is
 * indexed when it is first asked about.
 */
export class OrdinalIndex {
  readonly #byAnnotation = new Map<string, RegionTable | Map<string, number>>();

  /** Returns the ordinal of a region, present or gone. */
  find(annotationId: string, regionId: string): number | undefined {
    return this.#of(annotationId)?.get(regionId);
  }

  /** Remembers a region. */
  add(annotationId: string, region: Region): void {
    const known = this.#of(annotationId);
    const ordinals = known ?? new Map<string, number>();
    ordinals.set(region.id, region.ordinal);
    if (!known) this.#byAnnotation.set(annotationId, ordinals);
  }

  /** Remembers every region of an annotation, and no other of it. */
  replace(annotation: AnnotationState): void {
    this.#byAnnotation.set(annotation.id, annotation.regions);
  }

  /** Forgets an annotation. */
  forget(annotationId: string): void {
    this.#byAnnotation.delete(annotationId);
  }

  #of(annotationId: string): Map<string, number> | undefined {
    const known = this.#byAnnotation.get(annotationId);
    if (!known || known instanceof Map) return known;
    const ordinals = ordinalsOf(known);
    this.#byAnnotation.set(annotationId, ordinals);
    return ordinals;
  }
}

function ordinalsOf({shards}: RegionTable): Map<string, number> {
  const ordinals = new Map<string, number>();
  for (const [index, shard] of shards.entries()) {
    const ids = shard.ids ?? shard.places.map((region) => region?.id ?? null);
    for (const [place, id] of ids.entries()) {
      if (id !== null) ordinals.set(id, index * SHARD_SIZE + place);
    }
  }
  return ordinals;
}
