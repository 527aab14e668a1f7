import type {Task} from '@ls-annotation/core';
import type {
  AnnotationHostElement,
  PluginElement,
} from '@ls-annotation/elements';
import {sourceKey} from '@ls-annotation/plugins';
import type {PluginSource, SettingValues} from '@ls-annotation/plugins';

import type {PlaceOf} from '../shared/place-of.js';

import {
  NO_SHIFT,
  pluginElements,
  pluginName,
  shiftOf,
  writePlugin,
} from './host-plugin.js';
import type {PlaceShift, ShownTexts} from './host-plugin.js';
import type {PluginDraft} from './plugin-draft.js';

/**
 * Brings drafts into a host.
 *
 * Only what differs from what the host has is set: a plugin that is run again
 * does not cost what was annotated, nor does another config.
 */
export class PanelRunner {
  readonly #host: AnnotationHostElement;
  #element: PluginElement | null;
  #config: string;
  #task: string;
  readonly #givenCode: string | undefined;
  readonly #givenText: string;
  readonly #shift: PlaceShift;

  /** @param shown - what the host has already. */
  constructor(
    host: AnnotationHostElement,
    element: PluginElement | null,
    shown: PluginDraft,
  ) {
    this.#host = host;
    this.#element = element;
    this.#config = shown.config;
    this.#task = shown.task;
    this.#givenCode = element?.source?.code;
    this.#givenText = shown.script;
    this.#shift = shiftOf(this.#givenCode);
  }

  /** The host. */
  get host(): AnnotationHostElement {
    return this.#host;
  }

  /** Element of the plugin; `null` before a new one has run. */
  get element(): PluginElement | null {
    return this.#element;
  }

  /** Name of the plugin in events, errors and receipts. */
  get pluginName(): string {
    return pluginName(this.#host, this.#element);
  }

  /**
   * Returns where in the editor a place is: what the host had is indented as
   * its markup, and what came from the editor is not.
   */
  readonly placeOf: PlaceOf = ({line, column}, source) => {
    const {lines, columns} = this.#isGiven(source) ? this.#shift : NO_SHIFT;
    return {
      line: Math.max(1, line - lines),
      column: Math.max(1, column - columns),
    };
  };

  /** Returns the text in the editor that a source was, `null` if none. */
  textOf(source: PluginSource | null): string | null {
    return this.#isGiven(source) ? this.#givenText : (source?.code ?? null);
  }

  /** What the plugin's settings are, without secrets, as JSON; or `''`. */
  get settings(): string {
    const found = this.#host.pluginRuntime.settings.find(this.pluginName);
    return found ? JSON.stringify(found.lastingValues) : '';
  }

  /** Takes notice that the host shows something else than was run. */
  noteShown({config, task}: ShownTexts): void {
    this.#config = config;
    this.#task = task;
  }

  /** Runs a draft in which nothing is broken, on the same annotation. */
  async run(draft: PluginDraft): Promise<void> {
    const host = this.#host;
    const before = host.session.scope;
    if (draft.config !== this.#config) host.config = draft.config;
    if (draft.task !== this.#task) this.#setTask(draft.task);
    this.#config = draft.config;
    const isKnown = pluginElements(host).some((one) => one === this.#element);
    const element = isKnown ? this.#element : null;
    const sourceBefore = keyOf(element);
    if (draft.settings !== '') {
      const values = JSON.parse(draft.settings) as SettingValues;
      host.pluginRuntime.settings.give(this.pluginName, values);
    }
    this.#element = writePlugin(host, element, draft);
    await this.#element.updateComplete;
    await host.displayed;
    await host.restorePlugin(this.pluginName);
    // What is new has been swapped in, and has run.
    const isAsBefore = keyOf(this.#element) === sourceBefore;
    if (isAsBefore && host.session.scope === before) host.session.redisplay();
    await host.displayed;
  }

  /** Starts over: the task as it is in the draft, and the plugin with it. */
  async reload(draft: PluginDraft): Promise<void> {
    this.#task = '';
    await this.run(draft);
  }

  /** Shows the next annotation; makes one where there is no other. */
  async step(): Promise<void> {
    const host = this.#host;
    const {order, selectedId} = host.store.state;
    const next = order[(order.indexOf(selectedId ?? '') + 1) % order.length];
    if (next === undefined || next === selectedId) host.createAnnotation();
    else host.selectAnnotation(next);
    await host.displayed;
  }

  #isGiven(source: PluginSource | null): boolean {
    return source !== null && source.code === this.#givenCode;
  }

  #setTask(text: string): void {
    this.#task = text;
    const value: unknown = text.trim() === '' ? null : JSON.parse(text);
    const [task] = Array.isArray(value) ? (value as unknown[]) : [value];
    this.#host.task = task as Task | null;
  }
}

function keyOf(element: PluginElement | null): string {
  return element?.source ? sourceKey(element.source) : '';
}
