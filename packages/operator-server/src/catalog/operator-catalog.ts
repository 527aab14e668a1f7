import {OperatorRegistry} from '@ls-annotation/operators';
import type {
  Operator,
  OperatorEntry,
  OperatorRead,
} from '@ls-annotation/operators';

import {operatorId} from './operator-id.js';

/** What an operator of a server may say beside what every operator says. */
export interface ServerOperator extends Operator {
  /**
   * How many runs of it may be under way at once in one process.
   * @defaultValue no limit but the server's
   */
  readonly concurrency?: number;
  /**
   * How long a run may take, milliseconds; `null` for ever.
   * @defaultValue the server's
   */
  readonly timeoutMs?: number | null;
  /**
   * Whether a run whose worker died may be run again on another. Say `false`
   * where half a run does harm: such a run is then reported as failed.
   * @defaultValue `true`
   */
  readonly isRepeatable?: boolean;
  /**
   * What it is told of what is on display at the caller's: `data` for
   * `context.task` and `context.data`, `annotation` for `context.annotation`.
   * What nobody asks for is not sent.
   * @defaultValue nothing
   */
  readonly reads?: readonly OperatorRead[];
}

/** The operators of a server, by the ids that it gives them. */
export class OperatorCatalog {
  readonly #registry = new OperatorRegistry();
  readonly #names = new Map<string, string>();

  /** @throws {@link DuplicateOperatorError} when two have one name. */
  constructor(operators: readonly ServerOperator[]) {
    for (const operator of operators) {
      this.#registry.register(operator);
      this.#names.set(operatorId(operator.name), operator.name);
    }
  }

  /** The operators in the order they were given. */
  list(): readonly OperatorEntry[] {
    return this.#registry.list();
  }

  /** Returns the operator with an id, or `undefined`. */
  find(id: string): OperatorEntry | undefined {
    const name = this.#names.get(id);
    return name === undefined ? undefined : this.#registry.find(name);
  }

  /** Returns the operator with a name, or `undefined`. */
  findByName(name: string): OperatorEntry | undefined {
    return this.#registry.find(name);
  }

  /** Settles when no operator is starting any more. */
  started(): Promise<void> {
    return new Promise((resolve) => {
      const subscription = this.#registry.list$.subscribe((entries) => {
        const isStarting = entries.some(
          ({status}) => status === 'pending' || status === 'starting',
        );
        if (isStarting) return;
        resolve();
        queueMicrotask(() => subscription.unsubscribe());
      });
    });
  }

  /** Shuts every operator down. */
  close(): Promise<void> {
    return this.#registry.close();
  }
}
