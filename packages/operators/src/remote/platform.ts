import type {Disposer} from '@ls-annotation/core';

import type {OperatorSignal} from '../operator/abort-signal.js';

/** What {@link FetchLike} is told beside the address. */
export interface FetchInit {
  /** HTTP method. */
  readonly method: string;
  /** Header values by name. */
  readonly headers: Record<string, string>;
  /** Body; left out when there is none. */
  readonly body?: string;
  /** Aborts the request. */
  readonly signal: OperatorSignal;
}

/** The part of a stream's reader that is used. */
export interface ByteReader {
  /** Resolves with the next bytes. */
  read(): Promise<{
    readonly done: boolean;
    readonly value?: Uint8Array | undefined;
  }>;
  /** Gives the stream up. */
  cancel(): Promise<void>;
}

/** The part of a `Response` that is used. */
export interface ResponseLike {
  /** HTTP status. */
  readonly status: number;
  /** Header values by name. */
  readonly headers: {get(name: string): string | null};
  /** The body as it arrives. */
  readonly body: {getReader(): ByteReader} | null;
  /** Resolves with the whole body. */
  text(): Promise<string>;
}

/**
 * The part of `fetch` that is used: our own words for it, because this package
 * is compiled without the browser's types. The platform's own fits.
 */
export type FetchLike = (url: string, init: FetchInit) => Promise<ResponseLike>;

/**
 * Calls `callback` once after `delayMs` milliseconds; the disposer prevents it.
 */
export type StartTimer = (callback: () => void, delayMs: number) => Disposer;

/** The part of `TextDecoder` that is used. */
export interface TextDecoderLike {
  /** Returns the text of `bytes`, or the rest of it. */
  decode(bytes?: Uint8Array, options?: {readonly stream: boolean}): string;
}

interface Platform {
  readonly fetch: FetchLike;
  readonly TextDecoder: new () => TextDecoderLike;
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

const platform = globalThis as unknown as Platform;

/** The platform's `fetch`, looked up at each call, so that it may be patched. */
export const platformFetch: FetchLike = (url, init) =>
  platform.fetch(url, init);

/** Timers of the platform: browsers and Node have the same. */
export const platformTimer: StartTimer = (callback, delayMs) => {
  const timer = platform.setTimeout(callback, delayMs);
  return () => {
    platform.clearTimeout(timer);
  };
};

/** Returns a decoder of UTF-8. */
export function createTextDecoder(): TextDecoderLike {
  return new platform.TextDecoder();
}
