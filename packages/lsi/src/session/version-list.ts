import type {AnnotationJson, ResultJson} from '@ls-annotation/core';

import type {HistoryItem} from '../events/frontend-event-map.js';
import {AnnotationView} from '../views/annotation-view.js';

import type {AnnotationReader} from './annotation-reader.js';

/** What a {@link VersionList} needs of the annotations. */
export interface VersionOwner {
  /** Reads versions into the store. */
  readonly reader: AnnotationReader;
  /** Returns the view of an annotation. */
  view(id: string): AnnotationView;
  /** Removes an annotation and its view. */
  forget(id: string): void;
}

/**
 * The older versions of the chosen annotation, and which of them is on
 * display.
 *
 * @internal
 */
export class VersionList {
  readonly #owner: VersionOwner;
  #listed: readonly AnnotationView[] = [];
  #shown: AnnotationView | null = null;

  constructor(owner: VersionOwner) {
    this.#owner = owner;
  }

  /** Versions that the page has listed, in its order. */
  get listed(): readonly AnnotationView[] {
    return this.#listed;
  }

  /** The version on display, or `null`. */
  get shown(): AnnotationView | null {
    return this.#shown;
  }

  /** Lists a version. */
  add(item: HistoryItem): AnnotationView {
    const version = this.#read(item);
    this.#listed = [...this.#listed, version];
    return version;
  }

  /** Puts a version on display: a listed one, or one that is given here. */
  show(item: AnnotationView | HistoryItem): AnnotationView {
    this.#shown = item instanceof AnnotationView ? item : this.#read(item);
    return this.#shown;
  }

  /**
   * Leaves the version on display.
   *
   * @returns What forgets it once it is not on display any more, unless it is
   * listed; `null` when there is none.
   */
  leave(): (() => void) | null {
    const version = this.#shown;
    this.#shown = null;
    if (!version) return null;
    return () => {
      if (!this.#listed.includes(version)) this.#owner.forget(version.id);
    };
  }

  /** Lists none any more. */
  clear(): void {
    const gone = this.#listed;
    this.#listed = [];
    for (const {id} of gone) {
      if (id !== this.#shown?.id) this.#owner.forget(id);
    }
  }

  /** Forgets everything; the store was emptied. */
  reset(): void {
    this.#listed = [];
    this.#shown = null;
  }

  #read(item: HistoryItem): AnnotationView {
    const {reader} = this.#owner;
    const json: AnnotationJson = {
      ...item,
      pk: String(item.pk ?? item.id ?? ''),
      result: (item.result ?? []) as readonly ResultJson[],
      readonly: true,
      ...('created_date' in item ? {created_at: item.created_date} : {}),
    };
    return this.#owner.view(reader.insert(json, 'history'));
  }
}
