import type {Server} from 'node:http';

/** A URL prefix that ends with a slash, and the folder behind it. */
export type Mount = readonly [prefix: string, folder: string];

/** Returns the content type of a file by its name. */
export function contentTypeOf(path: string): string;

/** Returns a server, not yet listening, of the files under `mounts`. */
export function createStaticServer(mounts: readonly Mount[]): Server;

/** Starts listening at `port`, or at the next free one; resolves with it. */
export function listen(
  server: Server,
  port: number,
  host: string,
): Promise<number>;
