import {
  EMPTY_REGION_TABLE,
  regionsOf,
  type Region,
  type RegionTable,
} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import {createRegionView} from './create-region-view.js';
import {LiveMap} from './live-map.js';
import type {RegionView} from './region-view.js';

/**
 * The regions of one annotation as views: one view a region, made when it is
 * asked for.
 *
 * Regions that only tags speak of which the config does not have are left
 * out, as Label Studio drops them.
 *
 * @internal
 */
export class RegionViews {
  readonly #context: SessionContext;
  readonly #annotation: AnnotationView;
  readonly #holderId: string;
  readonly #views = new Map<string, RegionView>();

  /** Regions and classifications by id, in creation order. */
  readonly map: LiveMap<RegionView>;

  /**
   * Creates the views of an annotation's regions.
   *
   * @param holderId - Annotation of the store that holds the regions.
   */
  constructor(
    context: SessionContext,
    annotation: AnnotationView,
    holderId = annotation.id,
  ) {
    this.#context = context;
    this.#annotation = annotation;
    this.#holderId = holderId;
    this.map = new LiveMap({
      find: (id) => this.#find(id),
      entries: () => this.list().map((region) => [region.id, region] as const),
      count: () => this.list().length,
    });
  }

  /** Returns regions and classifications in creation order. */
  list(): RegionView[] {
    const views: RegionView[] = [];
    for (const region of regionsOf(this.#table())) {
      if (this.#isKnown(region)) views.push(this.view(region));
    }
    return views;
  }

  /** Returns the view of a region; the same one every time. */
  view(region: Region): RegionView {
    const known = this.#views.get(region.id);
    if (known) return known;
    const made = createRegionView({
      context: this.#context,
      annotation: this.#annotation,
      region,
      holderId: this.#holderId,
    });
    this.#views.set(region.id, made);
    return made;
  }

  #find(id: string): RegionView | undefined {
    const {store} = this.#context;
    const holderId = this.#holderId;
    const region =
      store.findRegion(holderId, id) ??
      store.findRegion(holderId, withoutAnnotation(id));
    return region && this.#isKnown(region) ? this.view(region) : undefined;
  }

  #table(): RegionTable {
    const annotation = this.#annotation;
    if (this.#holderId === annotation.id) return annotation.state.regions;
    const held = this.#context.store.state.annotations[this.#holderId];
    return held?.regions ?? EMPTY_REGION_TABLE;
  }

  #isKnown(region: Region): boolean {
    return region.results.some(({fromName}) =>
      this.#annotation.tags.findControl(fromName),
    );
  }
}

/** Ids of loaded regions end in `#` and the id of their annotation. */
function withoutAnnotation(id: string): string {
  return id.replace(/#[^#]*$/, '');
}
