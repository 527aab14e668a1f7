import type {ServerOperator} from '../catalog/operator-catalog.js';
import type {RunLimits} from '../runs/run-limits.js';

/** What a collection is, as far as operators need to know. */
export interface CollectionInfo {
  /** What operators can be applied to in it, in LightlyStudio's words. */
  readonly scopes: readonly string[];
}

/** What a server of operators can be given. */
export interface OperatorServerOptions extends Partial<RunLimits> {
  /** The operators, in the order in which they are listed. */
  readonly operators: readonly ServerOperator[];
  /**
   * Pages that may use the server: origins such as `https://example.org`, or
   * `*` for every page. A request from another page is refused.
   * @defaultValue pages of this machine: `localhost`, `127.0.0.1`, `[::1]`
   */
  readonly origins?: readonly string[];
  /**
   * Asked for as `Authorization: Bearer …` with every request for operators.
   * @defaultValue none is asked for
   */
  readonly tokens?: readonly string[];
  /**
   * Largest body of a request, bytes.
   * @defaultValue 1 MiB
   */
  readonly bodyLimit?: number;
  /**
   * How long a request may take to arrive, milliseconds.
   * @defaultValue 30 000
   */
  readonly requestTimeoutMs?: number;
  /**
   * How long a stream of events may be silent, milliseconds.
   * @defaultValue 15 000
   */
  readonly heartbeatMs?: number;
  /**
   * Looks a collection up; `null` when there is none. LightlyStudio has
   * collections of its own; here every id is taken, and fits every scope,
   * unless this says otherwise.
   */
  readonly findCollection?: (
    id: string,
  ) => CollectionInfo | null | Promise<CollectionInfo | null>;
  /**
   * Address of Redis, `redis://host:port`: runs become jobs for workers on any
   * number of machines.
   * @defaultValue none: runs are made in this process
   */
  readonly redis?: string;
  /**
   * What the names of keys in Redis begin with.
   * @defaultValue `ls-operators`
   */
  readonly redisPrefix?: string;
  /**
   * Whether this process works, too, when there is Redis.
   * @defaultValue `true`
   */
  readonly isWorker?: boolean;
  /**
   * After how long without a sign of life a worker counts as dead,
   * milliseconds.
   * @defaultValue 30 000
   */
  readonly lostAfterMs?: number;
  /**
   * Whether to log requests and failures, as JSON lines on the standard output.
   * Neither values of parameters nor tokens are logged.
   * @defaultValue `false`
   */
  readonly isLogging?: boolean;
}
