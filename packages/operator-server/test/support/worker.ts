import {createOperatorWorker} from '../../src/index.js';

import {WORKER_OPERATORS} from './worker-operators.js';

const [redis = '', redisPrefix = '', lostAfterMs = ''] = process.argv.slice(2);
const worker = createOperatorWorker({
  redis,
  redisPrefix,
  operators: WORKER_OPERATORS,
  lostAfterMs: Number(lostAfterMs),
  shutdownMs: 100,
});
await worker.start();
process.once('SIGTERM', () => void worker.close().then(() => process.exit(0)));
process.stdout.write('working\n');
