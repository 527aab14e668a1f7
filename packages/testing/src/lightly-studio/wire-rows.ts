import {RemoteConnection, platformFetch} from '@ls-annotation/operators';
import type {FetchLike} from '@ls-annotation/operators';

import type {LightlyStudioServer} from './client-rows.js';
import {failureDifferences} from './expected.js';
import type {ExpectedFailure} from './expected.js';

/** One request, and how it must fail. */
export interface WireRow {
  /** What is sent, as words. */
  readonly title: string;
  /** HTTP method. */
  readonly method: 'GET' | 'POST';
  /** Path behind the address; `{id}` stands for the greeting's id. */
  readonly path: string;
  /** Body as text; `{collection}` stands for the server's collection. */
  readonly body?: string;
  /** True when what Starlette's version decides is not to be compared. */
  readonly isDoubleOnly?: boolean;
  /** How the request must fail. */
  readonly failure: ExpectedFailure;
}

const EXECUTE = '/operators/{id}/execute';
const CONTEXT = '"context": {"collection_id": "{collection}"}';

const refused = (title: string, body: string, reason: string): WireRow => ({
  title,
  method: 'POST',
  path: EXECUTE,
  body,
  failure: {kind: 'invalid', status: 422, reason},
});

const withFilter = (filter: string): string =>
  `{"parameters": {}, "context": {"collection_id": "{collection}", "context_filter": ${filter}}}`;

/** Every request that LightlyStudio's server refuses, with its shape. */
export const WIRE_ROWS: readonly WireRow[] = [
  {
    title: 'parameters of an unknown operator',
    method: 'GET',
    path: '/operators/nope/parameters',
    failure: {
      kind: 'not-found',
      status: 404,
      reason: "Operator 'nope' not found",
    },
  },
  {
    title: 'execute of an unknown operator',
    method: 'POST',
    path: '/operators/nope/execute',
    body: `{"parameters": {}, ${CONTEXT}}`,
    failure: {
      kind: 'not-found',
      status: 404,
      reason: "Operator 'nope' not found",
    },
  },
  {
    title: 'execute of an unknown operator with a bad body',
    method: 'POST',
    path: '/operators/nope/execute',
    body: '{}',
    failure: {
      kind: 'invalid',
      status: 422,
      reason: 'parameters: Field required context: Field required',
    },
  },
  refused('no body', '', 'Field required'),
  refused('a body without parameters', `{${CONTEXT}}`, 'parameters: Field'),
  refused('a body without context', '{"parameters": {}}', 'context: Field'),
  refused('a body that is no JSON', '{', 'JSON decode error'),
  refused(
    'parameters that are a list',
    `{"parameters": [], ${CONTEXT}}`,
    'parameters: Input should be a valid dictionary',
  ),
  refused(
    'parameters that are null',
    `{"parameters": null, ${CONTEXT}}`,
    'parameters: Input should be a valid dictionary',
  ),
  refused(
    'a collection that is no id',
    '{"parameters": {}, "context": {"collection_id": "nope"}}',
    'context.collection_id: Input should be a valid UUID',
  ),
  refused(
    'a filter without a type',
    withFilter('{}'),
    "Unable to extract tag using discriminator 'filter_type'",
  ),
  refused(
    'a filter of an unknown type',
    withFilter('{"filter_type": "nope"}'),
    "expected tags: 'image', 'video_frame', 'video', 'annotations', 'group', 'sample'",
  ),
  {
    title: 'a list with a slash behind it, which is a web page',
    method: 'GET',
    path: '/operators/',
    failure: {kind: 'format', status: 200, reason: 'web page'},
  },
  {
    title: 'a misspelt list, which is a web page',
    method: 'GET',
    path: '/operator',
    failure: {kind: 'format', status: 200, reason: 'web page'},
  },
  {
    title: 'a misspelt request to run',
    method: 'POST',
    path: '/operator',
    body: '{}',
    failure: {kind: 'rejected', status: 405, reason: 'Method Not Allowed'},
  },
  {
    title: 'a request to read where one runs, which is a web page',
    method: 'GET',
    path: EXECUTE,
    failure: {kind: 'format', status: 200, reason: 'web page'},
  },
];

/** Sends a row, and returns how its failure differs from what it expects. */
export async function wireRowDifferences(
  row: WireRow,
  {url, collectionId}: LightlyStudioServer,
): Promise<readonly string[]> {
  const {method, path, failure} = row;
  const id = await greetingId(url);
  const body = row.body?.replace('{collection}', collectionId);
  const connection = new RemoteConnection(url, {
    tries: 1,
    fetch: withBody(body),
  });
  try {
    const {value} = await connection.request({
      method,
      path: path.replace('{id}', id),
      ...(body !== undefined && {body}),
      timeoutMs: 10_000,
    });
    return [`expected a failure, got ${JSON.stringify(value)}`];
  } catch (error) {
    return failureDifferences(error, failure);
  }
}

/** The platform's `fetch`, with a body as it is instead of as JSON. */
function withBody(body: string | undefined): FetchLike {
  return (url, {body: _, ...init}) =>
    platformFetch(url, {...init, ...(body !== undefined && {body})});
}

async function greetingId(url: string): Promise<string> {
  const {value} = await new RemoteConnection(url).request({
    method: 'GET',
    path: '/operators',
    timeoutMs: 10_000,
  });
  const list = value as readonly {operator_id: string; name: string}[];
  return list.find(({name}) => name === 'Greeting')?.operator_id ?? '';
}
