import type {
  LabelingConfigError,
  SourceError,
  SourceKind,
  TaskError,
} from '../errors.js';
import {HostError} from '../errors.js';

import {fetchText} from './fetch-text.js';

/** What an {@link Input} can fail with. */
export type InputError =
  LabelingConfigError | HostError | SourceError | TaskError;

/** What there is of a config or a task at one moment. */
export type InputState<T> =
  | {readonly status: 'absent'}
  | {readonly status: 'loading'}
  | {readonly status: 'ready'; readonly value: T}
  | {readonly status: 'failed'; readonly error: InputError};

/** How an {@link Input} works. */
export interface InputOptions<T> {
  /** What it is, for messages. */
  readonly kind: SourceKind;
  /** Reads text; throws a typed error. */
  readonly read: (text: string) => T;
  /** Called after every change of the state. */
  readonly onChange: () => void;
}

/**
 * A config or a task, wherever it comes from: a property, an address, or a
 * child of the host. The property and the address go before the child; of the
 * two, whichever was set last.
 */
export class Input<T> {
  readonly #options: InputOptions<T>;
  #inline = '';
  #url = '';
  #isGiven = false;
  #state: InputState<T> = {status: 'absent'};
  #fetching: AbortController | null = null;
  #settled: Promise<void> = Promise.resolve();

  constructor(options: InputOptions<T>) {
    this.#options = options;
  }

  /** What there is. */
  get state(): InputState<T> {
    return this.#state;
  }

  /** Settles when nothing is being fetched any more. Never rejects. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Takes a value from the page. */
  give(value: T): void {
    this.#stop();
    this.#isGiven = true;
    this.#set({status: 'ready', value});
  }

  /** Takes a problem in the place of a value from the page. */
  fail(error: InputError): void {
    this.#stop();
    this.#isGiven = true;
    this.#set({status: 'failed', error});
  }

  /** Forgets the page's value: the child counts again. */
  withdraw(): void {
    this.#isGiven = false;
    if (!this.#url) this.#readInline();
  }

  /** Fetches from an address; `''` for none. */
  point(url: string): void {
    if (url === this.#url) return;
    this.#stop();
    this.#url = url;
    if (url) this.#settled = this.#fetch(url);
    else if (!this.#isGiven) this.#readInline();
  }

  /** Takes the text of the host's child; `''` for none. */
  setInline(text: string): void {
    if (text === this.#inline) return;
    this.#inline = text;
    if (!this.#isGiven && !this.#url) this.#readInline();
  }

  /** Fetches again what a removal from the page interrupted. */
  resume(): void {
    const isInterrupted = this.#state.status === 'loading' && !this.#fetching;
    if (isInterrupted && this.#url) this.#settled = this.#fetch(this.#url);
  }

  /** Stops fetching until {@link resume}. */
  pause(): void {
    this.#stop();
  }

  async #fetch(url: string): Promise<void> {
    const fetching = new AbortController();
    this.#fetching = fetching;
    this.#isGiven = false;
    this.#set({status: 'loading'});
    const {kind, read} = this.#options;
    try {
      const text = await fetchText(kind, url, fetching.signal);
      if (fetching.signal.aborted) return;
      this.#fetching = null;
      this.#set({status: 'ready', value: read(text)});
    } catch (error) {
      if (fetching.signal.aborted) return;
      this.#fetching = null;
      this.#set({status: 'failed', error: toInputError(error)});
    }
  }

  #readInline(): void {
    if (!this.#inline) {
      this.#set({status: 'absent'});
      return;
    }
    try {
      const value = this.#options.read(this.#inline);
      this.#set({status: 'ready', value});
    } catch (error) {
      this.#set({status: 'failed', error: toInputError(error)});
    }
  }

  #stop(): void {
    this.#fetching?.abort();
    this.#fetching = null;
  }

  #set(state: InputState<T>): void {
    this.#state = state;
    this.#options.onChange();
  }
}

function toInputError(error: unknown): InputError {
  return error instanceof Error && 'code' in error
    ? (error as InputError)
    : new HostError(error);
}
