/**
 * Looks whether what the documents in `docs/` name exists: test files, the
 * tests in them, and the files that they link to.
 *
 * A test is named by a path in backticks and the words of its title in quotes
 * behind it: `operators/src/run/run-list.test.ts` "keeps the last runs". The
 * rows of a table go on with the path of the words before it. A title that is
 * put together in a loop is named by the part that stands in the code.
 */
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {ROOT} from './workspace.mjs';

const PATH_OR_TITLE = /`([^`\s]+\.test\.ts)`|"([^"`|]+)"/g;
const LINK = /\]\((?!\w+:)([^)#]+)(?:#[^)]*)?\)/g;

const documents = readdirSync(`${ROOT}docs`).filter((name) =>
  name.endsWith('.md'),
);
const sources = new Map();
const problems = documents.flatMap((name) => check(`docs/${name}`));
for (const problem of problems) console.error(problem);
const count = [...sources.values()].reduce((sum, {named}) => sum + named, 0);
console.log(`${count} tests are named in ${documents.length} documents.`);
process.exitCode = problems.length > 0 || count === 0 ? 1 : 0;

function check(path) {
  const text = readFileSync(ROOT + path, 'utf8').replace(/^```.*?^```/gms, '');
  const links = [...text.matchAll(LINK)]
    .map(([, target]) => target)
    .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
    .map((target) => `${path}: there is no ${target} to link to.`);
  const tests = text.split(/^## /m).flatMap(checkSection);
  return [...links, ...tests.map((problem) => `${path}: ${problem}`)];
}

function checkSection(section) {
  let before = null;
  return section.split('\n\n').flatMap((block) => {
    const isTable = block.trimStart().startsWith('|');
    const lines = isTable ? block.split('\n') : [block.replaceAll('\n', ' ')];
    const checks = lines.map((line) => checkLine(line, before));
    if (!isTable) before = checks[0].file;
    return checks.flatMap(({problems}) => problems);
  });
}

function checkLine(line, before) {
  const problems = [];
  let file = before;
  for (const [, path, title] of line.matchAll(PATH_OR_TITLE)) {
    if (path !== undefined) {
      file = fullPath(path);
      if (!existsSync(ROOT + file)) problems.push(`there is no ${file}.`);
    } else if (file !== null && existsSync(ROOT + file)) {
      const source = sourceOf(file);
      source.named += 1;
      if (!source.has(title)) problems.push(`"${title}" is not in ${file}.`);
    }
  }
  return {file, problems};
}

function fullPath(path) {
  return `packages/${path.replace(/^form\//, 'elements/src/operator-form/')}`;
}

/** The strings of a test file, and of its tables in `testing/` beside it. */
function sourceOf(file) {
  if (!sources.has(file)) {
    const text = readFileSync(ROOT + file, 'utf8');
    const tables = [...text.matchAll(/from '(\.\/testing\/[^']+)\.js'/g)].map(
      ([, path]) => join(ROOT, dirname(file), `${path}.ts`),
    );
    const strings = [text, ...tables.map((path) => readFileSync(path, 'utf8'))]
      .flatMap((one) => [...one.matchAll(/(['"`])((?:\\.|(?!\1)[^\\\n])*)\1/g)])
      .map(([, , string]) => string.replace(/\\(.)/g, '$1'));
    sources.set(file, {named: 0, has: (title) => strings.includes(title)});
  }
  return sources.get(file);
}
