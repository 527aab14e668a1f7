/**
 * Makes a fresh clone ready: checks Node's version, installs the packages that
 * the lock file names, and with `--browser` finds or installs a browser and
 * Redis for the tests. Does nothing where all is there. Node built-ins only.
 */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {BROWSER_NOTE, CACHE_DIRECTORY, findBrowser} from './find-browser.mjs';
import {findRedis} from './find-redis.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const STAMP = join(CACHE_DIRECTORY, 'package-lock.sha256');
const OLDEST_NODE = 20;

/** Carries a browser inside its npm package: Linux on x64 only. */
const NPM_BROWSER = '@sparticuz/chromium';
const NPM_BROWSER_VERSION = '138.0.2';

try {
  checkNode();
  installPackages();
  if (process.argv.includes('--browser')) {
    await provideBrowser();
    provideRedis();
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= OLDEST_NODE) return;
  throw new Error(
    `Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`,
  );
}

function installPackages() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (read(STAMP) === hash) return;
  if (!isInstalled(JSON.parse(lock))) {
    console.log('Installing packages …');
    // Nothing here needs an install script, so none is run. Of packages that
    // name a newer Node, what is used runs on this one; npm warns of each.
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    npm(['ci', '--ignore-scripts', ...quiet]);
  }
  write(STAMP, hash);
}

/** Whether `node_modules` holds what the lock names, as npm itself noted. */
function isInstalled({packages: wanted}) {
  const note = read(join(ROOT, 'node_modules/.package-lock.json'));
  if (note === undefined) return false;
  const {packages: present} = JSON.parse(note);
  return Object.entries(wanted).every(([path, {version, optional, link}]) => {
    if (!path.startsWith('node_modules/')) return true;
    if (!existsSync(join(ROOT, path))) return optional === true;
    return link === true || present[path]?.version === version;
  });
}

async function provideBrowser() {
  const path = findBrowser() ?? browserFromDebian() ?? (await browserFromNpm());
  if (path === undefined) {
    throw new Error(
      'No browser found for the tests. Install Chromium, Chrome or Edge, or ' +
        'set CHROME_PATH to the executable of one.',
    );
  }
  write(BROWSER_NOTE, path);
}

/** Elsewhere than as root on Debian, the tests with Redis say what is missing. */
function provideRedis() {
  if (process.env.REDIS_URL !== undefined || findRedis() !== undefined) return;
  installFromDebian('redis-server');
}

function browserFromDebian() {
  return installFromDebian('chromium') ? findBrowser() : undefined;
}

/** Installs a package of Debian where that is possible; tells whether it did. */
function installFromDebian(name) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing ${name} with apt-get …`);
  // At this run level no service is started.
  const quiet = {DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1'};
  const env = {...process.env, ...quiet};
  const packages = ['install', '-y', '--no-install-recommends', name];
  return [['update'], packages].every((parameters) => {
    const {status} = spawnSync('apt-get', ['-qq', ...parameters], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return status === 0;
  });
}

async function browserFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  console.log(`Installing ${NPM_BROWSER} …`);
  const prefix = join(CACHE_DIRECTORY, 'browser');
  write(join(prefix, 'package.json'), '{"private": true}\n');
  try {
    npm(
      ['install', '--no-save', `${NPM_BROWSER}@${NPM_BROWSER_VERSION}`],
      prefix,
    );
    const require = createRequire(join(prefix, 'package.json'));
    const entry = pathToFileURL(require.resolve(NPM_BROWSER)).href;
    const {default: chromium} = await import(entry);
    return await chromium.executablePath();
  } catch (error) {
    console.error(`${NPM_BROWSER} is of no use here: ${error.message}`);
    return undefined;
  }
}

/** Runs npm free of what an outer npm left in the environment. */
function npm(parameters, cwd = ROOT) {
  const script = process.env.npm_execpath;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
  );
  const options = {cwd, env, stdio: ['ignore', 'inherit', 'inherit']};
  const {status} =
    script === undefined
      ? spawnSync('npm', parameters, {...options, shell: isWindows()})
      : spawnSync(process.execPath, [script, ...parameters], options);
  if (status !== 0) throw new Error(`npm ${parameters[0]} failed.`);
}

function isWindows() {
  return process.platform === 'win32';
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function write(path, text) {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}
