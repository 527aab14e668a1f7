import {createOperatorServer} from '../../src/index.js';

/** A server for tests in the browser; says where it is, and ends when told. */
const server = await createOperatorServer({
  shutdownMs: 0,
  operators: [
    {
      name: 'Until cancelled',
      description: 'Goes half the way and waits.',
      execute: ({signal, progress, log}) => {
        progress(0.5, 'half the way');
        log('waiting');
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve({success: false, message: 'Stopped.'});
          });
        });
      },
    },
    {
      name: 'Checks',
      parameters: [{name: 'word', required: false}],
      validate: () => [{message: 'Not that word.', path: '/word'}],
      execute: () => ({success: true, message: ''}),
    },
  ],
});
process.once('SIGTERM', () => void server.close());
process.stdout.write(`${await server.listen({port: 0})}\n`);
