/**
 * Runs the tests that need Node instead of a browser, `packages/<name>/test/`,
 * and closes with `N passed, N failed`.
 *
 *     node scripts/test-node.mjs          every one
 *     node scripts/test-node.mjs redis    those whose path contains a word
 */
import {spawn} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {ROOT} from './workspace.mjs';

const [word = ''] = process.argv.slice(2);
const files = readdirSync(`${ROOT}packages`, {recursive: true})
  .map((path) => `packages/${path.replaceAll('\\', '/')}`)
  .filter((path) => /^packages\/[^/]+\/test\/[^/]+\.test\.ts$/.test(path))
  .filter((path) => path.includes(word))
  .sort();

if (files.length === 0) {
  console.error(`No test file matches "${word}".`);
  process.exitCode = 1;
} else {
  const child = spawn(
    process.execPath,
    [
      // Workspace packages from source, TypeScript as it is.
      '--conditions=development',
      '--import=tsx',
      '--test',
      '--test-concurrency=2',
      '--test-reporter=./scripts/node-test-reporter.mjs',
      '--test-reporter-destination=stdout',
      ...files,
    ],
    {cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit']},
  );
  child.once('close', (code) => (process.exitCode = code ?? 1));
}
