/**
 * `npm run manifest` writes `packages/elements/custom-elements.json`. With
 * `--check` it writes nothing and fails when that file differs from a fresh
 * run, or when a part, a slot or a `--ls-*` property that a source uses is not
 * in it.
 */
import {spawnSync} from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {filesIn, ROOT} from './workspace.mjs';

const PACKAGE = `${ROOT}packages/elements`;
const FILE = 'custom-elements.json';
const COMMITTED = join(PACKAGE, FILE);

/** What is looked for in sources, and where the manifest has its names. */
const CONTRACT = [
  {kind: 'part', key: 'cssParts', pattern: /\bpart=["']([^"']+)["']/g},
  {
    kind: 'slot',
    key: 'slots',
    pattern: /<slot\b[^>]*?\bname=["']([^"']+)["']/g,
  },
  {
    kind: 'property',
    key: 'cssProperties',
    pattern: /(--ls-[a-z0-9-]*[a-z0-9])/g,
  },
];

const fresh = analyze();
if (process.argv.includes('--check')) {
  const problems = [...differences(), ...undocumented()];
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  writeFileSync(COMMITTED, fresh);
}

function analyze() {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  const analyzer = join(
    ROOT,
    'node_modules/@custom-elements-manifest/analyzer/cem.js',
  );
  try {
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [analyzer, 'analyze', '--quiet', '--outdir', relative(PACKAGE, folder)],
      {cwd: PACKAGE, encoding: 'utf8'},
    );
    if (status !== 0)
      throw new Error(`cem analyze failed.\n${stdout}${stderr}`);
    const manifest = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
    return `${JSON.stringify(manifest, null, 2)}\n`;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function differences() {
  const committed = existsSync(COMMITTED)
    ? readFileSync(COMMITTED, 'utf8')
    : undefined;
  return committed === fresh
    ? []
    : [`${FILE} is not up to date: run \`npm run manifest\`.`];
}

function undocumented() {
  const declarations = JSON.parse(fresh).modules.flatMap(
    (module) => module.declarations,
  );
  return CONTRACT.flatMap(({kind, key, pattern}) => {
    const documented = new Set(
      declarations.flatMap((each) => each[key] ?? []).map(({name}) => name),
    );
    return uses(pattern)
      .filter(({name}) => !documented.has(name))
      .map(({name, path}) => `${path}: ${kind} "${name}" is not documented.`);
  });
}

/** Names that sources use, once for each file. */
function uses(pattern) {
  return filesIn(`${PACKAGE}/src`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => {
      const text = readFileSync(`${PACKAGE}/src/${path}`, 'utf8');
      const names = [...text.matchAll(pattern)].flatMap(([, value]) =>
        value.split(/\s+/).filter((name) => /^[\w-]+$/.test(name)),
      );
      return [...new Set(names)].map((name) => ({name, path: `src/${path}`}));
    });
}
