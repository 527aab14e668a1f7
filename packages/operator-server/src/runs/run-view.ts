import type {OperatorResult} from '@ls-annotation/operators';

/** Where a run is. The last three are final. */
export type RunState =
  'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** Why a run failed, when that was not the operator's own answer. */
export interface RunError {
  /**
   * `input`: what it was given. `crash`: anything else it threw. `answer`: it
   * answered no result. `timeout`, `cancelled`, `shutdown`: it was ended.
   * `lost`: the process that ran it died.
   */
  readonly kind:
    | 'input'
    | 'crash'
    | 'answer'
    | 'timeout'
    | 'cancelled'
    | 'shutdown'
    | 'lost';
  /** Words for people. */
  readonly message: string;
}

/** How a run ended. */
export interface RunEnd {
  /** One of the final states. */
  readonly state: 'succeeded' | 'failed' | 'cancelled';
  /** What the operator answered, or `null`. */
  readonly result: OperatorResult | null;
  /** Why it failed, when that was not the operator's own answer. */
  readonly error: RunError | null;
}

/** A run as it is told. It holds no values of parameters. */
export interface RunView {
  /** Unique. */
  readonly run_id: string;
  /** Id of its operator. */
  readonly operator_id: string;
  /** Name of its operator. */
  readonly operator_name: string;
  /** Where it is. */
  readonly state: RunState;
  /** How far it is. */
  readonly progress: {readonly fraction: number | null; readonly text: string};
  /** What the operator answered, or `null`. */
  readonly result: OperatorResult | null;
  /** Why it failed, when that was not the operator's own answer. */
  readonly error: RunError | null;
  /** How often it was begun: more than once when its worker died. */
  readonly attempt: number;
  /** ISO 8601. */
  readonly created_at: string;
  /** ISO 8601, or `null`. */
  readonly started_at: string | null;
  /** ISO 8601, or `null`. */
  readonly ended_at: string | null;
}

/** Something that happened in a run. */
export interface RunEvent {
  /** Grows from event to event of a run. */
  readonly id: string;
  /** What it is about. `end` is the last one. */
  readonly type: 'state' | 'progress' | 'log' | 'end';
  /** JSON. */
  readonly data: unknown;
}

/** Tells whether a run is over. */
export function isOver({state}: Pick<RunView, 'state'>): boolean {
  return state !== 'queued' && state !== 'running';
}
