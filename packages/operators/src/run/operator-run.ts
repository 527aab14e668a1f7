import {BehaviorSubject, distinctUntilChanged, map} from 'rxjs';
import type {Observable} from 'rxjs';

import {makeId} from '@ls-annotation/core';
import type {LsError} from '@ls-annotation/core';

import type {
  AbortControllerFactory,
  AbortControllerLike,
  OperatorSignal,
} from '../operator/abort-signal.js';
import type {ProposedEdits} from '../edits/proposed-edits.js';
import type {OperatorResult} from '../operator/operator-result.js';
import type {OutputIssue} from '../output/output-issue.js';
import type {ParameterValues} from '../parameters/parameter-values.js';

/**
 * Where a run is. The last four are final; `conflict` means that its edits did
 * not fit any more, and wait in {@link OperatorRunSnapshot.proposal}.
 */
export type OperatorRunState =
  | 'pending'
  | 'queued'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'aborted'
  | 'conflict';

/** How far a run is. */
export interface OperatorProgress {
  /** 0 to 1, or `null` when nobody knows. */
  readonly fraction: number | null;
  /** Words for people; may be empty. */
  readonly text: string;
}

/** One line of a run's log. */
export interface OperatorLogEntry {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** What the operator said. */
  readonly message: string;
}

/** Everything about a run at one moment. */
export interface OperatorRunSnapshot {
  /** Where the run is. */
  readonly state: OperatorRunState;
  /** How far it is. */
  readonly progress: OperatorProgress;
  /** What the operator said, oldest first. */
  readonly log: readonly OperatorLogEntry[];
  /** What came out; `null` until the run is over. */
  readonly result: OperatorResult | null;
  /** Why it failed, when that was not the operator's own answer. */
  readonly error: LsError | null;
  /** How many runs come before it while it is `queued`; else `null`. */
  readonly queuePosition: number | null;
  /**
   * Edits that wait for a person's word: those of a dry run that succeeded,
   * or of a run that ended in `conflict`; else `null`.
   */
  readonly proposal: ProposedEdits | null;
  /** What of the answer could not be read; such outputs are left out. */
  readonly outputIssues: readonly OutputIssue[];
  /** When `execute` was called, milliseconds since 1970, or `null`. */
  readonly startedAtMs: number | null;
  /** When it was over, milliseconds since 1970, or `null`. */
  readonly endedAtMs: number | null;
}

/** What a run is made from. */
export interface OperatorRunOptions {
  /** Name of the operator. */
  readonly operatorName: string;
  /** The values as they may be shown: without what is secret. */
  readonly parameters: ParameterValues;
  /** True for a dry run. */
  readonly isPreview: boolean;
  /** Makes the controller behind `signal`. */
  readonly createAbortController: AbortControllerFactory;
  /** Returns the time, milliseconds since 1970. */
  readonly now: () => number;
}

/** How a run ends. */
export interface OperatorRunEnd {
  /** What came out. */
  readonly result: OperatorResult;
  /** Why it failed, when that was not the operator's own answer. */
  readonly error?: LsError;
  /** What waits for a person's word. */
  readonly proposal?: ProposedEdits;
  /** What of the answer could not be read. */
  readonly outputIssues?: readonly OutputIssue[];
}

/** How many lines of a log are kept: the last ones. */
const MAX_LOG_LINES = 1000;

const START: OperatorRunSnapshot = {
  state: 'pending',
  progress: {fraction: null, text: ''},
  log: [],
  result: null,
  error: null,
  queuePosition: null,
  proposal: null,
  outputIssues: [],
  startedAtMs: null,
  endedAtMs: null,
};

/**
 * One run of an operator: where it is, and the way to stop it.
 *
 * Can be awaited, which is the same as awaiting {@link done}. Neither ever
 * rejects: a failure is a result with `success: false`, and what was thrown is
 * in {@link error}, an `LsError` that names the operator.
 *
 * What an operator says after its run is over is not heard.
 */
export class OperatorRun implements PromiseLike<OperatorResult> {
  /** Unique. */
  readonly id = makeId();
  /** Name of the operator. */
  readonly operatorName: string;
  /** True for a dry run: its edits are proposed, not made. */
  readonly isPreview: boolean;
  /** Settles when the run is over. Never rejects. */
  readonly done: Promise<OperatorResult>;
  /** The run as it is, then each change; completes when it is over. */
  readonly changes$: Observable<OperatorRunSnapshot>;
  /** The state as it is, then each change; completes when it is over. */
  readonly state$: Observable<OperatorRunState>;

  readonly #snapshot = new BehaviorSubject<OperatorRunSnapshot>(START);
  readonly #controller: AbortControllerLike;
  readonly #now: () => number;
  #parameters: ParameterValues;
  #isCommitting = false;
  #settle!: (result: OperatorResult) => void;

  /** Runs are made by `OperatorRegistry.run`. */
  constructor(options: OperatorRunOptions) {
    this.operatorName = options.operatorName;
    this.isPreview = options.isPreview;
    this.#parameters = options.parameters;
    this.#controller = options.createAbortController();
    this.#now = options.now;
    this.done = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.changes$ = this.#snapshot.asObservable();
    this.state$ = this.changes$.pipe(
      map(({state}) => state),
      distinctUntilChanged(),
    );
  }

  /**
   * The values it was asked for, without what is secret and without files: as
   * they may be shown, remembered and logged.
   */
  get parameters(): ParameterValues {
    return this.#parameters;
  }

  /** Everything about the run at this moment. */
  get snapshot(): OperatorRunSnapshot {
    return this.#snapshot.value;
  }

  /** Where the run is. */
  get state(): OperatorRunState {
    return this.snapshot.state;
  }

  /** How far the run is. */
  get progress(): OperatorProgress {
    return this.snapshot.progress;
  }

  /** What the operator said, oldest first. */
  get log(): readonly OperatorLogEntry[] {
    return this.snapshot.log;
  }

  /** What came out; `null` until the run is over. */
  get result(): OperatorResult | null {
    return this.snapshot.result;
  }

  /** Why it failed, when that was not the operator's own answer. */
  get error(): LsError | null {
    return this.snapshot.error;
  }

  /** How many runs come before it while it is queued; else `null`. */
  get queuePosition(): number | null {
    return this.snapshot.queuePosition;
  }

  /** Edits that wait for a person's word, or `null`. */
  get proposal(): ProposedEdits | null {
    return this.snapshot.proposal;
  }

  /** True when the run is over, however it ended. */
  get isOver(): boolean {
    return this.snapshot.endedAtMs !== null;
  }

  /** Milliseconds since `execute` was called, until the end. */
  get elapsedMs(): number {
    const {startedAtMs, endedAtMs} = this.snapshot;
    return startedAtMs === null ? 0 : (endedAtMs ?? this.#now()) - startedAtMs;
  }

  /** What the operator gets to know of an abort by. */
  get signal(): OperatorSignal {
    return this.#controller.signal;
  }

  /**
   * Stops the run: it is over at once, and nothing it does from then on has an
   * effect on the annotation. Does nothing when it is over already, and while
   * its edits are made, which cannot be interrupted.
   *
   * @param reason - words for people.
   */
  abort(reason = 'Cancelled.'): void {
    if (this.isOver || this.#isCommitting) return;
    this.#end('aborted', {result: {success: false, message: reason}});
    this.#controller.abort(new Error(reason));
  }

  /** Makes a run awaitable, see {@link done}. */
  then<A = OperatorResult, B = never>(
    onFulfilled?: ((result: OperatorResult) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.done.then(onFulfilled, onRejected);
  }

  /** @internal Says that `execute` is called now. */
  start(): void {
    if (this.isOver) return;
    this.#change({
      state: 'running',
      queuePosition: null,
      startedAtMs: this.#now(),
    });
  }

  /** @internal Says how many runs come before it; `null` for its turn. */
  queue(queuePosition: number | null): void {
    if (this.isOver || queuePosition === this.queuePosition) return;
    const state = queuePosition === null ? 'pending' : 'queued';
    this.#change({state, queuePosition});
  }

  /** @internal Says which values may be shown, once more is known of them. */
  describe(parameters: ParameterValues): void {
    if (!this.isOver) this.#parameters = parameters;
  }

  /** @internal Stops it as {@link abort} does, for a reason that is an error. */
  fail(error: LsError): void {
    if (this.isOver || this.#isCommitting) return;
    const result = {success: false, message: error.message};
    this.#end('failed', {result, error});
    this.#controller.abort(error);
  }

  /**
   * @internal Makes its edits and ends it in one go, so that no abort comes
   * between. What `work` throws goes on, and the run is not over.
   */
  commit(work: () => OperatorRunEnd): void {
    if (this.isOver) return;
    this.#isCommitting = true;
    try {
      this.end(work());
    } finally {
      this.#isCommitting = false;
    }
  }

  /** @internal What operators call as `progress`. */
  report(fraction: number | null, text?: string): void {
    if (this.isOver) return;
    const progress = {
      fraction: toFraction(fraction),
      text: text ?? this.progress.text,
    };
    this.#change({progress});
  }

  /** @internal What operators call as `log`. */
  write(message: string): void {
    if (this.isOver) return;
    const entry = {atMs: this.#now(), message};
    this.#change({log: [...this.log.slice(1 - MAX_LOG_LINES), entry]});
  }

  /** @internal Ends the run; does nothing when it is over already. */
  end(end: OperatorRunEnd): void {
    if (this.isOver) return;
    const {result, proposal} = end;
    const isConflict = !result.success && proposal !== undefined;
    if (isConflict) this.#end('conflict', end);
    else this.#end(result.success ? 'succeeded' : 'failed', end);
  }

  #end(state: OperatorRunState, end: OperatorRunEnd): void {
    const {result, error = null, proposal = null, outputIssues = []} = end;
    this.#change({
      state,
      result,
      error,
      proposal,
      outputIssues,
      queuePosition: null,
      endedAtMs: this.#now(),
    });
    this.#snapshot.complete();
    this.#settle(result);
  }

  #change(change: Partial<OperatorRunSnapshot>): void {
    this.#snapshot.next(Object.freeze({...this.snapshot, ...change}));
  }
}

function toFraction(fraction: number | null): number | null {
  if (fraction === null || !Number.isFinite(fraction)) return null;
  return Math.min(1, Math.max(0, fraction));
}
