import {ReplaySubject, type Observable} from 'rxjs';

import type {Disposer, LsError} from '@ls-annotation/core';

import {ScopeCloseError} from '../errors.js';
import type {FrontendEventSource} from '../events/frontend-events.js';
import type {LSI, LsiSources} from '../lsi.js';
import type {AnnotationView} from '../views/annotation-view.js';

import {DisposerStack} from './disposer-stack.js';
import {createAbortController, type ScopeSignal} from './scope-signal.js';
import {ScopedEvents} from './scoped-events.js';

/** What a scope is opened with. */
export interface AnnotationScopeOptions {
  /** The annotation on display. */
  readonly annotation: AnnotationView;
  /** Events of the session. */
  readonly events: FrontendEventSource;
  /** Makes the `LSI` whose handlers end with a scope. */
  readonly createLsi: (
    scope: AnnotationScope,
    owner: string,
    sources?: LsiSources,
  ) => LSI<AnnotationView>;
  /** Takes what fails while closing. */
  readonly reportError: (error: LsError) => void;
}

/**
 * One display of one annotation, and everything that lives as long.
 *
 * It opens when the annotation comes on display and is closed before the next
 * display opens. Closing is complete and cannot be skipped: the signal is
 * aborted and the streams complete first, then every disposer runs, the last
 * added first, each guarded by itself. What is registered on a closed scope
 * ends at once.
 *
 * @example
 * ```ts
 * session.annotation$.subscribe((scope) => {
 *   scope?.events.on('entityCreate').subscribe(([region]) => log(region.id));
 *   scope?.add(() => log('the display ended'));
 * });
 * ```
 */
export class AnnotationScope {
  readonly #disposers: DisposerStack;
  readonly #abort = createAbortController();
  readonly #closed = new ReplaySubject<void>(1);
  readonly #createLsi: (
    owner: string,
    sources?: LsiSources,
  ) => LSI<AnnotationView>;
  #lsi: LSI<AnnotationView> | null = null;

  /** Id of the annotation on display. */
  readonly annotationId: string;

  /** Live view of the annotation on display. */
  readonly annotation: AnnotationView;

  /** Emits once and completes when the display ends, for late comers too. */
  readonly closed$: Observable<void> = this.#closed.asObservable();

  /** The frontend's events for as long as the display lasts. */
  readonly events: ScopedEvents;

  constructor(options: AnnotationScopeOptions) {
    const {annotation} = options;
    this.annotation = annotation;
    this.annotationId = annotation.id;
    this.#createLsi = (owner, sources) =>
      options.createLsi(this, owner, sources);
    this.#disposers = new DisposerStack((cause) => {
      options.reportError(new ScopeCloseError(annotation.id, cause));
    });
    this.events = new ScopedEvents(options.events, this);
  }

  /** Aborted when the display ends; the platform's own `AbortSignal`. */
  get signal(): ScopeSignal {
    return this.#abort.signal;
  }

  /** True once closing has begun. */
  get isClosed(): boolean {
    return this.#disposers.isDisposed;
  }

  /** The `LSI` of this display, for those who register under no name. */
  get lsi(): LSI<AnnotationView> {
    this.#lsi ??= this.#createLsi('');
    return this.#lsi;
  }

  /**
   * Makes an `LSI` whose handlers are registered under `owner` and end with
   * this display.
   *
   * @param owner - Named in error reports, for example a plugin id.
   * @param sources - Take its handlers and load its scripts, instead of the
   *   display and the session.
   */
  createLsi(owner: string, sources?: LsiSources): LSI<AnnotationView> {
    return this.#createLsi(owner, sources);
  }

  /**
   * Has `disposer` run when the display ends; at once when it has ended.
   *
   * @returns What runs it ahead of time; safe to call twice.
   */
  add(disposer: Disposer): Disposer {
    return this.#disposers.add(disposer);
  }

  /** Same as {@link AnnotationScope.add}. */
  onClose(callback: Disposer): Disposer {
    return this.add(callback);
  }

  /** Ends the display; does nothing the second time. */
  close(): void {
    if (this.isClosed) return;
    this.#disposers.add(() => {
      this.#closed.next();
      this.#closed.complete();
    });
    this.#disposers.add(() => {
      this.#abort.abort();
    });
    this.#disposers.dispose();
  }
}
