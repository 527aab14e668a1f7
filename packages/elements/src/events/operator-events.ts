import type {
  OperatorResult,
  OperatorRun,
  ParameterValues,
} from '@ls-annotation/operators';

import {FACT} from './fact.js';

/** Fired when a run of an operator was started, whoever asked for it. */
export class OperatorRunEvent extends Event {
  static readonly eventName = 'ls-operator-run';
  /** The run; still pending. */
  readonly run: OperatorRun;

  constructor(run: OperatorRun) {
    super(OperatorRunEvent.eventName, FACT);
    this.run = run;
  }
}

/** Fired when a run is over: it succeeded, failed or was aborted. */
export class OperatorDoneEvent extends Event {
  static readonly eventName = 'ls-operator-done';
  /** The run; its `state` says how it ended. */
  readonly run: OperatorRun;
  /** What came out. */
  readonly result: OperatorResult;

  constructor(run: OperatorRun, result: OperatorResult) {
    super(OperatorDoneEvent.eventName, FACT);
    this.run = run;
    this.result = result;
  }
}

/** Fired by a form of parameters when a person has changed a value. */
export class OperatorInputEvent extends Event {
  static readonly eventName = 'ls-operator-input';
  /** Name of the parameter. */
  readonly parameterName: string;

  constructor(parameterName: string) {
    super(OperatorInputEvent.eventName, FACT);
    this.parameterName = parameterName;
  }
}

/** Fired by a form of parameters when it was submitted and its values fit. */
export class OperatorSubmitEvent extends Event {
  static readonly eventName = 'ls-operator-submit';
  /** Values by name; unset optional parameters have no key. */
  readonly values: ParameterValues;

  constructor(values: ParameterValues) {
    super(OperatorSubmitEvent.eventName, FACT);
    this.values = values;
  }
}

/** Fired by an operator's dialog when it has closed. */
export class OperatorCloseEvent extends Event {
  static readonly eventName = 'ls-operator-close';
  /** Name of the operator. */
  readonly operatorName: string;

  constructor(operatorName: string) {
    super(OperatorCloseEvent.eventName, FACT);
    this.operatorName = operatorName;
  }
}

/** Fired when somebody wants to use values that were kept. */
export class OperatorPresetEvent extends Event {
  static readonly eventName = 'ls-operator-preset-request';
  /** The values; no secrets, no files. */
  readonly values: ParameterValues;

  constructor(values: ParameterValues) {
    super(OperatorPresetEvent.eventName, FACT);
    this.values = values;
  }
}

/** Fired when somebody wants to see a run: how far it is, or what came out. */
export class OperatorShowEvent extends Event {
  static readonly eventName = 'ls-operator-show-request';
  /** The run. */
  readonly run: OperatorRun;

  constructor(run: OperatorRun) {
    super(OperatorShowEvent.eventName, FACT);
    this.run = run;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [OperatorRunEvent.eventName]: OperatorRunEvent;
    [OperatorDoneEvent.eventName]: OperatorDoneEvent;
    [OperatorInputEvent.eventName]: OperatorInputEvent;
    [OperatorSubmitEvent.eventName]: OperatorSubmitEvent;
    [OperatorCloseEvent.eventName]: OperatorCloseEvent;
    [OperatorPresetEvent.eventName]: OperatorPresetEvent;
    [OperatorShowEvent.eventName]: OperatorShowEvent;
  }
}
