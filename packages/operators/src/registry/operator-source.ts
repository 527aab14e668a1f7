import type {Observable} from 'rxjs';

import type {Disposer, LsError} from '@ls-annotation/core';

import type {OperatorRegistry} from './operator-registry.js';

/** Where a source of operators is. */
export interface OperatorSourceState {
  /**
   * `idle` until it is connected; `loading` while it asks; `ready` with what it
   * got; `failed` when it got nothing. What it got before stays registered.
   */
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** Why it failed; `null` unless it did. */
  readonly error: LsError | null;
  /** Names under which its operators are registered, in its own order. */
  readonly operatorNames: readonly string[];
  /** What was odd about single operators. */
  readonly warnings: readonly LsError[];
}

/**
 * Something that puts operators into a registry and keeps them up to date,
 * such as a server.
 */
export interface OperatorSource {
  /** What people read, for example the address. */
  readonly label: string;
  /** Where it is. */
  readonly state: OperatorSourceState;
  /** Where it is, then each change. */
  readonly state$: Observable<OperatorSourceState>;

  /**
   * Starts to put operators into `registry`. `OperatorRegistry.addSource` calls
   * this.
   *
   * @returns A disposer that takes them all out.
   */
  connect(registry: OperatorRegistry): Disposer;

  /** Asks again. Never rejects: a failure becomes the state. */
  refresh(): Promise<void>;
}
