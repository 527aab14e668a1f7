/**
 * `npm test`: the whole verdict. Runs every check, two at a time, then every
 * test in a browser, then every test in Node, and closes with
 * `N passed, N failed`, in which each check and each test counts as one.
 */
import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {stripVTControlCharacters} from 'node:util';
import {ROOT} from './workspace.mjs';

const BIN = 'node_modules/.bin/';
const CLOSING_LINE = /^(\d+) passed, (\d+) failed$/;

/** Checks in lanes: within a lane one follows the other. */
const LANES = [
  [{name: 'lint', command: ['eslint', '--max-warnings', '0', '.']}],
  [
    {name: 'format', command: ['prettier', '--check', '.']},
    {name: 'documents', command: ['scripts/check-documents.mjs']},
    {name: 'lock file', command: ['scripts/check-lock.mjs']},
    {name: 'types', command: ['tsc', '--build']},
    {name: 'manifest', command: ['scripts/manifest.mjs', '--check']},
    {name: 'bundle', command: ['rollup', '--config', '--silent']},
    {name: 'bundle size', command: ['scripts/check-size.mjs']},
    {name: 'bundle loads', command: ['scripts/check-bundle.mjs']},
    {
      name: 'plugin check',
      command: ['packages/plugin-check/test/check-fixtures.mjs'],
    },
  ],
];

const checks = (await Promise.all(LANES.map(runLane))).flat();
const inBrowser = await runTests('Tests', ['web-test-runner']);
const inNode = await runTests('Tests in Node', ['scripts/test-node.mjs']);

const failedChecks = checks.filter(({ok}) => !ok);
for (const {name, output} of failedChecks) {
  console.log(`\n── ${name} ──\n${output.trim()}`);
}
const passed =
  checks.length - failedChecks.length + inBrowser.passed + inNode.passed;
const failed = failedChecks.length + inBrowser.failed + inNode.failed;
if (failedChecks.length > 0) {
  const names = failedChecks.map(({name}) => name).join(', ');
  console.log(`\nFailed checks: ${names}`);
}
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

async function runLane(lane) {
  const results = [];
  for (const check of lane) results.push(await runCheck(check));
  return results;
}

async function runCheck({name, command}) {
  const started = Date.now();
  let output = '';
  const code = await run(command, (line) => (output += `${line}\n`));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return {name, output, ok: code === 0};
}

/** Runs the tests, passing their output on, and returns their counts. */
async function runTests(title, command) {
  let counts;
  const code = await run(command, (line) => {
    const [, passed, failed] = CLOSING_LINE.exec(line) ?? [];
    if (passed === undefined) console.log(line);
    else counts = {passed: Number(passed), failed: Number(failed)};
  });
  const {passed = 0, failed = 0} = counts ?? {};
  console.log(`${title}: ${passed} of ${passed + failed} passed.`);
  // A run that ends badly for any other reason is a failure as well.
  return {passed, failed: code === 0 ? failed : Math.max(failed, 1)};
}

/** Runs a tool or a script, hands on its lines, resolves with its exit code. */
function run([tool, ...parameters], onLine) {
  const script = tool.endsWith('.mjs') ? tool : BIN + tool;
  const child = spawn(process.execPath, [script, ...parameters], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({input: stream}).on('line', (line) =>
      onLine(stripVTControlCharacters(line)),
    );
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
