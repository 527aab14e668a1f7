import {fitsAddress} from './address-pattern.js';

/** A request that the page made. */
export interface LoggedRequest {
  /** Where to. */
  readonly url: URL;
  /** Method, upper case. */
  readonly method: string;
  /** What for, in Playwright's words: `script`, `fetch`. */
  readonly type: string;
  /** Body as text, `null` without one. */
  readonly body: string | null;
}

/** Keeps the requests of a page. */
export class RequestLog {
  readonly #origin: string;
  readonly #all: LoggedRequest[] = [];
  #start = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Every request to another server, from the beginning. */
  get remote(): readonly LoggedRequest[] {
    return this.#all.filter(({url}) => url.origin !== this.#origin);
  }

  /** Notes a request. */
  note(request: LoggedRequest): void {
    this.#all.push(request);
  }

  /** Has {@link RequestLog.matching} look at what comes from now on. */
  mark(): void {
    this.#start = this.#all.length;
  }

  /** Returns the requests since the mark that fit a pattern. */
  matching(pattern: string): readonly LoggedRequest[] {
    return this.#all
      .slice(this.#start)
      .filter(({url}) => fitsAddress(pattern, url, this.#origin));
  }
}
