import type {Holding} from '../holding.js';
import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';

import {noteAnswer, patchBodies} from './bodies.js';

/** Requests that change nothing on a server, so that they may be broken off. */
const READING = /^(?:GET|HEAD|OPTIONS)$/i;

/**
 * Notes the requests of plugins.
 *
 * When a display closes, requests that read are aborted. One that writes is
 * let through, since nobody could tell whether it arrived; either way its
 * answer no longer reaches the plugin.
 */
export function patchRequests(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  patchFetch(patches, ownership);
  patchBodies(patches, ownership);
  patchXhr(patches, ownership);
}

function patchFetch(patches: NativePatches, ownership: PageOwnership): void {
  patches.method(globalThis, 'fetch', (native) => ({
    call(...args: unknown[]): unknown {
      const tenancy = ownership.tenant();
      if (!tenancy) return Reflect.apply(native, globalThis, args);
      const [input, init] = args as [RequestInfo | URL, RequestInit?];
      const {method, url, signal} = readRequest(input, init);
      const what = `${method} ${url}`;
      if (!tenancy.mayTake('request')) {
        tenancy.refuse('request', what);
        return new Promise(() => undefined);
      }
      const abort = new AbortController();
      const aborts = [abort.signal, ...(signal ? [signal] : [])];
      const asked = Reflect.apply(native, globalThis, [
        input,
        {...init, signal: AbortSignal.any(aborts)},
      ]) as Promise<Response>;
      const breakOff = (): void => {
        if (READING.test(method)) abort.abort();
      };
      const holding = tenancy.take({kind: 'request', what, release: breakOff});
      const answered = asked.then((response) => {
        noteAnswer(response, {tenancy, what, abort: breakOff});
        return response;
      });
      return tenancy.onlyWhileOpen('request', answered, () => {
        holding.end();
      });
    },
  }));
}

function readRequest(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): {
  readonly method: string;
  readonly url: string;
  readonly signal: AbortSignal | null;
} {
  const request = input instanceof Request ? input : null;
  const address = input instanceof Request ? input.url : input;
  return {
    method: (init?.method ?? request?.method ?? 'GET').toUpperCase(),
    url: String(address),
    signal: init?.signal ?? request?.signal ?? null,
  };
}

interface Opened {
  readonly method: string;
  readonly url: string;
}

function patchXhr(patches: NativePatches, ownership: PageOwnership): void {
  const opened = new WeakMap<object, Opened>();
  const {prototype} = XMLHttpRequest;
  patches.constructing('XMLHttpRequest', (target, args, newTarget) => {
    const made = Reflect.construct(target, args, newTarget) as XMLHttpRequest;
    if (!ownership.tenant()) return made;
    ownership.places.addPrivate(made);
    ownership.places.addPrivate(made.upload);
    return made;
  });
  patches.method(prototype, 'open', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const [method, url] = args;
      opened.set(this as object, {
        method: String(method).toUpperCase(),
        url: String(url),
      });
      return Reflect.apply(native, this, args);
    },
  }));
  patches.method(prototype, 'send', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const tenancy = ownership.tenant();
      const request = this as XMLHttpRequest;
      const about = opened.get(request);
      if (!tenancy || !about) return Reflect.apply(native, this, args);
      const what = `${about.method} ${about.url}`;
      if (!tenancy.mayTake('request')) {
        tenancy.refuse('request', what);
        return undefined;
      }
      const holding: Holding = tenancy.take({
        kind: 'request',
        what,
        release: () => {
          if (READING.test(about.method)) request.abort();
        },
      });
      ownership.outside(() => {
        request.addEventListener('loadend', () => {
          holding.end();
        });
      });
      return Reflect.apply(native, this, args);
    },
  }));
}
