/**
 * `npm run manifest` writes the `custom-elements.json` of each package with
 * elements. With `--check` it writes nothing and fails when one of them
 * differs from a fresh run, or when a part, a slot or a `--ls-*` property that
 * a source uses is in none of them.
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

const PACKAGES = ['elements', 'devtools'];
const FILE = 'custom-elements.json';

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

const fresh = new Map(PACKAGES.map((name) => [name, analyze(name)]));
if (process.argv.includes('--check')) {
  const problems = [...differences(), ...undocumented()];
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  for (const [name, text] of fresh) writeFileSync(committed(name), text);
}

function committed(name) {
  return `${ROOT}packages/${name}/${FILE}`;
}

function analyze(name) {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  const cwd = `${ROOT}packages/${name}`;
  const analyzer = join(
    ROOT,
    'node_modules/@custom-elements-manifest/analyzer/cem.js',
  );
  try {
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [analyzer, 'analyze', '--quiet', '--outdir', relative(cwd, folder)],
      {cwd, encoding: 'utf8'},
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
  return PACKAGES.filter((name) => {
    const path = committed(name);
    return !existsSync(path) || readFileSync(path, 'utf8') !== fresh.get(name);
  }).map(
    (name) =>
      `packages/${name}/${FILE} is not up to date: run \`npm run manifest\`.`,
  );
}

function undocumented() {
  const declarations = [...fresh.values()].flatMap((text) =>
    JSON.parse(text).modules.flatMap((module) => module.declarations),
  );
  return CONTRACT.flatMap(({kind, key, pattern}) => {
    const documented = new Set(
      declarations.flatMap((each) => each[key] ?? []).map(({name}) => name),
    );
    return PACKAGES.flatMap((name) => uses(name, pattern))
      .filter(({name}) => !documented.has(name))
      .map(({name, path}) => `${path}: ${kind} "${name}" is not documented.`);
  });
}

/** Names that sources use, once for each file. */
function uses(packageName, pattern) {
  const folder = `packages/${packageName}/src`;
  return filesIn(ROOT + folder)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => {
      const text = readFileSync(`${ROOT}${folder}/${path}`, 'utf8');
      const names = [...text.matchAll(pattern)].flatMap(([, value]) =>
        value.split(/\s+/).filter((name) => /^[\w-]+$/.test(name)),
      );
      return [...new Set(names)].map((name) => ({
        name,
        path: `${folder}/${path}`,
      }));
    });
}
