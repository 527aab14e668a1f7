import type {AnnotationHostElement} from '@ls-annotation/elements';

import {play} from './play.js';
import type {SessionRecording} from './session-recording.js';
import {SessionReplay} from './session-replay.js';
import type {ReplayOutcome} from './session-replay.js';

/** Where a replay has got to. */
export type ReplayStatus = 'running' | 'waiting' | 'done' | 'stopped';

/** How a replay is to be. */
export interface ReplayRunOptions {
  /** How many times as fast as recorded; 0 for one step at a time. */
  readonly speed: number;
  /** See `ReplayOptions.arePluginsAnew`. */
  readonly arePluginsAnew: boolean;
  /** Called when anything is different, often. */
  readonly onNews: () => void;
}

/** A replay that somebody has started, and may step on or stop. */
export class ReplayRun {
  readonly #abort = new AbortController();
  readonly #options: ReplayRunOptions;
  readonly #replay: SessionReplay;
  #status: ReplayStatus = 'running';
  #outcome: ReplayOutcome | null = null;

  constructor(
    host: AnnotationHostElement,
    recording: SessionRecording,
    options: ReplayRunOptions,
  ) {
    const {arePluginsAnew} = options;
    const {signal} = this.#abort;
    this.#options = options;
    this.#replay = new SessionReplay(host, recording, {arePluginsAnew, signal});
  }

  /** Where it has got to; `waiting` is for the next step. */
  get status(): ReplayStatus {
    return this.#status;
  }

  /** Number of entries that have happened. */
  get position(): number {
    return this.#replay.position;
  }

  /** How it has ended, `null` before, and when it was stopped. */
  get outcome(): ReplayOutcome | null {
    return this.#outcome;
  }

  /** Begins; settles when it has ended or waits for a step. */
  async start(): Promise<void> {
    await this.#work(async () => {
      await this.#replay.begin();
      if (this.#options.speed > 0) await this.#play(this.#options.speed);
    });
  }

  /** Has the next entry happen. */
  async step(): Promise<void> {
    if (this.#status !== 'waiting') return;
    await this.#work(() => this.#replay.step());
  }

  /** Has all that is left happen at once. */
  async rush(): Promise<void> {
    if (this.#status === 'waiting')
      await this.#work(() => this.#play(Infinity));
  }

  /** Ends it where it is. */
  stop(): void {
    if (this.#status !== 'running' && this.#status !== 'waiting') return;
    this.#abort.abort();
    this.#replay.close();
    this.#setStatus('stopped');
  }

  /** Puts what was there before in the place of what was replayed. */
  async putBack(): Promise<void> {
    this.stop();
    await this.#replay.putBack();
  }

  async #play(speed: number): Promise<void> {
    const {onNews} = this.#options;
    const {signal} = this.#abort;
    await play(this.#replay, {speed, onProgress: onNews, signal});
  }

  async #work(work: () => Promise<void>): Promise<void> {
    const {signal} = this.#abort;
    this.#setStatus('running');
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      this.stop();
      throw error;
    }
    if (signal.aborted) return;
    if (this.#replay.next) {
      this.#setStatus('waiting');
    } else {
      this.#outcome = this.#replay.finish();
      this.#setStatus('done');
    }
  }

  #setStatus(status: ReplayStatus): void {
    this.#status = status;
    this.#options.onNews();
  }
}
