/** How much a server takes on. */
export interface RunLimits {
  /** Runs under way at once in one process. */
  readonly concurrency: number;
  /** Runs that may wait; more are answered 503. */
  readonly maxQueued: number;
  /** Runs of one caller, waiting or under way; more are answered 429. */
  readonly maxRunsPerClient: number;
  /** How long a run may take, milliseconds; `null` for ever. */
  readonly runTimeoutMs: number | null;
  /** How long runs may go on when the server shuts down, milliseconds. */
  readonly shutdownMs: number;
  /** Runs that are over and still told of. */
  readonly maxHistory: number;
  /** Lines of a run's log that are kept. */
  readonly maxLogLines: number;
  /** Progress of a run is told at most once in this time, milliseconds. */
  readonly progressIntervalMs: number;
}

/** What a server takes on when nothing else is said. */
export const DEFAULT_RUN_LIMITS: RunLimits = {
  concurrency: 256,
  maxQueued: 1000,
  maxRunsPerClient: 500,
  runTimeoutMs: 3_600_000,
  shutdownMs: 10_000,
  maxHistory: 200,
  maxLogLines: 500,
  progressIntervalMs: 50,
};
