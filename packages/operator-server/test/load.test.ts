import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {ServerOperator} from '../src/index.js';

import {connectClient, startServer} from './support/start-server.js';

const RUNS = 200;
const STEPS = 20;
const STEP_MS = 50;

const steps: ServerOperator = {
  name: 'Steps',
  execute: async ({progress, log}) => {
    for (let step = 1; step <= STEPS; step += 1) {
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      progress(step / STEPS, `step ${step}`);
      if (step % 10 === 0) log(`step ${step}`);
    }
    return {success: true, message: 'Done.'};
  },
};

describe('200 runs at once', () => {
  it('all have progress, a log and a result', async (test) => {
    const {url} = await startServer(test, {operators: [steps]});
    const {registry} = await connectClient(test, url);
    const progress = new Map<string, Set<number | null>>();
    const begun = performance.now();
    const runs = Array.from({length: RUNS}, () => {
      const run = registry.run('Steps');
      const seen = new Set<number | null>();
      progress.set(run.id, seen);
      run.changes$.subscribe((now) => seen.add(now.progress.fraction));
      return run;
    });
    const results = await Promise.all(runs.map(({done}) => done));
    const tookMs = performance.now() - begun;
    assert.ok(results.every(({success}) => success));
    assert.ok(runs.every(({log}) => log.length === STEPS / 10));
    const fewest = Math.min(...[...progress.values()].map(({size}) => size));
    test.diagnostic(
      `${RUNS} runs of ${(STEPS * STEP_MS) / 1000} s took ` +
        `${(tookMs / 1000).toFixed(1)} s; each told at least ${fewest} values`,
    );
    assert.ok(fewest > STEPS / 4, `one run told only ${fewest} values`);
    // One after the other they would take 200 s.
    assert.ok(tookMs < 100_000);
  });
});
