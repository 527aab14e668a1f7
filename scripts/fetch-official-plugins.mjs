/**
 * Fetches Label Studio's official plugins into `.cache/official-plugins`,
 * where git does not see them, for `ls-plugin-check`:
 *
 *     node scripts/fetch-official-plugins.mjs
 *     node scripts/fetch-official-plugins.mjs --from <git or plain folder>
 *
 * What is fetched, of which commit, is in `official-plugins.json` with a
 * SHA-256 for each file; a file with another content is refused. The libraries
 * that the plugins load come from npm; `--no-libraries` leaves them out. Files
 * that are there already are not fetched again.
 */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {parseArgs} from 'node:util';
import {ROOT} from './workspace.mjs';

const CACHE = join(ROOT, '.cache');
const TARGET = join(CACHE, 'official-plugins');
const PINS = JSON.parse(
  readFileSync(new URL('official-plugins.json', import.meta.url), 'utf8'),
);

const {values: options} = parseArgs({
  options: {from: {type: 'string'}, 'no-libraries': {type: 'boolean'}},
});

try {
  const fetched = await fetchFiles();
  if (!options['no-libraries']) installLibraries();
  console.log(`${fetched} files fetched. The plugins are in ${TARGET}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function fetchFiles() {
  const wanted = Object.entries(PINS.files).filter(
    ([path, hash]) => hashOf(readIfThere(join(TARGET, path))) !== hash,
  );
  for (const [path, hash] of wanted) {
    const content = await contentOf(path);
    if (hashOf(content) !== hash) {
      throw new Error(
        `"${path}" is not the file of ${PINS.commit.slice(0, 7)}: its ` +
          'SHA-256 is another one.',
      );
    }
    mkdirSync(dirname(join(TARGET, path)), {recursive: true});
    writeFileSync(join(TARGET, path), content);
  }
  return wanted.length;
}

async function contentOf(path) {
  const {from} = options;
  if (from === undefined) return download(path);
  const content =
    fromGit(from, path) ??
    readIfThere(join(from, 'src', path)) ??
    readIfThere(join(from, path));
  if (content !== undefined) return content;
  throw new Error(`"${from}" has no "${path}".`);
}

async function download(path) {
  const {repository, commit} = PINS;
  const url = `https://raw.githubusercontent.com/${repository}/${commit}/src/${path}`;
  const response = await fetch(url).catch((cause) => {
    throw new Error(
      `"${url}" does not answer. With a copy of ${repository} at hand, name ` +
        'it with --from.',
      {cause},
    );
  });
  if (!response.ok) throw new Error(`"${url}" answers ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}

function fromGit(folder, path) {
  const {status, stdout} = spawnSync(
    'git',
    ['-C', folder, 'show', `${PINS.commit}:src/${path}`],
    {maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'ignore']},
  );
  return status === 0 ? stdout : undefined;
}

/**
 * Scenarios answer the plugins' CDN addresses with these. They lie beside the
 * plugins, not among them.
 */
function installLibraries() {
  const missing = Object.entries(PINS.libraries).filter(
    ([name]) => !existsSync(join(CACHE, 'node_modules', name)),
  );
  if (missing.length === 0) return;
  writeFileSync(join(CACHE, 'package.json'), '{"private": true}\n');
  const names = Object.entries(PINS.libraries).map(
    ([name, version]) => `${name}@${version}`,
  );
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const {status, stderr} = spawnSync('npm', ['install', ...flags, ...names], {
    cwd: CACHE,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm could not install them:\n${stderr}`);
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path) : undefined;
}

function hashOf(content) {
  if (content === undefined) return undefined;
  return createHash('sha256').update(content).digest('hex');
}
