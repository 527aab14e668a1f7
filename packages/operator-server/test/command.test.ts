import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import type {TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';

import {commandOperators} from '../src/index.js';
import type {CommandOptions} from '../src/index.js';

import {connectClient, startServer, until} from './support/start-server.js';

const PYTHON = fileURLToPath(new URL('../python', import.meta.url));
const EXAMPLE = fileURLToPath(
  new URL('../examples/count_words.py', import.meta.url),
);

/** A client of a server whose operators are a program in a folder. */
async function setup(
  test: TestContext,
  [program, file]: readonly [string, string],
  source: string,
  options: CommandOptions = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'ls-operators-'));
  test.after(() => rm(folder, {recursive: true}));
  await writeFile(join(folder, file), source);
  const operators = await commandOperators([program, file], {
    cwd: folder,
    env: {...process.env, PYTHONPATH: PYTHON},
    ...options,
  });
  const {url} = await startServer(test, {operators});
  const {registry} = await connectClient(test, url);
  return {folder, registry};
}

const python = (body: string): string =>
  `import os, sys, time, subprocess\nfrom ls_operators import operator, serve\n${body}\nserve()\n`;

describe('operators in Python', () => {
  it('are one small file', async (test) => {
    const operators = await commandOperators(['python3', EXAMPLE]);
    const {url} = await startServer(test, {operators});
    const {registry} = await connectClient(test, url);
    const run = registry.run('Count words', {text: 'one two', pause: 0});
    assert.deepEqual(await run.done, {success: true, message: '2 words'});
    assert.equal(run.progress.text, 'two');
  });

  it('fail with their words, and log what they print', async (test) => {
    const source = python(`
@operator("Value")
def value(run):
    print("looking")
    raise ValueError("bad value")

@operator("Crash")
def crash(run):
    raise RuntimeError("out of cheese")

@operator("Refuse")
def refuse(run):
    return False, "Not today."

@operator("Nothing")
def nothing(run):
    pass
`);
    const {registry} = await setup(test, ['python3', 'ops.py'], source);
    const value = registry.run('Value');
    assert.match((await value.done).message, /bad value/);
    assert.deepEqual(
      value.log.map(({message}) => message),
      ['looking'],
    );
    const crash = registry.run('Crash');
    assert.match((await crash.done).message, /out of cheese/);
    assert.match(
      crash.log.map(({message}) => message).join('\n'),
      /RuntimeError/,
    );
    assert.deepEqual(await registry.run('Refuse'), {
      success: false,
      message: 'Not today.',
    });
    assert.deepEqual(await registry.run('Nothing'), {
      success: true,
      message: '',
    });
  });

  it('are told of a cancel', async (test) => {
    const source = python(`
@operator("Slow")
def slow(run):
    run.progress(None, "here")
    while not run.cancelled:
        time.sleep(0.01)
    open("told", "w").write("yes")
`);
    const {folder, registry} = await setup(test, ['python3', 'ops.py'], source);
    const run = registry.run('Slow');
    await until(run, (now) => now.progress.text === 'here');
    run.abort();
    await appears(join(folder, 'told'));
  });

  it('that do not heed it are killed, with what they started', async (test) => {
    const source = python(`
import signal
@operator("Stubborn")
def stubborn(run):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    child = subprocess.Popen(["sleep", "1000"])
    run.progress(None, f"{os.getpid()} {child.pid}")
    time.sleep(1000)
`);
    const {registry} = await setup(test, ['python3', 'ops.py'], source, {
      graceMs: 50,
    });
    const run = registry.run('Stubborn');
    const {progress} = await until(run, (now) => now.progress.text !== '');
    const processes = progress.text.split(' ').map(Number);
    run.abort();
    await Promise.all(processes.map(ends));
  });
});

describe('a command', () => {
  const node = (source: string): string => `
    const {createInterface} = require('node:readline');
    const say = (message) => console.log(JSON.stringify(message));
    createInterface({input: process.stdin}).on('line', (line) => {
      const message = JSON.parse(line);
      if (message.type === 'describe') {
        say({type: 'operators', operators: [{name: 'Op'}]});
        process.exit();
      }
      ${source}
    });`;

  for (const [what, source, words] of [
    ['dies without a word', 'process.exit(3)', /ended with code 3/],
    [
      'dies with words',
      'console.error("no memory"); process.exit(1)',
      /ended with code 1\. no memory/,
    ],
    ['is killed', 'process.kill(process.pid, "SIGKILL")', /ended with SIGKILL/],
    ['ends without a result', 'process.exit()', /ended without a result/],
    [
      'breaks its JSON',
      'console.log("{\\"type\\": \\"result\\", "); process.exit()',
      /ended without a result/,
    ],
  ] as const) {
    it(`that ${what} fails its run, and no other`, async (test) => {
      const command = [process.execPath, 'op.cjs'] as const;
      const {registry} = await setup(test, command, node(source));
      assert.match((await registry.run('Op')).message, words);
    });
  }

  it('may write what is no message, which is logged', async (test) => {
    const {registry} = await setup(
      test,
      [process.execPath, 'op.cjs'],
      node(`
        console.log('plain words');
        console.log('{"no": "type"}');
        say({type: 'result', success: true, message: 'Done.', count: 2});
        process.exit();`),
    );
    const run = registry.run('Op');
    assert.deepEqual(await run.done, {success: true, message: 'Done.'});
    assert.deepEqual(
      run.log.map(({message}) => message),
      ['plain words', '{"no": "type"}'],
    );
  });

  it('that is not there is an error that says so', async () => {
    await assert.rejects(commandOperators(['no-such-program']), {
      code: 'operator-server/command',
      message: /"no-such-program" cannot be run/,
    });
  });

  it('that tells no operators is an error that says so', async () => {
    await assert.rejects(commandOperators([process.execPath, '-e', '1']), {
      message: /told no operators/,
    });
  });
});

/** Settles when a process is there no more; a zombie is not. */
async function ends(pid: number): Promise<void> {
  for (;;) {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    if (state === '' || state.includes(' Z ')) return;
    await pause();
  }
}

async function appears(path: string): Promise<void> {
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text !== '') return;
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
}
