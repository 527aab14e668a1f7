/**
 * `npm start`: builds `dist/` if it is missing or older than a source, then
 * serves `demo/` at `/`, `dist/` at `/dist/`, and onnxruntime-web. `PORT` and `HOST`
 * choose where; a port that is taken gives way to the next free one.
 */
import {ensureBundle} from './ensure-bundle.mjs';
import {createStaticServer, listen} from './static-server.mjs';
import {ROOT} from './workspace.mjs';

const DEFAULT_PORT = 8080;

try {
  ensureBundle();
} catch (error) {
  console.error(`${error.message} Nothing is served.`);
  process.exit(1);
}

const server = createStaticServer([
  ['/dist/', `${ROOT}dist`],
  ['/onnxruntime-web/', `${ROOT}node_modules/onnxruntime-web/dist`],
  ['/', `${ROOT}demo`],
]);
const wanted = Number(process.env.PORT) || DEFAULT_PORT;
const port = await listen(server, wanted, process.env.HOST ?? '127.0.0.1');
console.log(`The demo is at http://localhost:${port}/ (Ctrl+C ends it).`);
