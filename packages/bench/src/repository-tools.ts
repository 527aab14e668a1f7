import type {Server} from 'node:http';

/** What the bench takes from the repository's own scripts. */
export interface RepositoryTools {
  /** Folder of the repository, with a slash at the end. */
  readonly root: string;
  /** Folder for what may be lost, with a slash at the end. */
  readonly cacheDirectory: string;
  browserFlags(): string[];
  createStaticServer(mounts: readonly (readonly [string, string])[]): Server;
  /** Builds `dist/` when it is missing or older than a source. */
  ensureBundle(): void;
  findBrowser(): string | undefined;
  listen(server: Server, port: number, host: string): Promise<number>;
}
