import type {ServerResponse} from 'node:http';

import type {FastifyReply} from 'fastify';

import type {RunEvent} from '../runs/run-view.js';

/** Bytes that may wait for a reader before it is let go. */
const MAX_BUFFERED = 4 * 1024 * 1024;

/**
 * Server-sent events on one connection. A reader that is too slow is let go: it
 * comes back with the id of the last event that it got.
 *
 * @see {@link https://html.spec.whatwg.org/multipage/server-sent-events.html}
 */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;

  /** Takes the reply over. `onClose` is called when the connection ends. */
  constructor(reply: FastifyReply, heartbeatMs: number, onClose: () => void) {
    const headers = reply.getHeaders() as Record<string, string>;
    reply.hijack();
    this.#response = reply.raw;
    this.#response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    this.#response.write(': here\n\n');
    this.#heartbeat = setInterval(() => this.#write(': here\n\n'), heartbeatMs);
    this.#response.once('close', () => {
      clearInterval(this.#heartbeat);
      onClose();
    });
  }

  /** Sends an event of a run. */
  send({id, type, data}: RunEvent): void {
    this.#write(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Says that the server goes away, and ends. */
  leave(): void {
    this.#write('event: bye\ndata: {"reason": "shutdown"}\n\n');
    this.end();
  }

  /** Ends the stream. */
  end(): void {
    clearInterval(this.#heartbeat);
    this.#response.end();
  }

  #write(text: string): void {
    if (this.#response.writableEnded || this.#response.destroyed) return;
    this.#response.write(text);
    if (this.#response.writableLength > MAX_BUFFERED) this.#response.destroy();
  }
}
