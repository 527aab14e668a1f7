/** Fired by `<ls-record-list>` when somebody has chosen a line. */
export class RecordChooseEvent extends Event {
  static readonly eventName = 'ls-record-choose';
  /** What the line shows. */
  readonly record: unknown;

  constructor(record: unknown) {
    super(RecordChooseEvent.eventName, {bubbles: true, composed: true});
    this.record = record;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [RecordChooseEvent.eventName]: RecordChooseEvent;
  }
}
