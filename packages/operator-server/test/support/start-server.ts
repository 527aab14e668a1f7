import type {TestContext} from 'node:test';

import {
  LightlyStudioOperators,
  OperatorRegistry,
} from '@ls-annotation/operators';
import type {
  LightlyStudioOperatorsOptions,
  OperatorRun,
  OperatorRunSnapshot,
} from '@ls-annotation/operators';

import {createOperatorServer} from '../../src/index.js';
import type {OperatorServerOptions} from '../../src/index.js';

/** Starts a server that ends with the test. */
export async function startServer(
  test: TestContext,
  options: OperatorServerOptions,
  port = 0,
) {
  const server = await createOperatorServer(options);
  const url = await server.listen({port});
  test.after(() => server.close());
  const ask = (
    path: string,
    {body, ...init}: Omit<RequestInit, 'body'> & {body?: unknown} = {},
  ): Promise<Response> =>
    fetch(url + path, {
      ...init,
      ...(body !== undefined && {
        method: init.method ?? 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          ...(init.headers as Record<string, string>),
        },
      }),
    });
  return {server, url, ask};
}

/** A client of a server, which ends with the test. */
export async function connectClient(
  test: TestContext,
  url: string,
  options: LightlyStudioOperatorsOptions = {},
) {
  const registry = new OperatorRegistry();
  const source = new LightlyStudioOperators(url, {
    retryDelayMs: 20,
    ...options,
  });
  registry.addSource(source);
  await source.refresh();
  test.after(() => registry.close());
  return {registry, source};
}

/** Resolves with the first snapshot of a run that fits. */
export function until(
  run: OperatorRun,
  fits: (snapshot: OperatorRunSnapshot) => boolean,
): Promise<OperatorRunSnapshot> {
  return new Promise((resolve, reject) => {
    const subscription = run.changes$.subscribe({
      next: (snapshot) => {
        if (!fits(snapshot)) return;
        resolve(snapshot);
        queueMicrotask(() => subscription.unsubscribe());
      },
      complete: () => reject(new Error(`It ended: ${run.result?.message}`)),
    });
  });
}

/** A promise, and the way to settle it. */
export function deferred<T = void>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return {promise, resolve};
}
