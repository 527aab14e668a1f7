import type {Disposer} from '@ls-annotation/core';

import {replaceConsole} from '../../console/replace-console.js';
import type {LogLevel} from '../../console/log-level.js';
import type {Reference} from '../encode-value.js';
import {RateLimit} from '../rate-limit.js';
import {encodeLog} from '../log-value.js';
import type {GuestMessage} from '../protocol.js';

/** Lines in one second that are told; what is more is counted. */
const MAX_LINES = 500;

const MAX_STACK = 8000;

/** Tells the host what the plugin logs, while the host listens. */
export class GuestConsole {
  readonly #send: (message: GuestMessage) => void;
  readonly #refer: (value: object) => Reference | null;
  readonly #lines = new RateLimit(MAX_LINES, 1000);
  #restore: Disposer | null = null;
  #missed = 0;

  constructor(
    send: (message: GuestMessage) => void,
    refer: (value: object) => Reference | null,
  ) {
    this.#send = send;
    this.#refer = refer;
  }

  /** Begins or ceases to tell. */
  watch(isWatched: boolean): void {
    if (isWatched) this.#restore ??= replaceConsole(this.#onWrite);
    else {
      this.#restore?.();
      this.#restore = null;
    }
  }

  readonly #onWrite = (level: LogLevel, args: readonly unknown[]): void => {
    if (!this.#lines.take()) {
      this.#missed += 1;
      return;
    }
    const stack = (new Error().stack ?? '').slice(0, MAX_STACK);
    const missed = this.#missed;
    this.#missed = 0;
    const values = encodeLog(args, this.#refer);
    this.#send({type: 'log', level, args: values, stack, missed});
  };
}
