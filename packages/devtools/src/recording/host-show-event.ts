/** Fired when a tool has had its host show another config and task. */
export class HostShowEvent extends Event {
  static readonly eventName = 'ls-host-show';
  /** True when it shows what it had shown before. */
  readonly isBack: boolean;

  constructor(isBack: boolean) {
    super(HostShowEvent.eventName, {bubbles: true, composed: true});
    this.isBack = isBack;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [HostShowEvent.eventName]: HostShowEvent;
  }
}
