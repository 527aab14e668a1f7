/** Fired by `<ls-code-editor>` when somebody has changed its text. */
export class CodeInputEvent extends Event {
  static readonly eventName = 'ls-code-input';
  /** The text as it is now. */
  readonly value: string;

  constructor(value: string) {
    super(CodeInputEvent.eventName, {bubbles: true, composed: true});
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [CodeInputEvent.eventName]: CodeInputEvent;
  }
}
