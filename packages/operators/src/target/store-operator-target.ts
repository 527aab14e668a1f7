import type {Observable} from 'rxjs';

import type {
  AnnotationState,
  AnnotationStore,
  LabelConfig,
  Task,
} from '@ls-annotation/core';

import {OperatorScope} from '../operator/operator-scope.js';

import type {OperatorEdit, OperatorTarget} from './operator-target.js';
import {StoreEditor} from './store-editor.js';

/** What a {@link StoreOperatorTarget} stands on. */
export interface StoreOperatorTargetOptions {
  /** The store that holds the annotation. */
  readonly store: AnnotationStore;
  /** Annotation to look at and change. */
  readonly annotationId: string;
  /** The labeling config, or `null`. */
  readonly config: LabelConfig | null;
}

/** An annotation of an `AnnotationStore` as a target of operators. */
export class StoreOperatorTarget implements OperatorTarget {
  readonly config: LabelConfig | null;
  readonly scopes: readonly OperatorScope[];
  readonly #store: AnnotationStore;
  readonly #annotationId: string;

  constructor(options: StoreOperatorTargetOptions) {
    this.config = options.config;
    this.scopes = scopesOf(options.config);
    this.#store = options.store;
    this.#annotationId = options.annotationId;
  }

  get task(): Task | null {
    return this.#store.state.task;
  }

  get annotation(): AnnotationState | null {
    return this.#store.state.annotations[this.#annotationId] ?? null;
  }

  get readonlyReason(): string | null {
    const info = this.annotation?.info;
    if (!info) return 'It is gone.';
    if (info.type === 'prediction') return 'Predictions are read-only.';
    if (info.type === 'history') return 'Older versions are read-only.';
    return info.readonly || !info.editable ? 'It is read-only.' : null;
  }

  get changes$(): Observable<unknown> {
    return this.#store.changes$;
  }

  apply(edits: readonly OperatorEdit[], label: string): void {
    const editor = new StoreEditor(this.#store, this.#annotationId);
    this.#store.transact({origin: 'operator', label}, () => {
      for (const edit of edits) edit(editor);
    });
  }
}

/** Returns what an operator can be applied to where `config` is shown. */
export function scopesOf(config: LabelConfig | null): readonly OperatorScope[] {
  const types = new Set(config?.objects.map(({type}) => type));
  return [
    OperatorScope.root,
    OperatorScope.annotation,
    ...(types.has('image') ? [OperatorScope.image] : []),
    ...(types.has('video') ? [OperatorScope.video] : []),
    ...(types.size > 1 ? [OperatorScope.group] : []),
  ];
}
