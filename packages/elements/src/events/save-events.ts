import type {
  AnnotationView,
  ReviewDetail,
  RootStore,
  SaveEventName,
} from '@ls-annotation/lsi';

import {FACT} from './fact.js';

/**
 * Fired before an annotation is saved. `preventDefault()` refuses the save;
 * so does a promise given to {@link BeforeAnnotationSaveEvent.waitUntil} that
 * resolves to `false` or rejects.
 */
export class BeforeAnnotationSaveEvent extends Event {
  static readonly eventName = 'ls-before-annotation-save';
  /** The annotation. */
  readonly annotation: AnnotationView;
  /** Which save it is. */
  readonly saveEvent: SaveEventName;
  readonly #pending: Promise<unknown>[] = [];

  constructor(annotation: AnnotationView, saveEvent: SaveEventName) {
    super(BeforeAnnotationSaveEvent.eventName, {...FACT, cancelable: true});
    this.annotation = annotation;
    this.saveEvent = saveEvent;
  }

  /** Has the save wait for `answer`, up to the session's deadline. */
  waitUntil(answer: Promise<unknown>): void {
    this.#pending.push(answer);
  }

  /**
   * Resolves to whether the save may go on.
   *
   * @internal
   */
  async isAllowed(): Promise<boolean> {
    const answers = await Promise.all(this.#pending);
    return (
      !this.defaultPrevented && answers.every((answer) => answer !== false)
    );
  }
}

/** Fired when an annotation that the server does not know is to be saved. */
export class AnnotationSubmitEvent extends Event {
  static readonly eventName = 'ls-annotation-submit';
  /** Root store, as plugins see it. */
  readonly store: RootStore;
  /** The annotation. */
  readonly annotation: AnnotationView;

  constructor(store: RootStore, annotation: AnnotationView) {
    super(AnnotationSubmitEvent.eventName, FACT);
    this.store = store;
    this.annotation = annotation;
  }
}

/** Fired when an annotation that the server knows is to be saved. */
export class AnnotationUpdateEvent extends Event {
  static readonly eventName = 'ls-annotation-update';
  /** Root store, as plugins see it. */
  readonly store: RootStore;
  /** The annotation. */
  readonly annotation: AnnotationView;
  /** What `update()` was called with. */
  readonly extra: unknown;

  constructor(store: RootStore, annotation: AnnotationView, extra: unknown) {
    super(AnnotationUpdateEvent.eventName, FACT);
    this.store = store;
    this.annotation = annotation;
    this.extra = extra;
  }
}

/** Fired when a reviewer accepts an annotation. */
export class AnnotationAcceptEvent extends Event {
  static readonly eventName = 'ls-annotation-accept';
  /** The annotation and whether the reviewer changed it. */
  readonly detail: ReviewDetail;

  constructor(detail: ReviewDetail) {
    super(AnnotationAcceptEvent.eventName, FACT);
    this.detail = detail;
  }
}

/** Fired when a reviewer rejects an annotation. */
export class AnnotationRejectEvent extends Event {
  static readonly eventName = 'ls-annotation-reject';
  /** The annotation, whether the reviewer changed it, and the comment. */
  readonly detail: ReviewDetail & {readonly comment?: unknown};

  constructor(detail: ReviewDetail & {readonly comment?: unknown}) {
    super(AnnotationRejectEvent.eventName, FACT);
    this.detail = detail;
  }
}

/** Fired when unsaved work is to be kept. */
export class DraftSubmitEvent extends Event {
  static readonly eventName = 'ls-draft-submit';
  /** The annotation. */
  readonly annotation: AnnotationView;
  /** What the draft is asked for with. */
  readonly parameters: Readonly<Record<string, unknown>>;

  constructor(
    annotation: AnnotationView,
    parameters: Readonly<Record<string, unknown>>,
  ) {
    super(DraftSubmitEvent.eventName, FACT);
    this.annotation = annotation;
    this.parameters = parameters;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [BeforeAnnotationSaveEvent.eventName]: BeforeAnnotationSaveEvent;
    [AnnotationSubmitEvent.eventName]: AnnotationSubmitEvent;
    [AnnotationUpdateEvent.eventName]: AnnotationUpdateEvent;
    [AnnotationAcceptEvent.eventName]: AnnotationAcceptEvent;
    [AnnotationRejectEvent.eventName]: AnnotationRejectEvent;
    [DraftSubmitEvent.eventName]: DraftSubmitEvent;
  }
}
