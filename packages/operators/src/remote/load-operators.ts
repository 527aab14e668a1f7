import type {LsError} from '@ls-annotation/core';

import {ParameterDefinitionError} from '../errors.js';
import type {AbortSignalLike} from '../operator/abort-signal.js';
import type {BaseParameter} from '../parameters/base-parameter.js';

import type {RemoteConnection, RemoteRequest} from './remote-connection.js';
import {RemoteOperatorError} from './remote-operator-error.js';
import {
  readOperatorList,
  readRemoteParameters,
} from './remote-operator-view.js';
import type {RemoteOperatorView} from './remote-operator-view.js';

/** An operator of a server with its parameters. */
export interface LoadedOperator {
  /** What the list says. */
  readonly view: RemoteOperatorView;
  /** In the order of the form. */
  readonly parameters: readonly BaseParameter[];
  /** The parameters as JSON. */
  readonly parametersJson: unknown;
  /** Odd, but a form is possible. */
  readonly warnings: readonly LsError[];
  /** Why there is no form for it, or `null`. */
  readonly error: LsError | null;
}

/** What a server has to offer. */
export interface LoadedOperators {
  /** In the order of the server. */
  readonly operators: readonly LoadedOperator[];
  /** Whether runs are resources there: progress, log and cancel. */
  readonly offersRuns: boolean;
}

/** How {@link loadOperators} asks. */
export interface LoadOptions {
  /** Gives up. */
  readonly signal: AbortSignalLike;
  /** How long a request may take, milliseconds. */
  readonly timeoutMs: number;
  /** What is known from before; `null` finds out. */
  readonly offersRuns: boolean | null;
}

/** Says in the header `link` of the list that runs are resources, too. */
const RUNS_RELATION = /rel="?ls-operator-runs"?/;

/** Requests for parameters that are under way at once. */
const MAX_REQUESTS = 4;

/**
 * Asks a server for its operators and their parameters.
 *
 * @throws {@link RemoteOperatorError} rejects with, when there is no list. A
 *   single operator that cannot be read is an `error` of that operator.
 */
export async function loadOperators(
  connection: RemoteConnection,
  options: LoadOptions,
): Promise<LoadedOperators> {
  const ask = (path: string): RemoteRequest => ({
    method: 'GET',
    path,
    ...options,
  });
  const list = await connection.request(
    ask(options.offersRuns === true ? '/v2/operators' : '/operators'),
  );
  const offersRuns =
    options.offersRuns ?? RUNS_RELATION.test(list.headers.get('link') ?? '');
  if (offersRuns && options.offersRuns === null) {
    return loadOperators(connection, {...options, offersRuns});
  }
  if (!Array.isArray(list.value)) {
    const reason = 'The server did not answer with a list of operators.';
    throw connection.error(ask('/operators'), 'format', reason);
  }
  const views = readOperatorList(list.value as readonly unknown[]);
  const operators = await inParallel(views, async (view) => {
    const path = `/operators/${encodeURIComponent(view.id)}/parameters`;
    return loadOperator(view, async () => {
      if (view.parameters) return view.parameters;
      const {value} = await connection.request(ask(path));
      if (Array.isArray(value)) return value as readonly unknown[];
      const reason = 'The server did not answer with a list of parameters.';
      throw connection.error(ask(path), 'format', reason);
    });
  });
  return {operators, offersRuns};
}

async function loadOperator(
  view: RemoteOperatorView,
  getParameters: () => Promise<readonly unknown[]>,
): Promise<LoadedOperator> {
  try {
    const parametersJson = await getParameters();
    const read = readRemoteParameters(parametersJson);
    assertUnique(read.parameters);
    return {view, parametersJson, ...read, error: null};
  } catch (thrown) {
    const error =
      thrown instanceof RemoteOperatorError
        ? thrown.of(view.name)
        : (thrown as ParameterDefinitionError);
    const none = {parameters: [], parametersJson: null, warnings: []};
    return {view, ...none, error};
  }
}

/** Two parameters of one name cannot be told apart in what is sent. */
function assertUnique(parameters: readonly BaseParameter[]): void {
  const names = new Set<string>();
  for (const {name} of parameters) {
    if (names.has(name)) {
      throw new ParameterDefinitionError(name, 'The name is used twice.');
    }
    names.add(name);
  }
}

async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Array<R>(items.length);
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({length: MAX_REQUESTS}, worker));
  return results;
}
