import {
  emptyAnnotation,
  findClassification,
  setResultValue,
  type ChangeOrigin,
  type NewRegion,
} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';
import {ObjectView} from '../views/object-view.js';
import type {RegionView} from '../views/region-view.js';

import {showsSuggestions} from './drawing-finisher.js';
import type {SessionContext} from './session-context.js';

const LOAD = {origin: 'load'} as const;

/** Returns the annotation of the store that holds another one's suggestions. */
export function suggestionsIdOf(annotationId: string): string {
  return `${annotationId}~suggestions`;
}

/**
 * Keeps suggestions of models apart from an annotation until a person accepts
 * them.
 *
 * @internal
 */
export class SuggestionEditor {
  readonly #context: SessionContext;
  readonly #origin: ChangeOrigin;

  constructor(context: SessionContext, origin: ChangeOrigin) {
    this.#context = context;
    this.#origin = origin;
  }

  /**
   * Replaces the suggestions. Those that the page cannot show apart are
   * accepted at once; all of them are when the person wants so.
   */
  set(annotation: AnnotationView, results: unknown): void {
    this.clear(annotation);
    if (!results || !annotation.isAlive) return;
    annotation.deserializeResults(results, {suggestions: true});
    this.#accepting(annotation, () => {
      const {autoAcceptSuggestions} = this.#context.frontend;
      for (const suggestion of annotation.suggestions.values()) {
        if (autoAcceptSuggestions || !showsSuggestions(suggestion)) {
          this.accept(annotation, suggestion.id);
        }
      }
      if (autoAcceptSuggestions) this.#deletePrompts(annotation);
    });
  }

  /** Makes a suggestion a region; labels chosen for its object count. */
  accept(annotation: AnnotationView, id: string): void {
    const suggestion = annotation.suggestions.get(id);
    if (!suggestion || annotation.isReadOnly()) return;
    const {store} = this.#context;
    const options = {origin: this.#origin, label: 'accept suggestion'};
    store.transact(options, () => {
      const {classification} = suggestion.state;
      const kept = classification
        ? this.#replaceClassification(annotation, suggestion)
        : this.#replaceRegion(annotation, suggestion);
      const region = annotation.areas.get(kept);
      if (region) this.#label(region);
      store.removeRegion(suggestion.holderId, suggestion.cleanId);
    });
    const accepted = annotation.areas.get(suggestion.cleanId);
    if (accepted) accepted.fromSuggestion = true;
  }

  /** Accepts every suggestion and deletes what people drew to get them. */
  acceptAll(annotation: AnnotationView): void {
    this.#accepting(annotation, () => {
      for (const id of annotation.suggestions.keys()) {
        this.accept(annotation, id);
      }
      this.#deletePrompts(annotation);
    });
  }

  /** Forgets a suggestion. */
  reject(annotation: AnnotationView, id: string): void {
    const suggestion = annotation.suggestions.get(id);
    if (!suggestion) return;
    const {store} = this.#context;
    store.removeRegion(suggestion.holderId, suggestion.cleanId, LOAD);
  }

  /** Forgets every suggestion and deletes what people drew to get them. */
  rejectAll(annotation: AnnotationView): void {
    this.clear(annotation);
    this.#accepting(annotation, () => {
      this.#deletePrompts(annotation);
    });
  }

  /** Forgets every suggestion. */
  clear(annotation: AnnotationView): void {
    const {store} = this.#context;
    store.removeAnnotation(suggestionsIdOf(annotation.id), LOAD);
  }

  /** Returns where suggestions are held, made when there is no such place. */
  holderOf(annotation: AnnotationView): string {
    const {store} = this.#context;
    const id = suggestionsIdOf(annotation.id);
    if (!(id in store.state.annotations)) {
      store.insertAnnotation(emptyAnnotation({id, type: 'prediction'}), LOAD);
    }
    return id;
  }

  #replaceRegion(annotation: AnnotationView, suggestion: RegionView): string {
    const {store} = this.#context;
    const {cleanId} = suggestion;
    store.removeRegion(annotation.id, cleanId);
    store.insertRegion(annotation.id, copyOf(suggestion));
    return cleanId;
  }

  #replaceClassification(
    annotation: AnnotationView,
    suggestion: RegionView,
  ): string {
    const {store} = this.#context;
    const {results, itemIndex} = suggestion.state;
    const table = store.annotation(annotation.id).regions;
    const name = results[0]?.fromName ?? '';
    const before = findClassification(table, name, itemIndex);
    const id = before?.id ?? suggestion.cleanId;
    if (before) store.removeRegion(annotation.id, id);
    store.insertRegion(annotation.id, {...copyOf(suggestion), id});
    return id;
  }

  #label(region: RegionView): void {
    const {object, annotation, cleanId} = region;
    if (!(object instanceof ObjectView)) return;
    for (const control of object.activeStates()) {
      setResultValue(
        this.#context.store,
        annotation.id,
        cleanId,
        control.config,
        control.selectedValues(),
      );
    }
  }

  #deletePrompts(annotation: AnnotationView): void {
    for (const region of annotation.regions) {
      if (region.dynamic && !region.fromSuggestion) region.deleteRegion();
    }
  }

  #accepting(annotation: AnnotationView, work: () => void): void {
    annotation.isSuggestionsAccepting = true;
    try {
      work();
    } finally {
      annotation.isSuggestionsAccepting = false;
    }
  }
}

/** A loaded region goes out as it came; an accepted one is a new one. */
function copyOf({state}: RegionView): NewRegion {
  const {ordinal: _ordinal, sourceGeometry: _source, ...region} = state;
  const results = state.results.map(
    ({source: _own, sourceIndex: _index, ...result}) => result,
  );
  return {...region, results};
}
