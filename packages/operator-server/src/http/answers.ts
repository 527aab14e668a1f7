import type {FastifyReply} from 'fastify';

import type {ValidationDetail} from '../lightly-studio/validation-detail.js';

/** Answers 404 in the words of LightlyStudio. */
export function notFound(
  reply: FastifyReply,
  what: string,
  id: string,
): FastifyReply {
  return reply.code(404).send({detail: `${what} '${id}' not found`});
}

/** Answers 422 in the shape of FastAPI. */
export function invalid(
  reply: FastifyReply,
  detail: readonly ValidationDetail[],
): FastifyReply {
  return reply.code(422).send({detail});
}
