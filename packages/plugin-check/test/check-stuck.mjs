/** Asserts what is said of plugins that keep the page, or leave it. */
import assert from 'node:assert/strict';
import {FIXTURES, OTHER_HOST} from './run-command.mjs';
import {check} from './verdict.mjs';

const {checkPlugins} = await import('../dist/index.js');

const FOLDERS = ['hangs', 'waits', 'leaves'].map((name) => FIXTURES + name);
const OPTIONS = {
  isOffline: true,
  parallel: 2,
  // Less than people would wait, and well above the deadline of a start.
  patienceMs: 15_000,
  switches: 2,
  ...(OTHER_HOST !== undefined && {host: OTHER_HOST}),
};

const stuck = {};
for await (const report of checkPlugins(FOLDERS, OPTIONS)) {
  stuck[report.name] = report;
}

check('a plugin that keeps the page busy fails the step and the check', () => {
  assert.deepEqual(
    stuck.hangs.findings.map(({check: name, status}) => [name, status]),
    [
      ['threw', 'failed'],
      ['steps', 'failed'],
    ],
  );
  assert.match(stuck.hangs.errors[0].message, /has not answered for 15 s/);
  assert.equal(stuck.hangs.runs, 1);
});
check('a plugin that never settles is named, and the check ends', () => {
  const [{doing, message}] = stuck.waits.errors;
  assert.equal(doing, 'run');
  assert.match(message, /not finished after \d+ ms/);
  assert.equal(stuck.waits.ok, false);
});
check('a plugin that leaves the page fails', () => {
  assert.deepEqual(
    stuck.leaves.errors.map(({message}) => message),
    ['The page was left for another address.'],
  );
});
