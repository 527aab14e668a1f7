import type {Relation} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import type {RegionView} from './region-view.js';

/** A link between two regions, as plugins see it. */
export interface RelationView {
  /** Internal id. */
  readonly id: string;
  /** Region it starts at. */
  readonly node1: RegionView | undefined;
  /** Region it ends at. */
  readonly node2: RegionView | undefined;
  /** `left`, `right` or `bi`. */
  readonly direction: string;
  /** Values of `<Relation>` tags. */
  readonly labels: string[];
}

/** The relations of one annotation, as plugins see them. */
export class RelationStoreView {
  readonly #context: SessionContext;
  readonly #annotation: AnnotationView;

  constructor(context: SessionContext, annotation: AnnotationView) {
    this.#context = context;
    this.#annotation = annotation;
  }

  /** Relations in the order they were made, as a new list. */
  get relations(): RelationView[] {
    return this.#annotation.state.relations.map((relation) =>
      this.#view(relation),
    );
  }

  /** Number of relations. */
  get size(): number {
    return this.#annotation.state.relations.length;
  }

  /** Links two regions; does nothing when they are linked already. */
  addRelation(from: RegionView, to: RegionView): void {
    this.#context.editors.relations.add(
      this.#annotation,
      from.cleanId,
      to.cleanId,
    );
  }

  /** Removes a relation. */
  deleteRelation(relation: Pick<RelationView, 'id'>): void {
    this.#context.editors.relations.remove(this.#annotation, relation.id);
  }

  /** Removes the relations of a region. */
  deleteNodeRelation(region: RegionView): void {
    for (const {id, fromId, toId} of this.#annotation.state.relations) {
      if (fromId === region.cleanId || toId === region.cleanId) {
        this.deleteRelation({id});
      }
    }
  }

  #view(relation: Relation): RelationView {
    const {areas} = this.#annotation;
    return {
      id: relation.id,
      node1: areas.get(relation.fromId),
      node2: areas.get(relation.toId),
      direction: relation.direction,
      labels: [...relation.labels],
    };
  }
}
