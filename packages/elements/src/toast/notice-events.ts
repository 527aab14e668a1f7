/** Fired by `<ls-notice>` when a person dismisses it. */
export class NoticeDismissEvent extends Event {
  static readonly eventName = 'ls-notice-dismiss';

  constructor() {
    super(NoticeDismissEvent.eventName);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [NoticeDismissEvent.eventName]: NoticeDismissEvent;
  }
}
