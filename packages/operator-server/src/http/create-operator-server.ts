import bearerAuth from '@fastify/bearer-auth';
import cors from '@fastify/cors';
import swagger from '@fastify/swagger';
import fastify from 'fastify';
import type {FastifyError, FastifyInstance} from 'fastify';

import {OperatorCatalog} from '../catalog/operator-catalog.js';
import {ServerBusyError} from '../errors.js';
import {invalidJson} from '../lightly-studio/check-execute-body.js';
import {RedisEngine} from '../redis/redis-engine.js';
import {LocalEngine} from '../runs/local-engine.js';
import type {RunEngine} from '../runs/run-engine.js';
import {DEFAULT_RUN_LIMITS} from '../runs/run-limits.js';
import type {RunLimits} from '../runs/run-limits.js';

import {lightlyStudioRoutes} from './lightly-studio-routes.js';
import {isAllowedOrigin} from './origin-list.js';
import {RunAudience} from './run-audience.js';
import {runRoutes} from './run-routes.js';
import type {OperatorServerOptions} from './server-options.js';

/** How long a caller who is turned away is asked to wait, seconds. */
const RETRY_AFTER_S = 1;

/** A server of operators. */
export interface OperatorServer {
  /** The Fastify application, to add routes or to inject requests. */
  readonly app: FastifyInstance;
  /**
   * Starts the operators, then listens.
   *
   * @param options - `port` 0 for any that is free.
   * @returns The address of the API, `http://127.0.0.1:8001/api`.
   */
  listen(options?: {
    readonly port?: number;
    readonly host?: string;
  }): Promise<string>;
  /**
   * Takes no more requests, ends the runs by their deadline, tells those who
   * listen, and shuts the operators down. Safe to call twice.
   */
  close(): Promise<void>;
}

/**
 * Makes a server of operators: LightlyStudio's REST under `/api`, and beside it
 * runs as resources under `/api/v2`.
 *
 * @example
 * ```ts
 * const server = await createOperatorServer({
 *   operators: [
 *     defineOperator({
 *       name: 'Greeting',
 *       parameters: [{name: 'name', param_type: 'str', default: 'you'}],
 *       execute: ({parameters: {name}}) => ({
 *         success: true,
 *         message: `Hello ${name}!`,
 *       }),
 *     }),
 *   ],
 * });
 * console.log(await server.listen({port: 8001}));
 * await server.close();
 * ```
 *
 * @throws {@link DuplicateOperatorError} rejects with, when two operators have
 *   one name.
 */
export async function createOperatorServer(
  options: OperatorServerOptions,
): Promise<OperatorServer> {
  const catalog = new OperatorCatalog(options.operators);
  const limits: RunLimits = {...DEFAULT_RUN_LIMITS, ...options};
  const engine: RunEngine =
    options.redis === undefined
      ? new LocalEngine(limits)
      : new RedisEngine({...options, redis: options.redis, limits, catalog});
  const app = createApp(options);
  await app.register(cors, {
    origin: (origin, done) => {
      done(null, !origin || isAllowedOrigin(origin, options.origins));
    },
    exposedHeaders: ['link', 'location', 'retry-after'],
    maxAge: 600,
  });
  await app.register(swagger, {
    openapi: {info: {title: 'Operators', version: '2'}},
  });
  refuseOtherPages(app, options);
  const audience = new RunAudience();
  const context = {catalog, engine, options, audience};
  await app.register(
    async (api) => {
      if (options.tokens) {
        await api.register(bearerAuth, {
          keys: new Set(options.tokens),
          verifyErrorLogLevel: 'silent',
          errorResponse: ({message}) => ({error: message, detail: message}),
        });
      }
      lightlyStudioRoutes(api, context);
      await api.register(async (v2) => runRoutes(v2, context), {prefix: '/v2'});
    },
    {prefix: '/api'},
  );
  app.get('/healthz', {schema: {hide: true}}, () => ({status: 'healthy'}));
  app.get('/openapi.json', {schema: {hide: true}}, () => app.swagger());
  let closing: Promise<void> | null = null;
  const closeRuns = (): Promise<void> => {
    closing ??= engine.close().then(() => audience.gathered());
    return closing;
  };
  app.addHook('preClose', async () => {
    await closeRuns();
    audience.dismiss();
  });
  app.addHook('onClose', () => catalog.close());
  return {
    app,
    listen: async ({port = 8001, host = '127.0.0.1'} = {}) => {
      await Promise.all([catalog.started(), engine.start()]);
      return `${await app.listen({port, host})}/api`;
    },
    close: async () => {
      // Those who listen are still served meanwhile, and hear how runs end.
      await closeRuns();
      await app.close();
    },
  };
}

function createApp(options: OperatorServerOptions): FastifyInstance {
  const {bodyLimit = 1024 * 1024, requestTimeoutMs = 30_000} = options;
  const app = fastify({
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    http: {
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(requestTimeoutMs, 5000),
    },
    // Streams end by themselves when they are told; nobody else may hold us up.
    forceCloseConnections: true,
    return503OnClosing: true,
    routerOptions: {ignoreTrailingSlash: true},
    logger: options.isLogging === true && {
      // The line of a request names its route; bodies and headers stay out.
      redact: ['req.headers', 'req.body'],
    },
  });
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.setNotFoundHandler((_, reply) => {
    void reply.code(404).send({detail: 'Not Found'});
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof ServerBusyError) {
      return reply
        .code(error.status)
        .header('retry-after', RETRY_AFTER_S)
        .send({detail: error.message});
    }
    switch (error.code) {
      case 'FST_ERR_CTP_EMPTY_JSON_BODY':
        request.body = undefined;
        return reply.code(422).send({
          detail: [
            {
              type: 'missing',
              loc: ['body'],
              msg: 'Field required',
              input: null,
            },
          ],
        });
      case 'FST_ERR_CTP_INVALID_JSON_BODY':
        return reply.code(422).send({detail: [invalidJson(0, error.message)]});
      case 'FST_ERR_CTP_BODY_TOO_LARGE': {
        const detail = `The body is larger than ${bodyLimit} bytes.`;
        return reply.code(413).send({detail});
      }
    }
    const {statusCode = 500} = error;
    if (statusCode < 500) {
      return reply.code(statusCode).send({detail: error.message});
    }
    request.log.error({err: {message: error.message, stack: error.stack}});
    return reply.code(500).type('text/plain').send('Internal Server Error');
  });
  return app;
}

/**
 * Without this, a page that may not read the answers could still have operators
 * run: browsers send simple requests without asking first.
 */
function refuseOtherPages(
  app: FastifyInstance,
  {origins}: OperatorServerOptions,
): void {
  app.addHook('onRequest', async ({headers: {origin}}, reply) => {
    if (origin === undefined || isAllowedOrigin(origin, origins)) return;
    await reply.code(403).send({detail: `Pages of ${origin} are not allowed.`});
  });
}
