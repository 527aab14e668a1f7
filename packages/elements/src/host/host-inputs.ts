import type {LabelConfig, Task} from '@ls-annotation/core';
import {parseLabelConfig} from '@ls-annotation/core';
import type {LabelingSession} from '@ls-annotation/lsi';

import {readConfigXml} from '../config-reader/read-config-xml.js';
import {LabelingConfigError} from '../errors.js';

import type {InputError, InputState} from './input.js';
import {Input} from './input.js';
import {readTaskText} from './read-task-text.js';

/** A config with the text that it was read from. */
export interface ConfigInput {
  /** Label Studio XML. */
  readonly xml: string;
  /** What it says. */
  readonly config: LabelConfig;
}

/** What there is to work with, and is not; `work` when all is done. */
export type Missing = 'access' | 'config' | 'task' | 'work';

/** What the host is to show in the place of the labeling interface. */
export type HostContent =
  | {readonly kind: 'labeling'; readonly isBusy: boolean}
  | {readonly kind: 'loading'}
  | {readonly kind: 'empty'; readonly missing: Missing}
  | {
      readonly kind: 'error';
      readonly subject: 'config' | 'task';
      readonly error: InputError;
    };

/**
 * Reads a labeling config.
 *
 * @throws {@link LabelingConfigError} with everything that is wrong.
 */
export function readConfig(xml: string): ConfigInput {
  const node = readConfigXml(xml);
  if (!node.ok) throw new LabelingConfigError(node.issues);
  const config = parseLabelConfig(node.value);
  if (!config.ok) throw new LabelingConfigError(config.issues);
  return {xml, config: config.value};
}

/**
 * The config and the task of a host, and how they get into its session.
 *
 * A broken config takes the labeling interface away and leaves the session as
 * it is: with the next good one everything that was annotated is back. A task
 * that a page gives its session through `Htx` is left alone.
 */
export class HostInputs {
  /** The config. */
  readonly config: Input<ConfigInput>;
  /** The task; `null` as a value means that there is none. */
  readonly task: Input<Task | null>;
  readonly #session: LabelingSession;
  #config: ConfigInput | null = null;
  #task: Task | null = null;
  #isHidden = false;

  /** @param onChange - called whenever {@link apply} has something to do. */
  constructor(session: LabelingSession, onChange: () => void) {
    this.#session = session;
    this.config = new Input({kind: 'config', read: readConfig, onChange});
    this.task = new Input<Task | null>({
      kind: 'task',
      read: readTaskText,
      onChange,
    });
  }

  /** Hands what there is to the session; returns what is to be shown. */
  apply(): HostContent {
    const config = this.config.state;
    const task = this.task.state;
    for (const [subject, {status}] of [
      ['config', config],
      ['task', task],
    ] as const) {
      if (status === 'failed') return this.#fail(subject, config, task);
    }
    if (config.status === 'loading' || task.status === 'loading') {
      const isThere = this.#session.scope !== null;
      return isThere ? {kind: 'labeling', isBusy: true} : {kind: 'loading'};
    }
    return this.#show(valueOf(config), valueOf(task));
  }

  /** Ends the display until the next {@link apply}. */
  hide(): void {
    this.#isHidden = true;
    this.#session.hide();
  }

  #fail(
    subject: 'config' | 'task',
    config: InputState<ConfigInput>,
    task: InputState<Task | null>,
  ): HostContent {
    this.hide();
    const state = subject === 'config' ? config : task;
    return state.status === 'failed'
      ? {kind: 'error', subject, error: state.error}
      : {kind: 'loading'};
  }

  #show(config: ConfigInput | null, task: Task | null): HostContent {
    if (!config) {
      this.#withdrawConfig(task);
      return {kind: 'empty', missing: task ? 'config' : 'task'};
    }
    const isNewConfig = config !== this.#config;
    const isNewTask = task !== this.#task;
    // Neither the new config with the old task nor the other way round.
    if (isNewConfig && isNewTask && this.#task) this.#session.setTask(null);
    if (isNewConfig) this.#session.setConfig(config.config, config.xml);
    if (isNewTask) this.#session.setTask(task);
    if (!isNewConfig && !isNewTask && this.#isHidden) this.#session.redisplay();
    this.#isHidden = false;
    this.#config = config;
    this.#task = task;
    return task
      ? {kind: 'labeling', isBusy: false}
      : {kind: 'empty', missing: 'task'};
  }

  #withdrawConfig(task: Task | null): void {
    if (!task && this.#task) {
      this.#session.setTask(null);
      this.#task = null;
    }
    if (this.#config) this.hide();
    this.#config = null;
  }
}

function valueOf<T>(state: InputState<T>): T | null {
  return state.status === 'ready' ? state.value : null;
}
