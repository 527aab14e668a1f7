import {makeId, type ChangeOrigin} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';

import type {SessionContext} from './session-context.js';

type Relations = {
  id: string;
  fromId: string;
  toId: string;
  direction: string;
  labels: string[];
}[];

/**
 * Links regions.
 *
 * @internal
 */
export class RelationEditor {
  readonly #context: SessionContext;
  readonly #origin: ChangeOrigin;

  constructor(context: SessionContext, origin: ChangeOrigin) {
    this.#context = context;
    this.#origin = origin;
  }

  /** Links two regions; does nothing when they are linked already. */
  add(annotation: AnnotationView, fromId: string, toId: string): void {
    const {relations} = annotation.state;
    const isThere = relations.some(
      (relation) => relation.fromId === fromId && relation.toId === toId,
    );
    if (isThere || fromId === toId) return;
    this.#change(annotation, 'add relation', (draft) => {
      draft.push({id: makeId(), fromId, toId, direction: 'right', labels: []});
    });
  }

  /** Removes a relation. */
  remove(annotation: AnnotationView, relationId: string): void {
    this.#change(annotation, 'delete relation', (draft) => {
      const index = draft.findIndex(({id}) => id === relationId);
      if (index !== -1) draft.splice(index, 1);
    });
  }

  /** Sets the direction of a relation. */
  setDirection(
    annotation: AnnotationView,
    relationId: string,
    direction: string,
  ): void {
    this.#change(annotation, 'turn relation', (draft) => {
      const relation = draft.find(({id}) => id === relationId);
      if (relation) relation.direction = direction;
    });
  }

  /** Sets the labels of a relation. */
  setLabels(
    annotation: AnnotationView,
    relationId: string,
    labels: readonly string[],
  ): void {
    this.#change(annotation, 'label relation', (draft) => {
      const relation = draft.find(({id}) => id === relationId);
      if (relation) relation.labels = [...labels];
    });
  }

  #change(
    annotation: AnnotationView,
    label: string,
    recipe: (relations: Relations) => void,
  ): void {
    if (!annotation.isAlive) return;
    this.#context.store.updateAnnotation(
      annotation.id,
      (draft) => {
        recipe(draft.relations);
      },
      {origin: this.#origin, label},
    );
  }
}
