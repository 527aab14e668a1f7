import type {ExecuteOptions, Operator} from '../operator/operator.js';
import type {OperatorContext} from '../operator/operator-context.js';
import type {
  OperatorFormHooks,
  OptionsRequest,
  ResolveOptions,
} from '../operator/operator-form-hooks.js';
import type {OperatorResult} from '../operator/operator-result.js';
import type {OperatorScope} from '../operator/operator-scope.js';
import type {BaseParameter} from '../parameters/base-parameter.js';

import type {LoadedOperator} from './load-operators.js';

/** What a {@link RemoteOperator} leaves to its source. */
export interface RemoteOperatorHost {
  /** Runs it on the server. */
  execute(
    operator: RemoteOperator,
    options: ExecuteOptions,
  ): Promise<OperatorResult>;
  /** Asks the server for the parameters anew. */
  resolve(
    operator: RemoteOperator,
    options: ResolveOptions,
  ): ReturnType<NonNullable<OperatorFormHooks['resolve']>>;
  /** Asks the server for the choices of a parameter. */
  options(
    operator: RemoteOperator,
    request: OptionsRequest,
  ): ReturnType<NonNullable<OperatorFormHooks['options']>>;
  /** Returns why the server cannot run it now, or `null`. */
  unavailableReason(
    operator: RemoteOperator,
    context: OperatorContext,
  ): string | null;
}

/** An operator of a server, as the registry here takes it. */
export class RemoteOperator implements Operator {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly BaseParameter[];
  readonly supportedScopes: readonly OperatorScope[];
  /** There when the server's operator has it. */
  readonly resolve?: NonNullable<OperatorFormHooks['resolve']>;
  /** There when the server's operator has it. */
  readonly options?: NonNullable<OperatorFormHooks['options']>;
  /** What the server says of it now. */
  loaded: LoadedOperator;
  readonly #host: RemoteOperatorHost;

  constructor(name: string, loaded: LoadedOperator, host: RemoteOperatorHost) {
    this.name = name;
    this.loaded = loaded;
    this.description = loaded.view.description;
    this.parameters = loaded.parameters;
    this.supportedScopes = loaded.view.supportedScopes;
    this.#host = host;
    const {has_resolve: hasResolve, has_options: hasOptions} = loaded.view.json;
    if (hasResolve === true) {
      this.resolve = (options) => host.resolve(this, options);
    }
    if (hasOptions === true) {
      this.options = (request) => host.options(this, request);
    }
  }

  /** Fails when there is no form for it; its list entry then says why. */
  startup(): void {
    if (this.loaded.error) throw this.loaded.error;
  }

  execute(options: ExecuteOptions): Promise<OperatorResult> {
    return this.#host.execute(this, options);
  }

  unavailableReason(context: OperatorContext): string | null {
    return this.#host.unavailableReason(this, context);
  }
}
