import {Subscription} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {PluginRuntime} from '@ls-annotation/plugins';

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

/** Keeps the last {@link KEPT_LINES} lines that one plugin logged. */
export class ConsoleRecorder {
  readonly #onNews: () => void;
  readonly #entries = new BoundedList<ConsoleEntry>(KEPT_LINES);
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
   * is called.
   */
  watch(
    {logs$, errors$}: Pick<PluginRuntime, 'logs$' | 'errors$'>,
    {nameOf, placeOf}: WatchedPlugin,
  ): Disposer {
    const subscription = new Subscription();
    subscription.add(
      logs$.subscribe((log) => {
        if (log.pluginId !== nameOf()) return;
        this.#add(logEntry(log, this.#next, placeOf));
      }),
    );
    subscription.add(
      errors$.subscribe((error) => {
        if (error.pluginId !== nameOf()) return;
        this.#add(faultEntry(error, this.#next, placeOf));
      }),
    );
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
