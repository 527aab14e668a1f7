import {Subscription, filter, throttleTime} from 'rxjs';

import type {Commit} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';

import type {SessionContext} from './session-context.js';

/** How often unsaved work is kept at most, milliseconds. */
export const DRAFT_THROTTLE_MS = 5000;

/**
 * Keeps unsaved work: asks the first `submitDraft` handler a while after a
 * change. Without such a handler nothing happens.
 *
 * @internal
 */
export class DraftSaver {
  readonly #context: SessionContext;
  readonly #subscription = new Subscription();
  #pending: Promise<unknown> = Promise.resolve();

  constructor(context: SessionContext) {
    this.#context = context;
    this.#subscription.add(
      context.store.changes$
        .pipe(
          filter((commit) => this.#concerns(commit)),
          throttleTime(DRAFT_THROTTLE_MS, context.scheduler, {
            leading: false,
            trailing: true,
          }),
        )
        .subscribe(() => {
          const {selected} = context.annotations;
          if (selected) void this.save(selected);
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
    if (annotation.isReadOnly() || annotation.submissionStarted)
      return undefined;
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
      this.#context.setFlags({isSavingDraft: false});
    }
  }

  /** Stops. */
  close(): void {
    this.#subscription.unsubscribe();
  }

  #concerns(commit: Commit): boolean {
    if (commit.origin === 'load') return false;
    if (!this.#context.settings.enableAutoSave) return false;
    const {selectedId} = commit.state;
    return commit.patches.some(
      ({path}) =>
        path[1] === selectedId &&
        (path[2] === 'regions' || path[2] === 'relations'),
    );
  }
}
