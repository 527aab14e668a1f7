import type {OperatorSourceState} from '@ls-annotation/operators';

import {FACT} from '../events/fact.js';

/** Fired when a source of operators begins to load, is ready, or failed. */
export class OperatorSourceChangeEvent extends Event {
  static readonly eventName = 'ls-operator-source-change';
  /** Where the source is now. */
  readonly state: OperatorSourceState;

  constructor(state: OperatorSourceState) {
    super(OperatorSourceChangeEvent.eventName, FACT);
    this.state = state;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [OperatorSourceChangeEvent.eventName]: OperatorSourceChangeEvent;
  }
}
