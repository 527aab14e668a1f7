import {
  LightlyStudioOperators,
  OperatorRegistry,
} from '@ls-annotation/operators';
import type {
  ContextFilter,
  LightlyStudioOperatorsOptions,
} from '@ls-annotation/operators';

import {endDifferences} from './expected.js';
import type {ExpectedEnd} from './expected.js';

/** One operator run through the client, and how that must end. */
export interface ClientRow {
  /** What happens, as a sentence. */
  readonly title: string;
  /** True when only the double can bring it about. */
  readonly isDoubleOnly?: boolean;
  /** Name of the operator in the registry. */
  readonly operator: string;
  /** What a form would give. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Collection to use instead of the server's own. */
  readonly collectionId?: string;
  /** Part of the collection. */
  readonly contextFilter?: ContextFilter;
  /** See the option of the client. */
  readonly sendsBlanks?: boolean;
  /** How the run must end; gets the id of the collection. */
  readonly end: (collectionId: string) => ExpectedEnd;
}

const UNKNOWN_COLLECTION = '00000000-0000-4000-8000-000000000000';
const TYPES = {text: 'a', count: 2, ratio: 2, flag: false};

/** Every way in which a run on LightlyStudio's server can end. */
export const CLIENT_ROWS: readonly ClientRow[] = [
  {
    title: 'a success brings its message',
    operator: 'Greeting',
    parameters: {name: 'Bob'},
    end: () => ({success: true, message: 'Hello Bob!'}),
  },
  {
    title: 'values of every type arrive as they are, unset ones not at all',
    operator: 'Every type',
    parameters: {...TYPES, rules: [{pattern: 'x', weight: 0.5}]},
    end: () => ({
      success: true,
      json: {...TYPES, rules: [{pattern: 'x', weight: 0.5}]},
    }),
  },
  {
    title: 'unset optional parameters arrive as blanks in the compatible mode',
    operator: 'Every type',
    parameters: TYPES,
    sendsBlanks: true,
    end: () => ({
      success: true,
      json: {...TYPES, rules: [], note: '', limit: ''},
    }),
  },
  {
    title: 'the collection and no filter arrive',
    operator: 'Sees context',
    end: (collectionId) => ({
      success: true,
      json: {collection_id: collectionId, filter_type: null},
    }),
  },
  {
    title: 'the filter arrives',
    operator: 'Sees context',
    contextFilter: {filter_type: 'sample', sample_ids: []},
    end: (collectionId) => ({
      success: true,
      json: {collection_id: collectionId, filter_type: 'sample'},
    }),
  },
  {
    title: 'a refusal of the operator is a failure without an error',
    operator: 'Refuses',
    end: () => ({success: false, message: 'Not today.'}),
  },
  {
    title: 'a ValueError is rejected with its words',
    operator: 'Bad value',
    end: () => ({kind: 'rejected', status: 400, reason: 'bad value'}),
  },
  {
    title: 'an answer that is none is rejected with the words of the server',
    operator: 'Answers nothing',
    end: () => ({
      kind: 'rejected',
      status: 400,
      reason: 'Input should be a dictionary or an instance of OperatorResult',
    }),
  },
  {
    title: 'an answer of odd types is read',
    operator: 'Odd types',
    end: () => ({success: true, message: '3'}),
  },
  {
    title: 'a dictionary of odd types is rejected with the words of the server',
    operator: 'Odd dictionary',
    end: () => ({
      kind: 'rejected',
      status: 400,
      reason: 'Input should be a valid string',
    }),
  },
  {
    title: 'a scope that does not fit is a failure with the reason',
    operator: 'Video only',
    end: () => ({
      success: false,
      message:
        "Operator 'Video only' cannot be executed in this context. " +
        'Supported scopes: video.',
    }),
  },
  {
    title: 'a slow operator is waited for',
    operator: 'Slow',
    end: () => ({success: true, message: 'At last.'}),
  },
  {
    title: 'the first of two operators of one name is the first',
    operator: 'Twice',
    end: () => ({success: true, message: 'first'}),
  },
  {
    title: 'the second of two operators of one name is the second',
    operator: 'Twice (2)',
    end: () => ({success: true, message: 'second'}),
  },
  {
    title: 'a collection that does not exist is not found',
    operator: 'Greeting',
    parameters: {name: 'Bob'},
    collectionId: UNKNOWN_COLLECTION,
    end: () => ({
      kind: 'not-found',
      status: 404,
      reason: `Collection '${UNKNOWN_COLLECTION}' not found`,
    }),
  },
  {
    title: 'a collection id that is none is invalid',
    operator: 'Greeting',
    parameters: {name: 'Bob'},
    collectionId: 'nope',
    end: () => ({
      kind: 'invalid',
      status: 422,
      reason: 'context.collection_id: Input should be a valid UUID',
    }),
  },
  {
    title: 'a filter of an unknown type is invalid',
    operator: 'Greeting',
    parameters: {name: 'Bob'},
    contextFilter: {filter_type: 'nope'},
    end: () => ({
      kind: 'invalid',
      status: 422,
      reason: "context.context_filter: Input tag 'nope' found",
    }),
  },
  {
    title: 'a violated rule of the database is rejected with its words',
    isDoubleOnly: true,
    operator: 'Breaks a rule of the database',
    end: () => ({
      kind: 'rejected',
      status: 409,
      reason: 'INSERT INTO tag (name) VALUES (?)',
    }),
  },
  {
    title: 'parameters of types that nobody knows are sent as text',
    isDoubleOnly: true,
    operator: 'Odd parameters',
    parameters: {nothing: 'a', moment: '2026-01-01'},
    end: () => ({success: true, json: {nothing: 'a', moment: '2026-01-01'}}),
  },
];

/** Where the tables are run against. */
export interface LightlyStudioServer {
  /** Address of its API. */
  readonly url: string;
  /** A collection that it has. */
  readonly collectionId: string;
}

/** Returns a registry that lists the operators of the server. */
export async function connectTo(
  url: string,
  options: LightlyStudioOperatorsOptions,
): Promise<{
  readonly registry: OperatorRegistry;
  readonly source: LightlyStudioOperators;
}> {
  const registry = new OperatorRegistry();
  const source = new LightlyStudioOperators(url, options);
  registry.addSource(source);
  await source.refresh();
  return {registry, source};
}

/** Runs a row, and returns how its end differs from what it expects. */
export async function clientRowDifferences(
  row: ClientRow,
  server: LightlyStudioServer,
  options: LightlyStudioOperatorsOptions = {},
): Promise<readonly string[]> {
  const {collectionId = server.collectionId, contextFilter = null} = row;
  const {registry, source} = await connectTo(server.url, {
    ...options,
    collectionId,
    contextFilter,
    sendsBlanks: row.sendsBlanks ?? false,
  });
  if (source.state.error) return [source.state.error.message];
  // The registry's own check of scopes would keep the request from being sent.
  const scopes = ['root', 'image', 'video'] as const;
  registry.setTarget({
    task: null,
    config: null,
    annotation: null,
    scopes,
    readonlyReason: null,
    apply: () => undefined,
  });
  const run = registry.run(row.operator, row.parameters, {
    applyDefaults: false,
  });
  await run.done;
  const differences = endDifferences(run, row.end(server.collectionId));
  await registry.close();
  return differences;
}
