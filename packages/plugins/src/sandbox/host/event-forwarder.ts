import type {AnnotationScope, FrontendEventArguments} from '@ls-annotation/lsi';

import {PluginTimeoutError} from '../../errors.js';
import {encodeValue} from '../encode-value.js';
import type {EncodedValue} from '../encode-value.js';
import type {FailureData, GuestMessage} from '../protocol.js';
import {referTo} from '../references.js';

/** The event whose handlers may refuse. */
const VETO = 'beforeSaveAnnotation';

/** What an {@link EventForwarder} works with. */
export interface EventForwarderOptions {
  /** Name of the plugin, under which handlers are registered. */
  readonly pluginId: string;
  /** The display. */
  readonly scope: AnnotationScope;
  /** The root store, which guests see as theirs. */
  readonly root: object;
  /** True when the guest's answer to `beforeSaveAnnotation` counts. */
  readonly mayVeto: boolean;
  /** How long that answer may take, milliseconds. */
  readonly deadlineMs: number;
  /** Returns an error of the guest as one of the host. */
  readonly errorOf: (failure: FailureData) => Error;
  /** Sends an event to the guest. */
  readonly send: (
    name: string,
    args: readonly EncodedValue[],
    call: number | null,
  ) => void;
}

interface Call {
  resolve(value: unknown): void;
  reject(error: Error): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Sends the events that a guest listens to, and waits for its answer where
 * the answer counts.
 *
 * Nothing else waits: a guest cannot hold up a save that it may not refuse.
 */
export class EventForwarder {
  readonly #options: EventForwarderOptions;
  readonly #names = new Set<string>();
  readonly #calls = new Map<number, Call>();
  #count = 0;
  #isSilent = false;

  constructor(options: EventForwarderOptions) {
    this.#options = options;
  }

  /** Sends an event from now on, until the display closes. */
  subscribe(name: string): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    const {scope, pluginId} = this.#options;
    scope.events.addHandler<string>(
      name,
      (...args: FrontendEventArguments<string>) => this.#forward(name, args),
      {owner: pluginId},
    );
  }

  /** Does `work` without telling the guest of the events it causes. */
  silently(work: () => void): void {
    this.#isSilent = true;
    try {
      work();
    } finally {
      this.#isSilent = false;
    }
  }

  /** Takes the guest's answer; one that nobody waits for means nothing. */
  settle({
    call,
    verdict,
    failure,
  }: Extract<GuestMessage, {type: 'verdict'}>): void {
    const waiting = this.#take(call);
    if (!waiting) return;
    if (verdict === 'fail') {
      waiting.reject(
        failure
          ? this.#options.errorOf(failure)
          : new Error('A handler failed.'),
      );
    } else waiting.resolve(verdict === 'refuse' ? false : undefined);
  }

  /** Has everyone who waits go on with an error. */
  close(error: Error): void {
    for (const call of [...this.#calls.keys()]) this.#take(call)?.reject(error);
  }

  #forward(name: string, args: readonly unknown[]): unknown {
    if (this.#isSilent) return undefined;
    const {send, mayVeto, deadlineMs, root} = this.#options;
    const encoded = args.map((value) =>
      encodeValue(value, (object) => referTo(object, root)),
    );
    if (name !== VETO || !mayVeto) {
      // A region that is made within a transaction is on its way after it.
      if (name === 'entityCreate') {
        queueMicrotask(() => {
          send(name, encoded, null);
        });
      } else send(name, encoded, null);
      return undefined;
    }
    this.#count += 1;
    const call = this.#count;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#take(call)?.reject(new PluginTimeoutError(deadlineMs));
      }, deadlineMs);
      this.#calls.set(call, {resolve, reject, timer});
      send(name, encoded, call);
    });
  }

  #take(call: number): Call | undefined {
    const waiting = this.#calls.get(call);
    this.#calls.delete(call);
    if (waiting) clearTimeout(waiting.timer);
    return waiting;
  }
}
