/**
 * Holds the client of operators against the real LightlyStudio: installs it
 * into `.cache/lightly-studio` (Python 3.10 to 3.13, PyPI, about 1 GB; without
 * torch, which operators do not need), starts it with the operators of the
 * tests, and runs the tests' tables. Not a part of `npm test`.
 *
 *     node scripts/check-lightly-studio.mjs
 *
 * `LIGHTLY_STUDIO_PYTHON` names a Python that has it already.
 */
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {freePort} from './free-port.mjs';
import {ROOT} from './workspace.mjs';

const VERSION = '1.0.5';
const VENV = `${ROOT}.cache/lightly-studio`;
const TESTS = `${ROOT}packages/operator-server/test/lightly-studio`;

/** What it needs, with the bounds of its own metadata, and no torch. */
const REQUIREMENTS = [
  'alembic>=1.14,<2',
  'alembic-postgresql-enum>=1.10',
  'av>=10',
  'brotli-asgi>=1.4',
  'click>=8',
  'duckdb>=1.2.2,<1.6',
  'duckdb-engine>=0.15,<0.17',
  'environs<12',
  'eval-type-backport>=0.2.2',
  'fastapi>=0.115.5',
  'fsspec>=2023.1',
  'jinja2>=3.1',
  'labelformat>=0.1.17',
  'lightly-mundig==0.1.14',
  'opencv-python-headless>=4.11.0.86',
  'pandas>=2.2.3,<3',
  'pillow',
  'posthog<7',
  'pyarrow>=17',
  'python-multipart>=0.0.20',
  'pyyaml',
  'requests>=2.32.3',
  'scikit-learn==1.7.2',
  'sqlalchemy-utils>=0.41',
  'sqlmodel>=0.0.22',
  'tqdm>=4.65',
  'typing-extensions>=4.12.2',
  'uvicorn>=0.32.1',
  'xxhash>=3.5',
];

/** Importing it takes a while on a cold machine. */
const START_MS = 180_000;

const folder = mkdtempSync(join(tmpdir(), 'lightly-studio-'));
try {
  const python = process.env.LIGHTLY_STUDIO_PYTHON ?? install();
  process.exitCode = await check(python);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, {recursive: true, force: true});
}

function install() {
  const python = `${VENV}/bin/python`;
  const done = `${VENV}/installed-${VERSION}`;
  if (existsSync(done)) return python;
  console.log(`Installing LightlyStudio ${VERSION} into .cache …`);
  run('python3', ['-m', 'venv', VENV]);
  const pip = ['-m', 'pip', 'install', '--quiet'];
  run(python, [...pip, '--no-deps', `lightly-studio==${VERSION}`]);
  run(python, [...pip, ...REQUIREMENTS]);
  mkdirSync(done);
  return python;
}

function run(program, parameters) {
  const {status, error} = spawnSync(program, parameters, {stdio: 'inherit'});
  if (status === 0) return;
  throw new Error(`${program} ${parameters[2] ?? ''} failed. ${error ?? ''}`);
}

async function check(python) {
  const port = await freePort();
  const server = spawn(python, [`${TESTS}/serve.py`, folder, String(port)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    const place = await firstPlace(server);
    console.log(`LightlyStudio at ${JSON.parse(place).url}`);
    const tables = spawn(
      process.execPath,
      [
        '--conditions=development',
        '--import=tsx',
        `${TESTS}/run-tables.ts`,
        place,
      ],
      {cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit']},
    );
    return await new Promise((resolve) => tables.once('close', resolve));
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
}

/** Resolves with the line that says where it is. */
function firstPlace(server) {
  const said = [];
  return new Promise((resolve, reject) => {
    const fail = (reason) => {
      clearTimeout(timer);
      reject(new Error(`${reason}\n${said.slice(-20).join('\n')}`));
    };
    const timer = setTimeout(() => fail('It did not start in time.'), START_MS);
    server.once('error', ({message}) => fail(message));
    server.once('exit', () => fail('It ended.'));
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({input: stream}).on('line', (line) => {
        said.push(line);
        if (!line.startsWith('{"url"')) return;
        clearTimeout(timer);
        resolve(line);
      });
    }
  });
}
