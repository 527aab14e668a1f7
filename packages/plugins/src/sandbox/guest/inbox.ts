import type {StatePatch} from '@ls-annotation/core';

import type {HostMessage} from '../protocol.js';

/** Hears of what the host says, in order. */
export type Receive = (message: Exclude<HostMessage, {type: 'packed'}>) => void;

/**
 * Hands on what the host says in the order in which it was said: what comes
 * after packed patches waits until they have been read. Only questions for
 * signs of life do not wait.
 */
export class Inbox {
  readonly #receive: Receive;
  readonly #onFailure: (error: unknown) => void;
  readonly #waiting: HostMessage[] = [];
  #reading: Promise<void> | null = null;

  /** @param onFailure - hears of what `receive` throws. */
  constructor(receive: Receive, onFailure: (error: unknown) => void) {
    this.#receive = receive;
    this.#onFailure = onFailure;
  }

  /** Takes what the host says. */
  push(message: HostMessage): void {
    if (this.#reading && message.type !== 'ping') this.#waiting.push(message);
    else this.#deliver(message);
  }

  /** Resolves when everything so far has been handed on. */
  async whenIdle(): Promise<void> {
    while (this.#reading) await this.#reading;
  }

  #deliver(message: HostMessage): void {
    if (message.type === 'packed') this.#reading = this.#read(message);
    else this.#handOn(message);
  }

  async #read({
    bytes,
    ...message
  }: Extract<HostMessage, {type: 'packed'}>): Promise<void> {
    const patches = JSON.parse(await bytes.text()) as readonly StatePatch[];
    this.#reading = null;
    this.#handOn({...message, type: 'patches', patches});
    this.#goOn();
  }

  #goOn(): void {
    let next: HostMessage | undefined;
    while (!this.#reading && (next = this.#waiting.shift())) {
      this.#deliver(next);
    }
  }

  /** What fails keeps nothing after it from being heard. */
  #handOn(message: Parameters<Receive>[0]): void {
    try {
      this.#receive(message);
    } catch (error) {
      this.#onFailure(error);
    }
  }
}
