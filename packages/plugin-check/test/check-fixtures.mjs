/**
 * Runs `ls-plugin-check` over its fixtures and asserts what it reports and how
 * it ends. `--host <folder>` takes another bundle.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import '../../../scripts/prepare-check.mjs';

const {readScenario, runCli} = await import('../dist/index.js');
const {STEP_RUNNERS} = await import('../dist/steps/step-runners.js');

const BIN = fileURLToPath(
  new URL('../bin/ls-plugin-check.mjs', import.meta.url),
);
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const SCENARIOS = fileURLToPath(new URL('../scenarios/', import.meta.url));
const SCHEMA = new URL('../schema/steps.schema.json', import.meta.url);
const OTHER_BUNDLE = process.argv.includes('--host')
  ? ['--host', process.argv[process.argv.indexOf('--host') + 1]]
  : [];

const EXPECTATIONS = {
  'a plugin that refuses to save holds': ['veto', holds],
  'a plugin that makes regions holds': ['bulk-regions', holds],
  'a plugin that adds to the labeling interface holds': [
    'inject-nodes',
    (report) => {
      holds(report);
      assert.deepEqual(namesOf(report.members), [
        'LSI.annotation',
        'annotation.names',
        'tag.addText',
      ]);
    },
  ],
  'a plugin cannot tell that it is watched': [
    'unchanged',
    (report) => {
      assert.deepEqual(failures(report), [
        'members annotation.nothing does not exist. plugin.js:16:47',
      ]);
    },
  ],
  'errors are told with line and column': [
    'throws',
    (report) => {
      assert.deepEqual(placesOf(report.errors), [
        'run plugin.js:8:9',
        'background plugin.js:4:9',
        'handler plugin.js:1:57',
      ]);
      assert.equal(report.compiled, true);
      assert.deepEqual(
        report.rounds.map(({ok}) => ok),
        [true, true, true],
      );
    },
  ],
  'source that does not parse is told with line and column': [
    'broken',
    (report) => {
      assert.deepEqual(placesOf(report.errors), ['compile plugin.js:2:32']);
      assert.equal(report.compiled, false);
      assert.equal(report.runs, 0);
    },
  ],
  'what is left behind is told, and what is given back is not': [
    'leaks',
    (report) => {
      const growing = report.leftovers.filter(({displays}) => displays > 1);
      assert.deepEqual(
        growing.map(({kind, what, place}) => `${kind} ${what} ${place.line}`),
        [
          'listener keydown on window 2',
          'listener click on document 3',
          'interval setInterval 60000 ms 4',
          'observer MutationObserver on <body> 5',
          'connection BroadcastChannel leaks 7',
          'node <aside> 6',
        ],
      );
      assert.ok(growing.every(({count}) => count === report.displays - 1));
      assert.deepEqual(report.globals, ['leakedGlobal', 'leaksStyle']);
    },
  ],
  'members and events that do not exist are told': [
    'missing-members',
    (report) => {
      assert.deepEqual(failures(report), [
        'events There is no event "beforeSaveAnotation". plugin.js:3:5',
        'events "labelStudioLoad" is over before any plugin runs. plugin.js:4:5',
        'members LSI.annotaton does not exist. plugin.js:5:9',
        'members annotation.lables does not exist. plugin.js:6:16',
        'members annotationStore.current does not exist. plugin.js:6:46',
        'members DM.task does not exist. plugin.js:7:8',
        'members tag.nothing does not exist. plugin.js:7:44',
      ]);
    },
  ],
  'a module plugin is checked like a script': [
    'module',
    (report) => {
      holds(report);
      assert.deepEqual(namesOf(report.members), [
        'LSI.annotation',
        'annotation.names',
        'tag.addText',
      ]);
    },
  ],
  'remote scripts without integrity are told': [
    'remote-script',
    (report) => {
      assert.deepEqual(failures(report), [
        'scripts "https://cdn.example/without-hash.js" is loaded without ' +
          'integrity. plugin.js:3:17',
      ]);
      assert.equal(report.scripts.length, 2);
    },
  ],
};

const folders = Object.values(EXPECTATIONS).map(([name]) => FIXTURES + name);
const {code, out} = await run([...folders, '--json', '--switches', '8']);
const {ok, plugins} = JSON.parse(out);

let failed = 0;
check('the exit code is 1 when something does not hold', () => {
  assert.equal(code, 1);
  assert.equal(ok, false);
});
for (const [promise, [name, assertReport]] of Object.entries(EXPECTATIONS)) {
  const report = plugins.find((plugin) => plugin.name === name);
  check(promise, () => assertReport(report));
}

const green = await run([
  `${FIXTURES}veto`,
  `${FIXTURES}remote-script`,
  '--allow',
  'scripts',
  '--switches',
  '3',
]);
check('the exit code is 0 when all holds or is allowed', () => {
  assert.equal(green.code, 0, green.out);
});
check('people get a table', () => {
  assert.match(green.out, /^veto +yes +6× +– .* 3 rounds +✓$/m);
  assert.match(green.out, /^2 of 2 plugins hold\.$/m);
});

check('every kind of step is in the schema', () => {
  const {$defs} = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const kinds = $defs.step.anyOf.map(({required}) => required[0]);
  const known = [...Object.keys(STEP_RUNNERS), 'repeat'];
  assert.deepEqual(kinds.sort(), known.sort());
});
const official = readdirSync(SCENARIOS).filter((name) => /\.json$/.test(name));
const read = await Promise.allSettled(
  official.map((name) => readScenario(SCENARIOS + name)),
);
check('every scenario of an official plugin can be read', () => {
  assert.equal(official.length, 16);
  assert.deepEqual(
    read.flatMap(({reason}) => reason?.message ?? []),
    [],
  );
});

const broken = spawnSync(process.execPath, [BIN, 'nowhere', ...OTHER_BUNDLE], {
  encoding: 'utf8',
});
check('the exit code is 2 when the check cannot be made', () => {
  assert.equal(broken.status, 2);
  assert.match(broken.stderr, /"nowhere" is no folder/);
});
process.exitCode = failed === 0 ? 0 : 1;

/** Runs the command in this process. */
async function run(parameters) {
  const written = {out: '', error: ''};
  const exitCode = await runCli([...parameters, ...OTHER_BUNDLE, '--offline'], {
    out: (text) => (written.out += text),
    error: (text) => (written.error += text),
  });
  assert.equal(written.error, '');
  return {code: exitCode, out: written.out};
}

function check(promise, assertion) {
  try {
    assertion();
    console.log(`✓ ${promise}`);
  } catch (error) {
    failed += 1;
    console.log(`✗ ${promise}\n${error.message}`);
  }
}

function holds(report) {
  assert.deepEqual(failures(report), []);
  assert.equal(report.ok, true);
  assert.equal(report.runs, report.displays);
  assert.deepEqual(
    report.rounds.map(({ok: held}) => held),
    [true, true, true],
  );
}

function failures({findings}) {
  return findings
    .filter(({status}) => status === 'failed')
    .map(({check: name, message, place}) => `${name} ${message} ${at(place)}`);
}

function placesOf(errors) {
  return errors.map(({doing, place}) => `${doing} ${at(place)}`);
}

function namesOf(members) {
  return members.map(({owner, member}) => `${owner}.${member}`);
}

function at(place) {
  return place ? `${place.file}:${place.line}:${place.column}` : '';
}
