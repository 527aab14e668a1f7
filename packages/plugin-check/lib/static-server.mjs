/** A server of static files on Node's own modules alone. */
import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';

const TYPES = {
  '.aff': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.dic': 'text/plain; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.xml': 'application/xml; charset=utf-8',
};

/** Returns the content type of a file by its name. */
export function contentTypeOf(path) {
  return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * Returns a server, not yet listening, of the files under `mounts`: pairs of a
 * URL prefix that ends with a slash and a folder, the first match wins. A
 * folder answers with its `index.html`, never with a listing. Ranges are
 * served, since browsers seek in media by them.
 */
export function createStaticServer(mounts) {
  return createServer((request, response) => {
    answer(request, response, mounts).catch((error) => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
      console.error(error);
    });
  });
}

/** Starts listening at `port`, or at the next free one; resolves with it. */
export function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    const attempt = (candidate) => {
      server.once('error', (error) => {
        if (error.code !== 'EADDRINUSE' || candidate >= port + 100) {
          reject(error);
        } else {
          attempt(candidate + 1);
        }
      });
      server.listen(candidate, host, () => {
        server.removeAllListeners('error');
        resolve(server.address().port);
      });
    };
    attempt(port);
  });
}

async function answer(request, response, mounts) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405);
  }
  const {pathname, search} = new URL(`http://localhost${request.url}`);
  const path = decoded(pathname);
  const file = path === undefined ? undefined : fileOf(path, mounts);
  if (file === undefined) return refuse(response, 404);

  const stats = await stat(file).catch(() => undefined);
  if (stats?.isDirectory()) {
    if (!path.endsWith('/')) {
      response.writeHead(301, {location: `${pathname}/${search}`});
      return response.end();
    }
    const index = join(file, 'index.html');
    const indexStats = await stat(index).catch(() => undefined);
    return indexStats?.isFile()
      ? send(request, response, index, indexStats)
      : refuse(response, 404);
  }
  return stats?.isFile()
    ? send(request, response, file, stats)
    : refuse(response, 404);
}

function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** The file that a path stands for, if it stays inside its mount. */
function fileOf(path, mounts) {
  const mount = mounts.find(([prefix]) => `${path}/`.startsWith(prefix));
  if (mount === undefined || path.includes('\0')) return undefined;
  const [prefix, folder] = mount;
  const root = normalize(join(folder, sep));
  const file = normalize(join(root, path.slice(prefix.length)));
  return file.startsWith(root) ? file : undefined;
}

function send(request, response, file, {size}) {
  const headers = {
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
    'content-type': contentTypeOf(file),
    'x-content-type-options': 'nosniff',
  };
  const range = rangeOf(request.headers.range, size);
  if (range === null) {
    response.writeHead(416, {'content-range': `bytes */${size}`});
    return response.end();
  }
  const {start, end} = range ?? {start: 0, end: size - 1};
  response.writeHead(range === undefined ? 200 : 206, {
    ...headers,
    'content-length': end - start + 1,
    ...(range && {'content-range': `bytes ${start}-${end}/${size}`}),
  });
  if (request.method === 'HEAD' || size === 0) return response.end();
  const stream = createReadStream(file, {start, end});
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  return stream.pipe(response);
}

/**
 * The one range that a header asks for: `undefined` when it asks for none that
 * has to be honoured, `null` when it cannot be satisfied.
 */
function rangeOf(header, size) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!first && !last) return undefined;
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1;
  return start <= end && start < size ? {start, end} : null;
}

function refuse(response, status) {
  const text = {404: 'Not found', 405: 'Only GET and HEAD'}[status];
  response.writeHead(status, {'content-type': 'text/plain; charset=utf-8'});
  response.end(text);
}
