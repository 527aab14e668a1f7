import type {FastifyInstance, FastifyReply} from 'fastify';

import {operatorId} from '../catalog/operator-id.js';
import {runEnded} from '../runs/run-engine.js';
import type {RunView} from '../runs/run-view.js';

import {notFound} from './answers.js';
import {readRunRequest} from './read-run-request.js';
import type {ServerContext} from './server-context.js';

interface OperatorPath {
  readonly Params: {readonly operatorId: string};
}

const TAGS = ['operators'];

/**
 * LightlyStudio's own three routes, with its statuses and bodies. What is done
 * better here is said in the README: values are checked, and a caller who goes
 * away ends the run.
 *
 * @see {@link https://docs.lightly.ai/studio/ | LightlyStudio}, version 1.0.5.
 */
export function lightlyStudioRoutes(
  app: FastifyInstance,
  context: ServerContext,
): void {
  const {catalog, engine} = context;

  app.get(
    '/operators',
    {schema: {tags: TAGS, summary: 'Lists the operators.'}},
    async (_, reply) => {
      // Says that runs are resources, too: see run-routes.ts.
      reply.header('link', '<v2>; rel="ls-operator-runs"');
      return catalog.list().map(({name, supportedScopes}) => ({
        operator_id: operatorId(name),
        name,
        supported_scopes: supportedScopes,
      }));
    },
  );

  app.get<OperatorPath>(
    '/operators/:operatorId/parameters',
    {schema: {tags: TAGS, summary: 'Lists the parameters of an operator.'}},
    async ({params}, reply) => {
      const entry = catalog.find(params.operatorId);
      if (!entry) return notFound(reply, 'Operator', params.operatorId);
      return entry.parameters.map((parameter) => parameter.toView());
    },
  );

  app.post<OperatorPath>(
    '/operators/:operatorId/execute',
    {schema: {tags: TAGS, summary: 'Runs an operator and waits for it.'}},
    async (request, reply) => {
      const read = await readRunRequest(context, request, reply, {
        operatorId: request.params.operatorId,
        needsCollection: true,
      });
      if (!read.ok) {
        return 'reply' in read
          ? read.reply
          : {success: false, message: read.refusal};
      }
      const {run_id: runId} = await engine.submit(read.request);
      const onClose = (): void => {
        if (!reply.raw.writableEnded) void engine.cancel(runId);
      };
      reply.raw.once('close', onClose);
      const run = await runEnded(engine, runId);
      reply.raw.removeListener('close', onClose);
      return answerEnd(reply, run);
    },
  );

  app.get(
    '/operators/:operatorId/execute',
    {schema: {hide: true}},
    async (_, reply) => reply.code(405).send({detail: 'Method Not Allowed'}),
  );
}

/** An exception is 400 when the input is to blame, and 500 without words. */
function answerEnd(reply: FastifyReply, run: RunView | null): unknown {
  const {result = null, error = null} = run ?? {};
  if (result) return result;
  switch (error?.kind) {
    case 'input':
    case 'answer':
      return reply.code(400).send({error: error.message});
    case 'timeout':
      return reply.code(504).send({error: error.message});
    case 'shutdown':
    case 'lost':
    case 'cancelled':
      return reply.code(503).send({error: error.message});
    case 'crash':
    case undefined:
      return reply.code(500).type('text/plain').send('Internal Server Error');
  }
}
