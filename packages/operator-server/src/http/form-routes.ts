import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';

import type {
  OperatorContext,
  OperatorEntry,
  ParameterValues,
} from '@ls-annotation/operators';

import {readDisplay} from '../catalog/read-display.js';
import {serverContext} from '../runs/server-context.js';

import {invalid, notFound} from './answers.js';
import type {ServerContext} from './server-context.js';

interface OperatorPath {
  readonly Params: {readonly operatorId: string};
}

/** What the form of an operator asks. */
interface Question {
  readonly operator: OperatorEntry['operator'];
  readonly parameter: string;
  readonly query: string;
  readonly values: ParameterValues;
  readonly context: OperatorContext;
  readonly signal: AbortSignal;
}

/** What a form asks an operator: other parameters, and choices. */
export function formRoutes(app: FastifyInstance, context: ServerContext): void {
  const route = (
    name: string,
    summary: string,
    answer: (question: Question) => Promise<unknown>,
  ): void => {
    app.post<OperatorPath>(
      `/operators/:operatorId/${name}`,
      {schema: {tags: ['operators'], summary}},
      async (request, reply) => {
        const question = readQuestion(
          context,
          request.params.operatorId,
          request,
          reply,
        );
        return 'reply' in question ? question.reply : answer(question);
      },
    );
  };

  route(
    'resolve',
    'Asks for the parameters anew.',
    async ({operator, values, context: seen, signal}) => {
      const options = {parameters: values, context: seen, signal};
      return (await operator.resolve?.(options)) ?? null;
    },
  );

  route(
    'options',
    'Asks for the choices of a parameter.',
    async ({operator, context: seen, ...question}) => {
      const options = {...question, context: seen};
      return (await operator.options?.(options)) ?? [];
    },
  );
}

function readQuestion(
  {catalog}: ServerContext,
  id: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Question | {readonly reply: FastifyReply} {
  const entry = catalog.find(id);
  if (!entry) return {reply: notFound(reply, 'Operator', id)};
  const {operator} = entry;
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const {parameter, query, parameters} = body;
  const read = readDisplay(body.context, operator);
  if (!read.ok) return {reply: invalid(reply, read.details)};
  return {
    operator,
    parameter: typeof parameter === 'string' ? parameter : '',
    query: typeof query === 'string' ? query : '',
    values:
      typeof parameters === 'object' && parameters !== null
        ? (parameters as ParameterValues)
        : {},
    context: serverContext({id: null, filter: null}, read.display),
    signal: closingSignal(reply),
  };
}

/**
 * Aborted when the caller goes away before the answer. The connection outlives
 * the answer and is used again, so nothing is left on it.
 */
function closingSignal({raw}: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
