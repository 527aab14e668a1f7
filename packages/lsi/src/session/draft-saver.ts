import {Subscription} from 'rxjs';

import type {Commit} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';

import type {SessionContext} from './session-context.js';

/** How often unsaved work is kept at most, milliseconds. */
export const DRAFT_THROTTLE_MS = 5000;

/**
 * Keeps unsaved work: asks the first `submitDraft` handler a while after a
 * change of an annotation. Without such a handler nothing happens.
 *
 * @internal
 */
export class DraftSaver {
  readonly #context: SessionContext;
  readonly #subscription = new Subscription();
  readonly #waiting = new Map<string, Subscription>();
  readonly #paused = new Set<string>();
  #pending: Promise<unknown> = Promise.resolve();

  constructor(context: SessionContext) {
    this.#context = context;
    this.#subscription.add(
      context.store.changes$.subscribe((commit) => {
        if (!context.settings.enableAutoSave) return;
        for (const id of changedBy(commit)) this.#schedule(id);
      }),
    );
  }

  /** Settles when no draft is being saved; never rejects. */
  get settled(): Promise<unknown> {
    return this.#pending;
  }

  /**
   * Saves a draft now, unless a save was asked for already.
   *
   * @returns What the handler answered, `undefined` when there is none.
   */
  async save(
    annotation: AnnotationView,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    this.#cancel(annotation.id);
    if (annotation.submissionStarted > 0 || annotation.isReadOnly()) {
      return undefined;
    }
    const {events} = this.#context;
    if (!events.hasHandlers('submitDraft')) return undefined;
    annotation.draftStarted();
    try {
      return await this.submit(annotation, parameters);
    } finally {
      annotation.draftEnded(new Date(this.#context.scheduler.now()));
    }
  }

  /**
   * Hands a draft to the first handler of `submitDraft`.
   *
   * @returns What it answered, `undefined` when there is none. Never rejects.
   */
  async submit(
    annotation: AnnotationView,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    const {events, root} = this.#context;
    if (!events.hasHandlers('submitDraft')) return undefined;
    this.#context.setFlags({isSavingDraft: true});
    const answer = Promise.resolve(
      events.invokeFirst('submitDraft', root, annotation, parameters),
    ).catch((error: unknown) => {
      events.report('submitDraft', '', error);
      return undefined;
    });
    this.#pending = answer;
    try {
      return await answer;
    } finally {
      if (this.#pending === answer) {
        this.#context.setFlags({isSavingDraft: false});
      }
    }
  }

  /** Saves what waits to be saved, now. */
  flush(annotation: AnnotationView): Promise<unknown> {
    return this.#waiting.has(annotation.id)
      ? this.save(annotation)
      : Promise.resolve(undefined);
  }

  /** Keeps nothing of an annotation until {@link DraftSaver.resume}. */
  pause(annotation: AnnotationView): void {
    this.#paused.add(annotation.id);
    this.#cancel(annotation.id);
  }

  /** Keeps what is changed from now on. */
  resume(annotation: AnnotationView): void {
    this.#paused.delete(annotation.id);
  }

  /** Saves nothing of what has changed so far. */
  drop(annotation: AnnotationView): void {
    this.#cancel(annotation.id);
  }

  /** Stops. */
  close(): void {
    this.#subscription.unsubscribe();
    for (const timer of this.#waiting.values()) timer.unsubscribe();
    this.#waiting.clear();
  }

  #schedule(id: string): void {
    const {scheduler, store} = this.#context;
    const info = store.state.annotations[id]?.info;
    if (info?.type !== 'annotation') return;
    if (this.#waiting.has(id) || this.#paused.has(id)) return;
    const timer = scheduler.schedule(() => {
      this.#waiting.delete(id);
      const {annotations} = this.#context;
      if (id in store.state.annotations) void this.save(annotations.view(id));
    }, DRAFT_THROTTLE_MS);
    this.#waiting.set(id, timer);
  }

  #cancel(id: string): void {
    this.#waiting.get(id)?.unsubscribe();
    this.#waiting.delete(id);
  }
}

/** Returns the annotations whose regions or relations a commit changes. */
function changedBy(commit: Commit): ReadonlySet<string> {
  const ids = new Set<string>();
  if (commit.origin === 'load') return ids;
  for (const {path} of commit.patches) {
    if (path[0] !== 'annotations') continue;
    if (path[2] === 'regions' || path[2] === 'relations') {
      ids.add(String(path[1]));
    }
  }
  return ids;
}
