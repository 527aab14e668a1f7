/**
 * Runs `ls-plugin-check` over its fixtures and asserts what it reports and how
 * it ends. `--host <folder>` takes another bundle.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {check, failed} from './verdict.mjs';
import {FIXTURES, run} from './run-command.mjs';

const {readScenario} = await import('../dist/index.js');
const {STEP_RUNNERS} = await import('../dist/steps/step-runners.js');

const SCENARIOS = fileURLToPath(new URL('../scenarios/', import.meta.url));
const SCHEMA = new URL('../schema/steps.schema.json', import.meta.url);

/** One for each thing that Label Studio's own plugins need of a host. */
const GROUNDS = {
  'bulk-regions': 'makes and deletes regions, inside a deletion too',
  'word-limit': 'refuses a text that is too long',
  'timer-bar': 'puts a running clock above everything',
  'rewrite-text': 'rewrites texts of the page as they appear',
  'picture-per-label': 'shows a picture for the label that is chosen',
  'mirror-text': 'replaces a text by what is typed',
  'ask-backend': 'takes results of a server over',
  'replace-html': 'replaces a text by HTML of a library',
  'no-overlap': 'refuses spans that lie on each other',
  'pause-after-repeats': 'reports who always answers the same',
  'chart-by-id': 'has a library draw where an id is',
  redact: 'hides names until it takes a style away',
  moderation: 'selects the region that a save is refused for',
  spelling: 'takes its time to refuse a word',
  'json-answer': 'refuses what is no JSON',
  veto: 'refuses to save without a region',
};

const EXPECTATIONS = {
  ...Object.fromEntries(
    Object.entries(GROUNDS).map(([name, what]) => [
      `a plugin that ${what} holds`,
      [name, holds],
    ]),
  ),
  'a plugin that has one video follow another holds, and all is seen': [
    'video-sync',
    (report) => {
      holds(report);
      assert.deepEqual(namesOf(report.members), [
        'LSI.annotation',
        'annotation.names',
        'tag.framerate',
        'tag.syncHandlers',
        'tag.ref',
      ]);
    },
  ],
  'a plugin that misses its project throws, and the save goes on': [
    'no-project',
    (report) => {
      assert.deepEqual(placesOf(report.errors), ['run plugin.js:3:16']);
      assert.match(report.errors[0].message, /^Error: There is no project\.$/);
      assert.equal(report.runs, report.displays);
      assert.ok(report.rounds.every(({ok}) => ok));
    },
  ],
  'a library with another content is refused, and the line is told': [
    'wrong-hash',
    (report) => {
      const [{message, place}, ...others] = report.errors;
      assert.match(message, /^ScriptImportError: .*tiny-chart\.js/);
      assert.deepEqual([at(place), others], ['plugin.js:2:1', []]);
      assert.ok(report.rounds.every(({ok}) => ok));
    },
  ],
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
        'timer plugin.js:4:9',
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
        growing
          .map(({kind, what, place}) => `${place.line} ${kind} ${what}`)
          .sort((a, b) => parseInt(a, 10) - parseInt(b, 10)),
        [
          '2 listener keydown on window',
          '3 listener click on document',
          '4 interval setInterval 60000 ms',
          '5 observer MutationObserver on <body>',
          '6 node <aside>',
          '7 connection BroadcastChannel leaks',
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
  'a plugin that is for a sandbox is run there as well': [
    'sandboxed',
    (report) => {
      holds(report);
      const {permissions, errors, round} = report.sandbox;
      assert.deepEqual([permissions, errors], [['veto', 'modal'], []]);
      assert.deepEqual([round.ok, round.steps], [true, 10]);
    },
  ],
  'what a sandbox keeps a plugin from is told, with its permission': [
    'sandbox-refused',
    (report) => {
      assert.ok(report.rounds.every(({ok: held}) => held));
      assert.equal(report.sandbox.round.ok, false);
      const [first] = failures(report);
      assert.match(first, /^sandbox PluginPermissionError: .*add "modal"/);
      assert.ok(failures(report).every((words) => words.startsWith('sandbox')));
    },
  ],
  'values that a plugin does not take for its settings are told': [
    'settings',
    (report) => {
      assert.deepEqual(failures(report), [
        'settings /least: Enter a value of at least 1. ',
      ]);
      assert.deepEqual(report.storageKeys, []);
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
const {code, out, error} = await run([
  ...folders,
  ...['--json', '--switches', '8', '--parallel', '2'],
]);
const {ok, plugins} = JSON.parse(out);

check('the exit code is 1 when something does not hold', () => {
  assert.equal(code, 1);
  assert.equal(ok, false);
  assert.equal(error, '');
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
check('people get a table of several plugins', () => {
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

await import('./check-stuck.mjs');
await import('./check-refusals.mjs');
process.exitCode = failed() === 0 ? 0 : 1;

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
