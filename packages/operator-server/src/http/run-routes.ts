import type {FastifyInstance} from 'fastify';

import {knownReads} from '@ls-annotation/operators';
import type {OperatorEntry} from '@ls-annotation/operators';

import type {ServerOperator} from '../catalog/operator-catalog.js';
import {operatorId} from '../catalog/operator-id.js';
import {isOver} from '../runs/run-view.js';

import {notFound} from './answers.js';
import {EventStream} from './event-stream.js';
import {formRoutes} from './form-routes.js';
import {readRunRequest} from './read-run-request.js';
import type {ServerContext} from './server-context.js';

interface OperatorPath {
  readonly Params: {readonly operatorId: string};
}

interface RunPath {
  readonly Params: {readonly runId: string};
}

const OPERATORS = ['operators'];
const RUNS = ['runs'];
const MAX_LISTED = 200;
const HEARTBEAT_MS = 15_000;

/**
 * The richer protocol: a list that says everything, and runs as resources,
 * with progress, a log, and a cancel that stops the work.
 */
export function runRoutes(app: FastifyInstance, context: ServerContext): void {
  const {audience, catalog, engine, options} = context;
  formRoutes(app, context);

  app.get(
    '/operators',
    {schema: {tags: OPERATORS, summary: 'Lists the operators in full.'}},
    async () => catalog.list().map(toOperatorView),
  );

  app.post<OperatorPath>(
    '/operators/:operatorId/runs',
    {schema: {tags: RUNS, summary: 'Makes a run.'}},
    async (request, reply) => {
      const read = await readRunRequest(context, request, reply, {
        operatorId: request.params.operatorId,
        needsCollection: false,
      });
      if (!read.ok) {
        return 'reply' in read
          ? read.reply
          : reply.code(409).send({detail: read.refusal});
      }
      const run = await engine.submit(read.request);
      audience.expect(run.run_id);
      reply.code(202).header('location', `/api/v2/runs/${run.run_id}`);
      return run;
    },
  );

  app.get(
    '/runs',
    {schema: {tags: RUNS, summary: 'Lists the last runs, newest first.'}},
    async () => engine.list(MAX_LISTED),
  );

  app.get<RunPath>(
    '/runs/:runId',
    {schema: {tags: RUNS, summary: 'Tells of a run.'}},
    async ({params}, reply) =>
      (await engine.find(params.runId)) ?? notFound(reply, 'Run', params.runId),
  );

  for (const [method, url] of [
    ['POST', '/runs/:runId/cancel'],
    ['DELETE', '/runs/:runId'],
  ] as const) {
    app.route<RunPath>({
      method,
      url,
      schema: {tags: RUNS, summary: 'Stops a run.'},
      handler: async ({params}, reply) =>
        (await engine.cancel(params.runId)) ??
        notFound(reply, 'Run', params.runId),
    });
  }

  app.get<RunPath>(
    '/runs/:runId/events',
    {schema: {tags: RUNS, summary: 'Tells what happens, as it happens.'}},
    async (request, reply) => {
      const {runId} = request.params;
      const run = await engine.find(runId);
      if (!run) return notFound(reply, 'Run', runId);
      const lastId = request.headers['last-event-id'];
      let stop: (() => void) | null = null;
      const stream = new EventStream(
        reply,
        options.heartbeatMs ?? HEARTBEAT_MS,
        () => {
          audience.delete(stream);
          stop?.();
        },
      );
      audience.add(runId, stream);
      const after = typeof lastId === 'string' ? lastId : '';
      stop = await engine.follow(runId, after, (event) => {
        stream.send(event);
        if (event.type === 'end') stream.end();
      });
      // Somebody who had the end already need not wait for another one.
      if (isOver(run)) stream.end();
      return reply;
    },
  );
}

function toOperatorView(entry: OperatorEntry): unknown {
  const {name, description, supportedScopes, operator} = entry;
  const {concurrency = null} = operator as ServerOperator;
  return {
    operator_id: operatorId(name),
    name,
    description,
    supported_scopes: supportedScopes,
    status: entry.status,
    error_message: entry.errorMessage,
    parameters: entry.parameters.map((parameter) => parameter.toView()),
    concurrency,
    reads: knownReads((operator as ServerOperator).reads),
    has_resolve: operator.resolve !== undefined,
    has_options: operator.options !== undefined,
  };
}
