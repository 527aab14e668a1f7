import type {ReviewDetail} from '@ls-annotation/lsi';

import {FACT} from './fact.js';

/** Fired when a button that the page defined was pressed. */
export class CustomButtonPressEvent extends Event {
  static readonly eventName = 'ls-custom-button-press';
  /** Name of the button. */
  readonly buttonName: string;
  /** The annotation, whether it was changed, and the button. */
  readonly detail: ReviewDetail & {readonly button: unknown};

  constructor(
    buttonName: string,
    detail: ReviewDetail & {readonly button: unknown},
  ) {
    super(CustomButtonPressEvent.eventName, FACT);
    this.buttonName = buttonName;
    this.detail = detail;
  }
}

/** Fired when a signed address is asked for. */
export class UrlPresignEvent extends Event {
  static readonly eventName = 'ls-url-presign';
  /** Address to sign. */
  readonly url: string;

  constructor(url: string) {
    super(UrlPresignEvent.eventName, FACT);
    this.url = url;
  }
}

/** Fired when a comment is to be made. */
export class CommentCreateEvent extends Event {
  static readonly eventName = 'ls-comment-create';
  /** The comment. */
  readonly comment: unknown;

  constructor(comment: unknown) {
    super(CommentCreateEvent.eventName, FACT);
    this.comment = comment;
  }
}

/** Fired when a comment is to be changed. */
export class CommentUpdateEvent extends Event {
  static readonly eventName = 'ls-comment-update';
  /** What is to be changed. */
  readonly comment: unknown;

  constructor(comment: unknown) {
    super(CommentUpdateEvent.eventName, FACT);
    this.comment = comment;
  }
}

/** Fired when a comment is to be deleted. */
export class CommentDeleteEvent extends Event {
  static readonly eventName = 'ls-comment-delete';
  /** Which comment. */
  readonly comment: unknown;

  constructor(comment: unknown) {
    super(CommentDeleteEvent.eventName, FACT);
    this.comment = comment;
  }
}

/** Fired when the comments of a task are asked for. */
export class CommentListEvent extends Event {
  static readonly eventName = 'ls-comment-list';
  /** Which comments. */
  readonly query: unknown;

  constructor(query: unknown) {
    super(CommentListEvent.eventName, FACT);
    this.query = query;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [CustomButtonPressEvent.eventName]: CustomButtonPressEvent;
    [UrlPresignEvent.eventName]: UrlPresignEvent;
    [CommentCreateEvent.eventName]: CommentCreateEvent;
    [CommentUpdateEvent.eventName]: CommentUpdateEvent;
    [CommentDeleteEvent.eventName]: CommentDeleteEvent;
    [CommentListEvent.eventName]: CommentListEvent;
  }
}
