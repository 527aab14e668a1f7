import {fromFailureData} from '../failure-data.js';
import type {GuestMessage, HostMessage, RequestAction} from '../protocol.js';

interface Waiting {
  resolve(value: boolean): void;
  reject(error: Error): void;
}

/** What a guest has asked the host to do and hears about later. */
export class Requests {
  readonly #send: (message: GuestMessage) => void;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  constructor(send: (message: GuestMessage) => void) {
    this.#send = send;
  }

  /** Asks; resolves with whether it was done. */
  ask(action: RequestAction): Promise<boolean> {
    this.#count += 1;
    const request = this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(request, {resolve, reject});
      this.#send({type: 'request', request, action});
    });
  }

  /** Takes the host's answer. */
  settle({
    request,
    value,
    failure,
  }: Extract<HostMessage, {type: 'answer'}>): void {
    const waiting = this.#waiting.get(request);
    this.#waiting.delete(request);
    if (failure) waiting?.reject(fromFailureData(failure));
    else waiting?.resolve(value);
  }
}
