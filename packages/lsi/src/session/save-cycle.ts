import {messageOf} from '@ls-annotation/core';

import {HandlerDeadlineError, SaveError} from '../errors.js';
import type {SaveEventName} from '../events/frontend-event-map.js';
import type {HandlerOutcome} from '../events/frontend-events.js';
import type {AnnotationView} from '../views/annotation-view.js';

import type {DraftSaver} from './draft-saver.js';
import {settleWithin} from './save-deadline.js';
import type {SessionContext} from './session-context.js';
import {raiseSubmitting} from './submitting-flag.js';

/** Roles that may skip a task that others may not. */
const SKIPPING_ROLES = new Set(['OW', 'AD', 'MA']);

interface Save {
  readonly annotation: AnnotationView;
  readonly event: SaveEventName;
  /** Called when nothing keeps the save any more. */
  readonly begin?: () => void;
  readonly invoke: () => Promise<readonly HandlerOutcome[]> | undefined;
  /** Called when it was saved. */
  readonly end: () => void;
}

/**
 * Submit, update, skip and review, in Label Studio's order: typed text becomes
 * results, nothing is selected, the annotation is validated,
 * `beforeSaveAnnotation` may refuse, and then the event that stands for the
 * save is awaited.
 *
 * @internal
 */
export class SaveCycle {
  readonly #context: SessionContext;
  readonly #drafts: DraftSaver;
  readonly #deadlineMs: number;

  constructor(context: SessionContext, drafts: DraftSaver, deadlineMs: number) {
    this.#context = context;
    this.#drafts = drafts;
    this.#deadlineMs = deadlineMs;
  }

  /** Submits the annotation, or updates one that the server knows. */
  async submit(): Promise<boolean> {
    const annotation = this.#savable();
    if (!annotation) return false;
    if (annotation.exists) return this.#update(annotation, []);
    const {events, root} = this.#context;
    return this.#checkedSave({
      annotation,
      event: 'submitAnnotation',
      begin: () => {
        annotation.sendUserGenerate();
      },
      invoke: () => events.invoke('submitAnnotation', root, annotation),
      end: () => {
        root.incrementQueuePosition();
        annotation.dropDraft();
      },
    });
  }

  /** Updates the annotation. */
  async update(extra?: unknown): Promise<boolean> {
    const annotation = this.#savable();
    if (!annotation) return false;
    return this.#update(annotation, extra === undefined ? [] : [extra]);
  }

  /** Accepts the annotation under review. */
  async accept(): Promise<boolean> {
    const annotation = this.#chosen();
    if (!annotation) return false;
    const {events, root} = this.#context;
    return this.#review({
      annotation,
      event: 'acceptAnnotation',
      invoke: () => {
        const detail = reviewDetail(annotation);
        annotation.dropDraft();
        return events.invoke('acceptAnnotation', root, detail);
      },
      end: () => {
        root.incrementQueuePosition();
      },
    });
  }

  /** Rejects the annotation under review. */
  async reject(extra: {readonly comment?: unknown} = {}): Promise<boolean> {
    const annotation = this.#chosen();
    if (!annotation) return false;
    const {events, root} = this.#context;
    return this.#review({
      annotation,
      event: 'rejectAnnotation',
      invoke: () => {
        const {comment = null} = extra;
        const detail = {...reviewDetail(annotation), comment};
        annotation.dropDraft();
        return events.invoke('rejectAnnotation', root, detail);
      },
      end: () => {
        root.incrementQueuePosition(-1);
      },
    });
  }

  /** Skips the task: nothing is checked and nobody is waited for. */
  async skip(extra?: unknown): Promise<boolean> {
    const {events, root, flags} = this.#context;
    if (flags.isSubmitting || !this.#maySkip()) return false;
    const done = this.#raise();
    void events.invoke('skipTask', root, extra);
    root.incrementQueuePosition();
    done();
    return true;
  }

  /** Takes a skipped task back. */
  async unskip(): Promise<boolean> {
    const {events, root, flags} = this.#context;
    if (flags.isSubmitting || !root.task) return false;
    const done = this.#raise();
    void events.invoke('unskipTask', root);
    done();
    return true;
  }

  /** Tells the page that a button of its own was pressed. */
  async custom(button: {readonly name?: string} | string): Promise<boolean> {
    const annotation = this.#chosen();
    if (!annotation) return false;
    const {events, root} = this.#context;
    const name = typeof button === 'string' ? button : (button.name ?? '');
    const done = this.#raise();
    try {
      annotation.beforeSend();
      const detail = {...reviewDetail(annotation), button};
      const outcomes = await events.invoke('customButton', root, name, detail);
      if (!this.#succeeded(outcomes ?? [])) return false;
      root.incrementQueuePosition();
      annotation.dropDraft();
      return true;
    } finally {
      done();
    }
  }

  #update(
    annotation: AnnotationView,
    extra: readonly unknown[],
  ): Promise<boolean> {
    const {events, root} = this.#context;
    const [first] = extra;
    return this.#checkedSave({
      annotation,
      event: 'updateAnnotation',
      invoke: () =>
        extra.length === 0
          ? events.invoke('updateAnnotation', root, annotation)
          : events.invoke('updateAnnotation', root, annotation, first),
      end: () => {
        root.incrementQueuePosition();
        annotation.dropDraft();
        annotation.sendUserGenerate();
      },
    });
  }

  async #checkedSave(save: Save): Promise<boolean> {
    const {annotation} = save;
    annotation.submissionInProgress();
    if (!this.#isReady(annotation)) return false;
    return this.#run(save, this.#raise());
  }

  async #review(save: Save): Promise<boolean> {
    const done = this.#raise();
    if (this.#isReady(save.annotation)) return this.#run(save, done);
    done();
    return false;
  }

  async #run(save: Save, done: () => void): Promise<boolean> {
    try {
      await this.#drafts.settled;
      if (!(await this.#isAllowed(save))) return false;
      save.begin?.();
      const outcomes = (await save.invoke()) ?? [];
      if (!this.#succeeded(outcomes)) return false;
      save.end();
      return true;
    } catch (error) {
      this.#context.reportError(new SaveError(save.event, error));
      this.#context.showModal(messageOf(error) || 'Error during submit');
      return false;
    } finally {
      done();
    }
  }

  #isReady(annotation: AnnotationView): boolean {
    annotation.beforeSend();
    return annotation.validate();
  }

  async #isAllowed({annotation, event}: Save): Promise<boolean> {
    const {events, root, scheduler} = this.#context;
    const detail = {event};
    const runs = events.dispatch(
      'beforeSaveAnnotation',
      root,
      annotation,
      detail,
    );
    const settled = await settleWithin(runs, this.#deadlineMs, scheduler);
    if (!settled.inTime) {
      this.#refuseLate(settled.owners);
      return false;
    }
    const {outcomes} = settled;
    if (this.#showFailure(outcomes)) return false;
    return !outcomes.some(
      (outcome) => outcome.status === 'fulfilled' && outcome.value === false,
    );
  }

  #refuseLate(owners: readonly string[]): void {
    const error = new HandlerDeadlineError(
      'beforeSaveAnnotation',
      owners,
      this.#deadlineMs,
    );
    this.#context.reportError(error);
    this.#context.showModal(error.message, 'error');
  }

  #succeeded(outcomes: readonly HandlerOutcome[]): boolean {
    return !this.#showFailure(outcomes);
  }

  /** Tells of the first failure; its error was reported when it happened. */
  #showFailure(outcomes: readonly HandlerOutcome[]): boolean {
    const failed = outcomes.find(({status}) => status === 'rejected');
    if (failed?.status !== 'rejected') return false;
    const {cause} = failed.error;
    this.#context.showModal(messageOf(cause) || 'Error during submit');
    return true;
  }

  /** Predictions and older versions are not saved. */
  #savable(): AnnotationView | null {
    const isVersion = this.#context.annotations.versions.shown !== null;
    const annotation = this.#chosen();
    return isVersion || annotation?.type !== 'annotation' ? null : annotation;
  }

  #chosen(): AnnotationView | null {
    const {annotations, flags} = this.#context;
    return flags.isSubmitting ? null : annotations.selected;
  }

  #maySkip(): boolean {
    const {store, user} = this.#context;
    const {task} = store.state;
    if (!task) return false;
    if (task.allow_skip !== false) return true;
    return typeof user?.role === 'string' && SKIPPING_ROLES.has(user.role);
  }

  #raise(): () => void {
    this.#context.root.commentStore.setAddedCommentThisSession(false);
    return raiseSubmitting((isSubmitting) => {
      this.#context.setFlags({isSubmitting});
    }, this.#context.scheduler);
  }
}

function reviewDetail(annotation: AnnotationView): {
  isDirty: boolean;
  entity: AnnotationView;
} {
  const {history, versions} = annotation;
  const isDirty = history.canUndo || versions.draft !== undefined;
  return {isDirty, entity: annotation};
}
