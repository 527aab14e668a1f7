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
}
