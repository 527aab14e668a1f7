import {randomUUID} from 'node:crypto';
import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

import {
  checkExecuteBody,
  invalidJson,
} from '../../src/lightly-studio/check-execute-body.js';

import {DOUBLE_OPERATORS} from './double-operators.js';
import type {DoubleCall, DoubleOperator} from './double-operators.js';

/** The collection that the double has. */
export const COLLECTION_ID = '6f0cb38e-4f1c-4c39-9a3d-0c8f8a1f2b11';

/** A running double. */
export interface LightlyStudioDouble {
  /** Address of its API. */
  readonly url: string;
  /** Ends it, with every connection. */
  close(): Promise<void>;
}

/** What the next request for an operator route meets. */
type Trouble = 'busy' | 'broken-connection' | 'silence' | 'server-error';

interface Registered {
  id: string;
  readonly operator: DoubleOperator;
}

/**
 * A double of LightlyStudio's server: its operator routes with the statuses,
 * bodies, headers and oddities of version 1.0.5, on a port of its own.
 *
 * Routes of its own, for tests: `POST /double/restart` gives every operator a
 * new id, `POST /double/trouble` with `{kind, times}` spoils the next requests,
 * `POST /double/remove` with `{name}`, `POST /double/requests` answers what was
 * asked for so far.
 */
export async function startLightlyStudioDouble(): Promise<LightlyStudioDouble> {
  const double = new Double();
  const server = createServer((request, response) => {
    void double.answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const {port} = server.address() as AddressInfo;
  server.unref();
  return {
    url: `http://127.0.0.1:${port}/api`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

class Double {
  #registered: Registered[] = DOUBLE_OPERATORS.map((operator) => ({
    id: randomUUID(),
    operator,
  }));
  readonly #requests: unknown[] = [];
  #trouble: {kind: Trouble; times: number} | null = null;

  async answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const {method = 'GET', url = '/'} = request;
    const path = url.split('?')[0] ?? '/';
    allowOrigin(request, response);
    if (method === 'OPTIONS') return preflight(request, response);
    const text = await readBody(request);
    if (path.startsWith('/double/')) {
      return this.#control(path, text, response);
    }
    this.#requests.push({method, path, body: text});
    if (this.#spoil(response)) return;
    const [, , , id = '', route] = path.split('/');
    if (path === '/api/operators') {
      sendJson(response, 200, this.#list());
    } else if (route === 'parameters' && method === 'GET') {
      this.#parameters(id, response);
    } else if (route === 'execute' && method === 'POST') {
      await this.#execute(id, text, response);
    } else if (method !== 'GET') {
      sendJson(response, 405, {detail: 'Method Not Allowed'});
    } else {
      sendPage(response);
    }
  }

  #list(): unknown {
    return this.#registered.map(({id, operator}) => ({
      operator_id: id,
      name: operator.name,
      supported_scopes: operator.scopes ?? ['root'],
    }));
  }

  #parameters(id: string, response: ServerResponse): void {
    const found = this.#registered.find((one) => one.id === id);
    if (!found) notFound(response, id);
    else sendJson(response, 200, found.operator.parameters ?? []);
  }

  async #execute(
    id: string,
    text: string,
    response: ServerResponse,
  ): Promise<void> {
    const body = parse(text);
    const details =
      body instanceof SyntaxError
        ? [invalidJson(1, body.message)]
        : checkExecuteBody(body);
    if (details.length > 0) {
      sendJson(response, 422, {detail: details});
      return;
    }
    const found = this.#registered.find((one) => one.id === id);
    if (!found) {
      notFound(response, id);
      return;
    }
    const call = body as DoubleCall;
    const collection = String(call.context.collection_id);
    if (collection !== COLLECTION_ID) {
      const detail = `Collection '${collection}' not found`;
      sendJson(response, 404, {detail});
      return;
    }
    const message = refusal(found);
    if (message !== null) sendJson(response, 200, {success: false, message});
    else await run(found.operator, call, response);
  }

  #control(path: string, text: string, response: ServerResponse): void {
    if (path === '/double/requests') {
      sendJson(response, 200, this.#requests);
      return;
    }
    const body = parse(text) as Record<string, unknown>;
    if (path === '/double/restart') {
      for (const registered of this.#registered) registered.id = randomUUID();
    } else if (path === '/double/remove') {
      const {name} = body;
      this.#registered = this.#registered.filter(
        ({operator}) => operator.name !== name,
      );
    } else if (path === '/double/trouble') {
      const {kind, times = 1} = body as {kind: Trouble; times?: number};
      this.#trouble = {kind, times};
    }
    sendJson(response, 200, null);
  }

  #spoil(response: ServerResponse): boolean {
    const trouble = this.#trouble;
    if (!trouble || trouble.times === 0) return false;
    trouble.times -= 1;
    switch (trouble.kind) {
      case 'busy':
        send(response, 503, 'text/plain', 'Service Unavailable');
        return true;
      case 'server-error':
        crash(response);
        return true;
      case 'broken-connection':
        response.socket?.destroy();
        return true;
      case 'silence':
        return true;
    }
  }
}

/** Why an operator is not run although it is there; status 200 nevertheless. */
function refusal({id, operator}: Registered): string | null {
  switch (operator.status) {
    case 'pending':
      return `Operator '${id}' is still starting, please try again in a moment.`;
    case 'stopped':
      return `Operator '${id}' has been stopped and cannot be executed.`;
    case 'error':
      return `Operator '${id}' is in an error state and cannot be executed.`;
    case undefined:
  }
  const scopes = operator.scopes ?? ['root'];
  if (scopes.includes('root') || scopes.includes('image')) return null;
  return (
    `Operator '${operator.name}' cannot be executed in this context. ` +
    `Supported scopes: ${scopes.join(', ')}.`
  );
}

async function run(
  operator: DoubleOperator,
  call: DoubleCall,
  response: ServerResponse,
): Promise<void> {
  const {delayMs} = operator;
  if (delayMs) await new Promise((resolve) => setTimeout(resolve, delayMs));
  const outcome = operator.execute(call);
  if ('crash' in outcome) crash(response);
  else if ('answer' in outcome) sendJson(response, 200, outcome.answer);
  else sendJson(response, outcome.status, outcome.body);
}

/** As Starlette's middleware: the origin is echoed, credentials allowed. */
function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const {origin} = request.headers;
  if (origin === undefined) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('vary', 'Origin');
}

function preflight(request: IncomingMessage, response: ServerResponse): void {
  const wanted = request.headers['access-control-request-headers'];
  if (wanted) response.setHeader('access-control-allow-headers', wanted);
  response.setHeader(
    'access-control-allow-methods',
    'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
  );
  response.setHeader('access-control-max-age', '600');
  send(response, 200, 'text/plain', 'OK');
}

/** An exception in an operator is answered outside of the CORS middleware. */
function crash(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  send(response, 500, 'text/plain; charset=utf-8', 'Internal Server Error');
}

function notFound(response: ServerResponse, id: string): void {
  sendJson(response, 404, {
    detail: `Operator '${decodeURIComponent(id)}' not found`,
  });
}

/** The catch-all of the web app: any other `GET` is its page. */
function sendPage(response: ServerResponse): void {
  const page = '<!doctype html><html><title>LightlyStudio</title></html>';
  send(response, 200, 'text/html; charset=utf-8', page);
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
): void {
  send(response, status, 'application/json', JSON.stringify(value));
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
): void {
  response.writeHead(status, {'content-type': type});
  response.end(text);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON value, `undefined` for an empty body, or what is wrong with it. */
function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return error;
  }
}
