import type {AnnotationScope} from '@ls-annotation/lsi';

import {ServiceBoard} from '../services/service-board.js';

import type {PluginEntry} from './plugin-entry.js';

/** What a runtime knows of one display. */
export class DisplayState {
  /** Services that plugins provide to each other. */
  readonly services = new ServiceBoard();
  /** Plugins that were started, whatever came of it. */
  readonly begun = new Set<PluginEntry>();
  /** Plugins that wait for something to happen. */
  readonly waiting = new Set<PluginEntry>();
  /** True once the plugins of the display were to start. */
  hasRun = false;
  /** Resolves when the display closes. */
  readonly closed: Promise<void>;

  constructor(scope: AnnotationScope) {
    this.closed = new Promise((resolve) => {
      scope.add(resolve);
    });
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
