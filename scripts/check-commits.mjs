/**
 * Checks commit messages: Conventional Commits, with a package as scope.
 *
 *     node scripts/check-commits.mjs                    the last commit
 *     node scripts/check-commits.mjs main..HEAD         a range of commits
 *     node scripts/check-commits.mjs --file <message>   a message in a file
 *
 * `git config core.hooksPath .githooks` checks each message as it is written.
 */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {ROOT} from './workspace.mjs';

const TYPES = [
  'build',
  'chore',
  'ci',
  'docs',
  'feat',
  'fix',
  'perf',
  'refactor',
  'revert',
  'style',
  'test',
];
const SCOPES = [
  'adapters',
  'bench',
  'build',
  'core',
  'demo',
  'devtools',
  'docs',
  'elements',
  'lsi',
  'operator-server',
  'operators',
  'plugin-check',
  'plugins',
  'testing',
];
const HEADER_WIDTH = 72;
const BODY_WIDTH = 80;
const HEADER = /^(?<type>[a-z]+)(?:\((?<scope>[^)]*)\))?!?: (?<subject>.+)$/;

const [option = 'HEAD~1..HEAD', file] = process.argv.slice(2);
const messages =
  option === '--file' ? [readFileSync(file, 'utf8')] : messagesOf(option);

for (const message of messages) {
  const problems = problemsOf(message);
  if (problems.length === 0) continue;
  process.exitCode = 1;
  console.error(message.split('\n')[0]);
  for (const problem of problems) console.error(`  ${problem}`);
}

function messagesOf(range) {
  const last = range === 'HEAD~1..HEAD' ? ['-1'] : [range];
  return execFileSync(
    'git',
    ['log', '--no-merges', '--format=%B%x00', ...last],
    {cwd: ROOT, encoding: 'utf8'},
  )
    .split('\0')
    .map((message) => message.trim())
    .filter(Boolean);
}

function problemsOf(message) {
  const lines = message
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.trimEnd());
  const [header = '', blank = '', ...body] = lines;
  const isLong = (line) => line.length > BODY_WIDTH && !line.includes('://');
  return [
    ...headerProblems(header),
    ...(blank === '' ? [] : ['The second line is not empty.']),
    ...(body.some(isLong) ? [`A line is longer than ${BODY_WIDTH}.`] : []),
  ];
}

function headerProblems(header) {
  const {type, scope, subject} = HEADER.exec(header)?.groups ?? {};
  if (type === undefined) return ['The form is `type(scope): subject`.'];
  const rules = [
    [TYPES.includes(type), `"${type}" is none of ${TYPES.join(', ')}.`],
    [
      scope === undefined || SCOPES.includes(scope),
      `"${scope}" is none of ${SCOPES.join(', ')}.`,
    ],
    [!/^[A-Z][a-z]/.test(subject), 'The subject starts in lower case.'],
    [!subject.endsWith('.'), 'The subject ends without a full stop.'],
    [header.length <= HEADER_WIDTH, `Longer than ${HEADER_WIDTH}.`],
  ];
  return rules.filter(([ok]) => !ok).map(([, problem]) => problem);
}
