import type {Disposer} from '@ls-annotation/core';

/** How often a guest is asked for a sign of life, milliseconds. */
export const BEAT_MS = 500;

/** What a {@link Heartbeat} works with. */
export interface HeartbeatOptions {
  /** Asks the guest. */
  readonly ping: (count: number) => void;
  /** How long it may be silent, milliseconds. */
  readonly deadlineMs: number;
  /** Called once, when it was silent for longer. */
  readonly onSilence: () => void;
}

/**
 * Notices a guest that does not answer any more.
 *
 * Counts beats of its own and not time: when the page itself was held up, or
 * the computer asleep, the guest has had no chance to answer either.
 */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #sent = 0;
  #answered = 0;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** Beats until the disposer is called. */
  start(): Disposer {
    const timer = setInterval(() => {
      this.#beat();
    }, BEAT_MS);
    return () => {
      clearInterval(timer);
    };
  }

  /** Takes a sign of life. */
  answer(count: number): void {
    if (count <= this.#sent) this.#answered = Math.max(this.#answered, count);
  }

  #beat(): void {
    const {deadlineMs, ping, onSilence} = this.#options;
    const silentMs = (this.#sent - this.#answered) * BEAT_MS;
    if (silentMs >= deadlineMs) {
      onSilence();
      return;
    }
    this.#sent += 1;
    ping(this.#sent);
  }
}
