import {dirname} from 'node:path';

import {createStaticServer, listen} from '../../lib/static-server.mjs';

/** The files of one check, as addresses. */
export interface PageServer {
  /** Origin of the page. */
  readonly origin: string;
  /** Addresses of the parts, relative to the origin. */
  readonly urls: {
    readonly hostUrl: string;
    readonly folderUrl: string;
  };
  /** Stops serving. */
  close(): void;
}

/**
 * Serves a plugin's folder and the host's bundle. The folders
 * beside the plugin's are where Label Studio serves its own plugins.
 */
export async function serveFolder(
  folder: string,
  bundleFolder: string,
): Promise<PageServer> {
  const server = createStaticServer([
    ['/ls-annotation-host/', bundleFolder],
    ['/plugin/', folder],
    ['/static/plugins/src/', dirname(folder)],
  ]);
  const port = await listen(server, 0, '127.0.0.1');
  return {
    origin: `http://127.0.0.1:${port}`,
    urls: {
      hostUrl: '/ls-annotation-host/ls-annotation-host.js',
      folderUrl: '/plugin/',
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
