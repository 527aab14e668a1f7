import type {OperatorCatalog} from '../catalog/operator-catalog.js';
import type {RunEngine} from '../runs/run-engine.js';

import type {RunAudience} from './run-audience.js';
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
  readonly audience: RunAudience;
}
