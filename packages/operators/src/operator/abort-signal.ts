/**
 * The part of `AbortSignal` that operators rely on.
 *
 * Our own words for it, because this package is compiled without the browser's
 * types. At run time it is a real `AbortSignal`.
 */
export interface AbortSignalLike {
  /** True once the run was aborted. */
  readonly aborted: boolean;
  /** What was given to `abort`. */
  readonly reason: unknown;
  /** Calls `listener` when the run is aborted. */
  addEventListener(
    type: 'abort',
    listener: () => void,
    options?: {readonly once?: boolean},
  ): void;
  /** Stops calling `listener`. */
  removeEventListener(type: 'abort', listener: () => void): void;
  /** Throws the reason when the run was aborted. */
  throwIfAborted(): void;
}

/** The part of `AbortController` that a run relies on. */
export interface AbortControllerLike {
  /** What the operator gets. */
  readonly signal: OperatorSignal;
  /** Aborts it. */
  abort(reason?: unknown): void;
}

/**
 * The signal an operator gets: the platform's own type where the compiler knows
 * it, so that it can be handed to `fetch`, else {@link AbortSignalLike}.
 */
export type OperatorSignal = typeof globalThis extends {
  AbortSignal: {prototype: infer Signal};
}
  ? Signal
  : AbortSignalLike;

/** Makes the controller of a run. */
export type AbortControllerFactory = () => AbortControllerLike;

/** Makes a controller of the platform: browsers and Node have had it long. */
export const createAbortController: AbortControllerFactory = () => {
  const platform = globalThis as unknown as {
    readonly AbortController: new () => AbortControllerLike;
  };
  return new platform.AbortController();
};
