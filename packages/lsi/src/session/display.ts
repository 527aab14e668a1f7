import {BehaviorSubject, type Observable} from 'rxjs';

import type {LsError} from '@ls-annotation/core';

import type {FrontendEvents} from '../events/frontend-events.js';
import type {LSI, LsiSources} from '../lsi.js';
import {AnnotationScope} from '../scope/annotation-scope.js';
import type {AnnotationView} from '../views/annotation-view.js';

/** What a {@link Display} needs of its session. */
export interface DisplayOptions {
  /** Events of the session. */
  readonly events: FrontendEvents;
  /** Makes the `LSI` whose handlers end with a scope. */
  readonly createLsi: (
    scope: AnnotationScope,
    owner: string,
    sources?: LsiSources,
  ) => LSI<AnnotationView>;
  /** Takes what fails while a scope closes. */
  readonly reportError: (error: LsError) => void;
}

/**
 * What is on display: one scope at a time, or none.
 *
 * @internal
 */
export class Display {
  readonly #options: DisplayOptions;
  readonly #scopes = new BehaviorSubject<AnnotationScope | null>(null);

  /** The present scope, then every one that follows; `null` for none. */
  readonly annotation$: Observable<AnnotationScope | null> =
    this.#scopes.asObservable();

  constructor(options: DisplayOptions) {
    this.#options = options;
  }

  /** The open scope, or `null`. */
  get scope(): AnnotationScope | null {
    const scope = this.#scopes.value;
    return scope?.isClosed === false ? scope : null;
  }

  /** Closes what is on display, then shows `annotation`. */
  open(annotation: AnnotationView): void {
    this.close();
    this.#scopes.next(new AnnotationScope({...this.#options, annotation}));
  }

  /** Closes what is on display; something else is to open at once. */
  close(): void {
    this.#scopes.value?.close();
  }

  /** Closes what is on display and shows nothing. */
  clear(): void {
    this.close();
    if (this.#scopes.value) this.#scopes.next(null);
  }

  /** Closes what is on display and completes the stream. */
  end(): void {
    this.clear();
    this.#scopes.complete();
  }
}
