import type {AnnotationScope} from '@ls-annotation/lsi';

import {ServiceBoard} from '../services/service-board.js';

import type {PluginEntry} from './plugin-entry.js';
import {PluginStart} from './plugin-start.js';

/** What a runtime knows of one display. */
export class DisplayState {
  readonly #starts = new Map<PluginEntry, PluginStart>();
  /** Services that plugins provide to each other. */
  readonly services = new ServiceBoard();
  /** Plugins that wait for something to happen. */
  readonly waiting = new Set<PluginEntry>();
  /** True once the plugins of the display were to start. */
  hasRun = false;
  /** True once errors that nobody catches are looked at. */
  isWatched = false;
  /** Resolves when the display closes. */
  readonly closed: Promise<void>;

  constructor(scope: AnnotationScope) {
    this.closed = new Promise((resolve) => {
      scope.add(() => {
        this.endAll();
        resolve();
      });
    });
  }

  /** Plugins that were started, whatever came of it, and have not ended. */
  get begun(): readonly PluginEntry[] {
    return [...this.#starts.keys()];
  }

  /** Returns whether a plugin was started and has not ended. */
  has(entry: PluginEntry): boolean {
    return this.#starts.has(entry);
  }

  /** Notes that a plugin starts; what is left of an earlier start ends. */
  begin(entry: PluginEntry): PluginStart {
    this.#starts.get(entry)?.end();
    const start = new PluginStart();
    this.#starts.set(entry, start);
    this.services.begin(entry.id);
    return start;
  }

  /** Notes that a plugin ends, whether it has started, starts or waits. */
  end(entry: PluginEntry): void {
    if (this.waiting.delete(entry)) entry.stopWaiting();
    const start = this.#starts.get(entry);
    if (!start) return;
    this.#starts.delete(entry);
    start.end();
    this.services.end(entry.id);
  }

  /** Notes that nothing is to start any more. */
  endAll(): void {
    for (const start of this.#starts.values()) start.end();
  }
}

/** What a runtime knows of its displays. */
export class DisplayStates {
  readonly #states = new WeakMap<AnnotationScope, DisplayState>();

  /** Returns what it knows of one; the same for the same display. */
  of(scope: AnnotationScope): DisplayState {
    const known = this.#states.get(scope);
    if (known) return known;
    const state = new DisplayState(scope);
    this.#states.set(scope, state);
    return state;
  }
}
