import type {OperatorCatalog} from '../catalog/operator-catalog.js';
import type {RunEngine} from '../runs/run-engine.js';

import type {EventStream} from './event-stream.js';
import type {OperatorServerOptions} from './server-options.js';

/** What the routes of a server work with. */
export interface ServerContext {
  /** Its operators. */
  readonly catalog: OperatorCatalog;
  /** Its runs. */
  readonly engine: RunEngine;
  /** What it was given. */
  readonly options: OperatorServerOptions;
  /** Those who listen to runs. */
  readonly streams: Set<EventStream>;
  /** Runs that were made, and that nobody has come to listen to yet. */
  readonly unheard: Set<string>;
}
