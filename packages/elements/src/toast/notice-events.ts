/** Fired by `<ls-notice>` when a person dismisses it. */
export class NoticeDismissEvent extends Event {
  static readonly eventName = 'ls-notice-dismiss';

  constructor() {
    super(NoticeDismissEvent.eventName);
  }
}

/** Fired by `<ls-notice>` when a person does what it offers. */
export class NoticeActionEvent extends Event {
  static readonly eventName = 'ls-notice-action';

  constructor() {
    super(NoticeActionEvent.eventName);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [NoticeDismissEvent.eventName]: NoticeDismissEvent;
    [NoticeActionEvent.eventName]: NoticeActionEvent;
  }
}
