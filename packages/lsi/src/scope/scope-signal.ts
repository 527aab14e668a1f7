/** The part of an `AbortSignal` that does without the DOM's types. */
export interface AbortSignalLike {
  /** True once the scope has closed. */
  readonly aborted: boolean;
  /** Why it was aborted. */
  readonly reason: unknown;
  /** Has `listener` called when the scope closes. */
  addEventListener(type: 'abort', listener: () => void): void;
  /** Takes a listener away. */
  removeEventListener(type: 'abort', listener: () => void): void;
  /** Throws {@link AbortSignalLike.reason} once the scope has closed. */
  throwIfAborted(): void;
}

/**
 * The platform's `AbortSignal` in a program that has its type, so that it can
 * be handed to `fetch` and `addEventListener`; {@link AbortSignalLike} in one
 * that has not.
 */
export type ScopeSignal = typeof globalThis extends {
  AbortSignal: {prototype: infer Signal};
}
  ? Signal
  : AbortSignalLike;

interface AbortControllerLike {
  readonly signal: AbortSignalLike;
  abort(reason?: unknown): void;
}

/** Makes a controller of the platform's own kind. */
export function createAbortController(): AbortControllerLike {
  const {AbortController} = globalThis as unknown as {
    readonly AbortController: new () => AbortControllerLike;
  };
  return new AbortController();
}
