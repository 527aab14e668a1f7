import {regionsOf} from '@ls-annotation/core';

import type {ServerOperator} from '../../src/index.js';

const sleep = (delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });

/** The operators of the tests with workers in processes of their own. */
export const WORKER_OPERATORS: readonly ServerOperator[] = [
  {
    name: 'Who',
    execute: ({progress, log}) => {
      progress(0.5, 'half');
      log('hello');
      return {success: true, message: String(process.pid)};
    },
  },
  {name: 'Until cancelled', execute: untilAborted},
  {
    name: 'Reads',
    reads: ['annotation'],
    execute: ({context: {annotation}}) => ({
      success: true,
      message: annotation
        ? [...regionsOf(annotation.regions)].map(({id}) => id).join()
        : '',
    }),
  },
  {
    name: 'Steps',
    parameters: [{name: 'steps', param_type: 'int', default: 4}],
    execute: async ({parameters, progress}) => {
      const steps = parameters.steps as number;
      for (let step = 1; step <= steps; step += 1) {
        progress(step / steps, String(process.pid));
        await sleep(100);
      }
      return {success: true, message: String(process.pid)};
    },
  },
  {
    name: 'Once',
    isRepeatable: false,
    execute: async ({progress}) => {
      progress(0.1, String(process.pid));
      await sleep(60_000);
      return {success: true, message: ''};
    },
  },
  {
    name: 'Dies',
    execute: () => process.kill(process.pid, 'SIGKILL') as never,
  },
];

type Execute = ServerOperator['execute'];

function untilAborted({signal, progress}: Parameters<Execute>[0]) {
  progress(0.1, String(process.pid));
  return new Promise<Awaited<ReturnType<Execute>>>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({success: false, message: 'Stopped.'});
    });
  });
}
