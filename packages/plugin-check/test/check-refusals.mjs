/** Asserts what is said where a check cannot be made. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {BIN, FIXTURES, run} from './run-command.mjs';
import {check} from './verdict.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'ls-plugin-check-'));
const SAMPLE = {
  'plugin.js': '',
  'view.xml': '<View><Text name="text" value="$text"/></View>',
  'data.json': '{"text": "A fox"}',
};
function folder(name, files) {
  const path = join(temporary, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries({...SAMPLE, ...files})) {
    if (text !== null) writeFileSync(join(path, file), text);
  }
  return path;
}
const REFUSALS = [
  [['nowhere'], /"nowhere" is no folder/],
  [[], /Give a folder/],
  [[folder('no-view', {'view.xml': null})], /has no view\.xml/],
  [[folder('no-plugin', {'plugin.js': null})], /has no plugin\.js/],
  [[folder('no-json', {'data.json': '{"text": '})], /data\.json" is not JSON/],
  [[folder('no-task', {'data.json': '7'})], /data\.json" holds no task/],
  [
    [folder('no-manifest', {'plugin.json': '{"sandbox": "yes"}'})],
    /plugin\.json" is no manifest of a plugin:\n {2}\/sandbox has to be bool/,
  ],
  [
    [
      folder('no-script', {
        'plugin.js': null,
        'plugin.mjs': '',
        'plugin.json': '{"type": "script"}',
      }),
    ],
    /says "script" of plugin\.mjs/,
  ],
  [
    [folder('no-steps', {'steps.json': '{"steps": [{"lable": "x"}]}'})],
    /steps\/0 knows no "lable"/,
  ],
  [[folder('good', {}), '--steps', 'nowhere.json'], /nowhere\.json" cannot be/],
  [
    [folder('routed', {}), '--route', 'https://a.example'],
    /is not <url>=<file>/,
  ],
  [[folder('counted', {}), '--parallel', '0'], /"0" is no number above 0/],
  [[folder('other', {}), '--bogus'], /Unknown option '--bogus'/],
  [[folder('hostless', {}), '--host', temporary], /There is no .* in/],
];
for (const [parameters, message] of REFUSALS) {
  const {code, out, error} = await run(parameters);
  check(`the exit code is 2 where ${message} is said`, () => {
    assert.match(error, message);
    assert.deepEqual([code, out], [2, '']);
  });
}

const shown = await run([
  folder('marked', {'data.json': '\uFEFF{"text": "x"}'}),
]);
check('a byte order mark is no part of a file', () => {
  assert.equal(shown.code, 0, shown.out);
});

for (const [path, message] of [
  ['/nowhere', /CHROME_PATH "\/nowhere" is not an executable file/],
  [process.execPath, /does not start\. Set CHROME_PATH/],
]) {
  const started = spawnSync(process.execPath, [BIN, `${FIXTURES}veto`], {
    encoding: 'utf8',
    env: {...process.env, CHROME_PATH: path},
  });
  check(`the exit code is 2 where ${message} is said`, () => {
    assert.match(started.stderr, message);
    assert.equal(started.status, 2);
  });
}
rmSync(temporary, {recursive: true});
