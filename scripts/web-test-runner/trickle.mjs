import {PassThrough} from 'node:stream';

/** Time from one part to the next, milliseconds. */
const PACE_MS = 5;

/**
 * Serves `/trickle/`: a text that comes bit by bit and goes on for as long as
 * somebody reads it.
 */
export function trickle() {
  return async function serveTrickle(context, next) {
    if (context.path !== '/trickle/') return next();
    const body = new PassThrough();
    const timer = setInterval(() => body.write('drop '), PACE_MS);
    const stop = () => {
      clearInterval(timer);
      body.destroy();
    };
    context.req.on('close', stop);
    body.on('close', stop);
    context.type = 'text';
    context.body = body;
    return undefined;
  };
}
