import {Subscription} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {PluginError, PluginRuntime} from '@ls-annotation/plugins';

import {BoundedList} from '../shared/bounded-list.js';
import type {PlaceOf} from '../shared/place-of.js';

import {faultEntry, isRepeated, logEntry} from './console-entry.js';
import type {ConsoleEntry} from './console-entry.js';

/** Lines that are kept at least. */
export const KEPT_LINES = 5000;

/** The plugin that is recorded, as it is at that moment. */
export interface WatchedPlugin {
  /** Returns its name. */
  readonly nameOf: () => string;
  /** Returns where in the author's text a place of what ran is. */
  readonly placeOf: PlaceOf;
}

/** What is recorded of a runtime. */
export type WatchedRuntime = Pick<
  PluginRuntime,
  'logs$' | 'errors$' | 'failures'
>;

/** Keeps the last {@link KEPT_LINES} lines that one plugin logged. */
export class ConsoleRecorder {
  readonly #onNews: () => void;
  readonly #entries = new BoundedList<ConsoleEntry>(KEPT_LINES);
  readonly #noted = new WeakSet<PluginError>();
  #count = 0;

  /** @param onNews - called for each line, while the plugin runs. */
  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  /** The lines, the oldest first. */
  get entries(): readonly ConsoleEntry[] {
    return this.#entries.items;
  }

  /**
   * Records what a plugin logs and what is reported of it, until the disposer
   * is called; and what was reported before, as far as it is new.
   */
  watch(
    {logs$, errors$, failures}: WatchedRuntime,
    {nameOf, placeOf}: WatchedPlugin,
  ): Disposer {
    const note = (error: PluginError): void => {
      if (error.pluginId !== nameOf() || this.#noted.has(error)) return;
      this.#noted.add(error);
      this.#add(faultEntry(error, this.#next, placeOf));
    };
    failures.forEach(note);
    const subscription = new Subscription();
    subscription.add(
      logs$.subscribe((log) => {
        if (log.pluginId !== nameOf()) return;
        this.#add(logEntry(log, this.#next, placeOf));
      }),
    );
    subscription.add(errors$.subscribe(note));
    return () => {
      subscription.unsubscribe();
    };
  }

  /** Forgets all lines. */
  clear(): void {
    this.#entries.clear();
    this.#onNews();
  }

  get #next(): number {
    return this.#count + 1;
  }

  #add(entry: ConsoleEntry): void {
    const {last} = this.#entries;
    if (last && isRepeated(entry, last)) last.count += 1;
    else {
      this.#count += 1;
      this.#entries.push(entry);
    }
    this.#onNews();
  }
}
