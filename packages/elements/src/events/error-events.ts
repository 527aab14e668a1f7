import type {LsError} from '@ls-annotation/core';
import type {PluginError} from '@ls-annotation/plugins';

import type {InputError} from '../host/input.js';

import {FACT} from './fact.js';

/** Fired when a plugin failed. */
export class PluginErrorEvent extends Event {
  static readonly eventName = 'ls-plugin-error';
  /** What failed, with the plugin's name and the reason in `cause`. */
  readonly error: PluginError;

  constructor(error: PluginError) {
    super(PluginErrorEvent.eventName, FACT);
    this.error = error;
  }
}

/** Fired when the labeling config cannot be shown. */
export class ConfigErrorEvent extends Event {
  static readonly eventName = 'ls-config-error';
  /** What is wrong, with every issue. */
  readonly error: InputError;

  constructor(error: InputError) {
    super(ConfigErrorEvent.eventName, FACT);
    this.error = error;
  }
}

/** Fired when the task cannot be shown. */
export class TaskErrorEvent extends Event {
  static readonly eventName = 'ls-task-error';
  /** What is wrong, with every issue. */
  readonly error: InputError;

  constructor(error: InputError) {
    super(TaskErrorEvent.eventName, FACT);
    this.error = error;
  }
}

/** Fired when an operator failed. */
export class OperatorErrorEvent extends Event {
  static readonly eventName = 'ls-operator-error';
  /** What failed, with the operator's name. */
  readonly error: LsError;

  constructor(error: LsError) {
    super(OperatorErrorEvent.eventName, FACT);
    this.error = error;
  }
}

/** Fired when something else of the host failed. */
export class HostErrorEvent extends Event {
  static readonly eventName = 'ls-host-error';
  /** What failed. */
  readonly error: LsError;

  constructor(error: LsError) {
    super(HostErrorEvent.eventName, FACT);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [PluginErrorEvent.eventName]: PluginErrorEvent;
    [ConfigErrorEvent.eventName]: ConfigErrorEvent;
    [TaskErrorEvent.eventName]: TaskErrorEvent;
    [OperatorErrorEvent.eventName]: OperatorErrorEvent;
    [HostErrorEvent.eventName]: HostErrorEvent;
  }
}
