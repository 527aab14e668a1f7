import {
  OperatorLifecycleError,
  OperatorUnavailableError,
  ParameterDefinitionError,
  toMessage,
} from '../errors.js';
import type {Operator} from '../operator/operator.js';
import type {OperatorContext} from '../operator/operator-context.js';
import {OperatorScope} from '../operator/operator-scope.js';
import type {OperatorStatus} from '../operator/operator-status.js';
import type {BaseParameter} from '../parameters/base-parameter.js';
import {pointerParts} from '../parameters/parameter-issue.js';
import {readParameters} from '../parameters/read-parameters.js';

import {readonlyReason, scopeReason, statusReason} from './applicability.js';
import {entryMeta} from './entry-meta.js';
import type {OperatorEntry, OperatorEntryMeta} from './operator-entry.js';
import type {Permission} from './permission-gate.js';

/** What a {@link RegisteredOperator} tells its registry. */
export interface RegisteredOperatorOptions {
  /** Called after each change of status. */
  readonly onStatus: () => void;
  /** Called with what `startup` or `shutdown` threw. */
  readonly onError: (error: OperatorLifecycleError) => void;
}

/** An operator in a registry, with its life. */
export class RegisteredOperator {
  /** What was registered. */
  readonly operator: Operator;
  /** In the order of the form. */
  readonly parameters: readonly BaseParameter[];
  /** What it says of itself, made whole. */
  readonly meta: OperatorEntryMeta;
  readonly #supportedScopes: readonly OperatorScope[];
  readonly #options: RegisteredOperatorOptions;
  #status: OperatorStatus = 'pending';
  #errorMessage = '';
  #started: Promise<void> | null = null;

  /**
   * @throws {@link ParameterDefinitionError} when a parameter is unusable or
   *   two have one name.
   */
  constructor(operator: Operator, options: RegisteredOperatorOptions) {
    this.operator = operator;
    this.parameters = parametersOf(operator);
    this.meta = entryMeta(operator.name, operator);
    this.#supportedScopes = operator.supportedScopes ?? [OperatorScope.root];
    this.#options = options;
  }

  /** Where it is in its life. */
  get status(): OperatorStatus {
    return this.#status;
  }

  /** Starts it; an operator that does so without waiting is ready at once. */
  start(): void {
    try {
      this.#setStatus('starting');
      const pending = this.operator.startup?.();
      if (!isPromiseLike(pending)) this.#setStatus('ready');
      else this.#started = this.#finishStart(pending);
    } catch (cause) {
      this.#fail(cause);
    }
  }

  /** Shuts it down once it has finished starting. Never rejects. */
  async stop(): Promise<void> {
    await this.#started;
    this.#setStatus('stopping');
    try {
      await this.operator.shutdown?.();
    } catch (cause) {
      const {name} = this.operator;
      this.#options.onError(
        new OperatorLifecycleError(name, 'shutdown', cause),
      );
    }
    this.#setStatus('stopped');
  }

  /**
   * Settles when it can run.
   *
   * @throws {@link OperatorUnavailableError} rejects with, when it cannot.
   */
  async ready(): Promise<void> {
    await this.#started;
    const reason = statusReason(this.#status, this.#errorMessage);
    if (reason === null) return;
    throw new OperatorUnavailableError(this.operator.name, reason);
  }

  /**
   * @throws {@link OperatorUnavailableError} when it does not fit `context`.
   */
  assertApplicable(context: OperatorContext): void {
    const reason = this.#contextReason(context);
    if (reason === null) return;
    throw new OperatorUnavailableError(this.operator.name, reason);
  }

  /** Returns the facts at this moment, given what the page permits. */
  toEntry(context: OperatorContext, permission: Permission): OperatorEntry {
    const {operator, parameters, meta} = this;
    const reason =
      statusReason(this.#status, this.#errorMessage) ??
      permission.reason ??
      this.#contextReason(context);
    return {
      ...meta,
      name: operator.name,
      description: operator.description ?? '',
      parameters,
      supportedScopes: this.#supportedScopes,
      status: this.#status,
      errorMessage: this.#errorMessage,
      isApplicable: reason === null,
      reason: reason ?? '',
      isHidden: meta.unlisted || permission.isHidden,
      operator,
    };
  }

  #contextReason(context: OperatorContext): string | null {
    const reason =
      scopeReason(this.#supportedScopes, context.scopes) ??
      (this.meta.editsAnnotation ? readonlyReason(context) : null);
    if (reason !== null) return reason;
    try {
      return this.operator.unavailableReason?.(context) ?? null;
    } catch (thrown) {
      return toMessage(thrown);
    }
  }

  async #finishStart(pending: PromiseLike<unknown>): Promise<void> {
    try {
      await pending;
      this.#setStatus('ready');
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #fail(cause: unknown): void {
    this.#errorMessage = toMessage(cause);
    this.#setStatus('error');
    const {name} = this.operator;
    this.#options.onError(new OperatorLifecycleError(name, 'startup', cause));
  }

  #setStatus(status: OperatorStatus): void {
    this.#status = status;
    this.#options.onStatus();
  }
}

function parametersOf({parameters = []}: Operator): readonly BaseParameter[] {
  const read = readParameters(parameters);
  const [issue] = read.ok ? read.warnings : read.issues;
  if (read.ok && !issue) return read.value;
  throw new ParameterDefinitionError(
    pointerParts(issue?.path ?? '')[0] ?? '',
    issue?.message ?? 'It cannot be read.',
  );
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as {then?: unknown} | null)?.then === 'function';
}
