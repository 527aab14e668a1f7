import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {describe, it} from 'node:test';
import type {TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';

import {readCliOptions} from '../src/cli/cli-options.js';
import {splitCommand} from '../src/cli/load-operators.js';

import {connectClient} from './support/start-server.js';

const path = (file: string): string =>
  fileURLToPath(new URL(file, import.meta.url));

/** Starts the command line tool from source; resolves with its first line. */
async function start(test: TestContext, parameters: readonly string[]) {
  const child = spawn(
    process.execPath,
    [
      '--conditions=development',
      '--import',
      'tsx',
      path('support/cli.ts'),
      ...parameters,
    ],
    {stdio: ['ignore', 'pipe', 'pipe']},
  );
  test.after(() => child.kill('SIGKILL'));
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  const lines = createInterface({input: child.stdout});
  const first = Promise.race([
    once(lines, 'line').then(([line]) => line as string),
    exited.then(() => ''),
  ]);
  return {child, exited, line: await first};
}

describe('ls-operator-server', () => {
  it('serves modules and commands, and ends when it is told to', async (test) => {
    const {child, exited, line} = await start(test, [
      '--operators',
      path('../examples/greeting.mjs'),
      '--command',
      `python3 "${path('../examples/count_words.py')}"`,
      '--port',
      '0',
    ]);
    const [, url = ''] =
      /^Greeting, Count words at (http\S+)$/.exec(line) ?? [];
    const {registry} = await connectClient(test, url);
    const {message} = await registry.run('Greeting', {name: 'Ada'});
    assert.equal(message, 'Hello Ada!');
    child.kill('SIGTERM');
    assert.deepEqual(await exited, [0, null]);
  });

  it('ends with words when it cannot', async (test) => {
    const {exited} = await start(test, ['--operators', path('cli.test.ts')]);
    assert.deepEqual(await exited, [1, null]);
  });

  it('reads its options', () => {
    const options = readCliOptions(
      ['worker', '--redis', 'redis://h', '--run-timeout', '0', '--no-work'],
      {LS_OPERATOR_TOKEN: 'secret'},
    );
    assert.equal(options.mode, 'work');
    assert.deepEqual(options.server, {
      tokens: ['secret'],
      redis: 'redis://h',
      isWorker: false,
      runTimeoutMs: null,
    });
  });

  for (const parameters of [
    ['--nope'],
    ['dance'],
    ['worker'],
    ['--port', 'many'],
  ]) {
    it(`refuses: ${parameters.join(' ')}`, () => {
      assert.throws(() => readCliOptions(parameters, {}), {
        code: 'operator-server/options',
      });
    });
  }

  it('splits commands at blanks, and not in quotes', () => {
    assert.deepEqual(splitCommand(`python3 "my file.py" 'a b' c`), [
      'python3',
      'my file.py',
      'a b',
      'c',
    ]);
  });
});
