import {createHash} from 'node:crypto';

import type {FastifyReply, FastifyRequest} from 'fastify';

import type {OperatorEntry, ParameterValues} from '@ls-annotation/operators';

import {checkParameters} from '../catalog/check-parameters.js';
import {readDisplay} from '../catalog/read-display.js';
import {checkExecuteBody} from '../lightly-studio/check-execute-body.js';
import type {RunRequest} from '../runs/run-engine.js';
import {serverContext} from '../runs/server-context.js';

import {invalid, notFound} from './answers.js';
import type {ServerContext} from './server-context.js';

interface ExecuteBody {
  readonly parameters?: ParameterValues;
  readonly context?: {
    readonly collection_id?: string;
    readonly context_filter?: Readonly<Record<string, unknown>> | null;
  };
}

/** What {@link readRunRequest} looks at. */
export interface ReadRunOptions {
  /** Id from the address. */
  readonly operatorId: string;
  /** Whether a collection must be named. */
  readonly needsCollection: boolean;
}

/** A request that may be run, or an answer that was sent instead. */
export type ReadRun =
  | {readonly ok: true; readonly request: RunRequest}
  | {readonly ok: false; readonly reply: FastifyReply}
  | {readonly ok: false; readonly refusal: string};

/**
 * Reads a request that runs an operator. What is wrong with it is answered in
 * the order of LightlyStudio: the body, the operator, the collection, whether
 * it can run; then, beyond LightlyStudio, the values.
 */
export async function readRunRequest(
  {catalog, options}: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  {operatorId, needsCollection}: ReadRunOptions,
): Promise<ReadRun> {
  const details = checkExecuteBody(request.body, {needsCollection});
  if (details.length > 0) return {ok: false, reply: invalid(reply, details)};
  const {parameters = {}, context = {}} = request.body as ExecuteBody;
  const entry = catalog.find(operatorId);
  if (!entry) {
    return {ok: false, reply: notFound(reply, 'Operator', operatorId)};
  }
  const {collection_id: id = null, context_filter: filter = null} = context;
  const found = id === null ? null : await options.findCollection?.(id);
  if (id !== null && options.findCollection && !found) {
    return {ok: false, reply: notFound(reply, 'Collection', id)};
  }
  const refusal = refusalOf(operatorId, entry, found?.scopes);
  if (refusal !== null) return {ok: false, refusal};
  const read = readDisplay(context, entry.operator);
  if (!read.ok) return {ok: false, reply: invalid(reply, read.details)};
  const {display} = read;
  const collection = {id, filter};
  const {signal} = new AbortController();
  const checked = await checkParameters(
    entry,
    parameters,
    serverContext(collection, display),
    signal,
  );
  if (!checked.ok) return {ok: false, reply: invalid(reply, checked.details)};
  const key = request.headers['idempotency-key'];
  return {
    ok: true,
    request: {
      entry,
      parameters: checked.values,
      collection,
      display,
      client: clientOf(request),
      ...(typeof key === 'string' && key !== '' && {key}),
    },
  };
}

/** Why an operator is not run although it is there. */
function refusalOf(
  id: string,
  {name, status, supportedScopes}: OperatorEntry,
  scopes: readonly string[] | undefined,
): string | null {
  switch (status) {
    case 'pending':
    case 'starting':
      return `Operator '${id}' is still starting, please try again in a moment.`;
    case 'stopping':
    case 'stopped':
      return `Operator '${id}' has been stopped and cannot be executed.`;
    case 'error':
      return `Operator '${id}' is in an error state and cannot be executed.`;
    case 'ready':
  }
  const fits =
    scopes === undefined || supportedScopes.some((one) => scopes.includes(one));
  if (fits) return null;
  return (
    `Operator '${name}' cannot be executed in this context. ` +
    `Supported scopes: ${supportedScopes.join(', ')}.`
  );
}

/** By token where there is one, else by address; a hash, for it is kept. */
function clientOf({headers, ip}: FastifyRequest): string {
  const who = headers.authorization ?? ip;
  return createHash('sha256').update(who).digest('base64url');
}
