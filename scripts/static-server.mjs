/** A server of static files; `ls-plugin-check` publishes it. */
export {
  createStaticServer,
  listen,
} from '../packages/plugin-check/lib/static-server.mjs';
