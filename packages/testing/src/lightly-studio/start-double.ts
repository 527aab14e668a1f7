import type {LightlyStudioOperatorsOptions} from '@ls-annotation/operators';

import type {LightlyStudioServer} from './client-rows.js';

/** A double of LightlyStudio's server, with a port of its own. */
export interface StartedDouble {
  /** Where it is, and a collection that it has. */
  readonly server: LightlyStudioServer;
  /** Options of a client of it, which is quick to try again. */
  readonly options: LightlyStudioOperatorsOptions;
  /** Gives every operator another id, as a restart does. */
  restart(): Promise<void>;
  /** Spoils the next requests. */
  trouble(kind: string, times?: number): Promise<void>;
  /** Takes an operator out. */
  remove(name: string): Promise<void>;
  /** Returns what was asked for so far, as `GET /api/operators`. */
  requests(): Promise<readonly string[]>;
}

const COLLECTION_ID = '6f0cb38e-4f1c-4c39-9a3d-0c8f8a1f2b11';

/** Asks the test runner for a fresh double. For tests in the browser. */
export async function startDouble(): Promise<StartedDouble> {
  const {url} = (await askJson('GET', '/doubles/lightly-studio')) as {
    url: string;
  };
  const origin = url.replace('/api', '');
  const control = async (path: string, body: unknown = {}): Promise<void> => {
    await askJson('POST', `${origin}/double/${path}`, body);
  };
  return {
    server: {url, collectionId: COLLECTION_ID},
    options: {collectionId: COLLECTION_ID, retryDelayMs: 1},
    restart: () => control('restart'),
    trouble: (kind, times = 1) => control('trouble', {kind, times}),
    remove: (name) => control('remove', {name}),
    requests: async () => {
      const list = (await askJson('POST', `${origin}/double/requests`)) as {
        method: string;
        path: string;
      }[];
      return list.map(({method, path}) => `${method} ${path}`);
    },
  };
}

async function askJson(
  method: string,
  url: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  return response.json() as Promise<unknown>;
}
