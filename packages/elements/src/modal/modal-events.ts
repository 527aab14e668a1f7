/** Fired by `<ls-modal>` when a person has dismissed it. */
export class ModalCloseEvent extends Event {
  static readonly eventName = 'ls-modal-close';

  constructor() {
    super(ModalCloseEvent.eventName);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [ModalCloseEvent.eventName]: ModalCloseEvent;
  }
}
