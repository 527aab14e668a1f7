import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** The repository's folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Text that scripts read `process.env.NODE_ENV` by. */
const NODE_ENV = 'process.env.NODE_ENV';

/**
 * Returns `code` with `process.env.NODE_ENV`, which browsers lack and immer
 * reads, replaced by a literal.
 */
export function withNodeEnv(code, value) {
  return code.replaceAll(NODE_ENV, JSON.stringify(value));
}

/**
 * Returns the source file that a specifier such as `@ls-annotation/core`
 * stands for in development, or `undefined` for any other specifier.
 */
export function workspaceSource(specifier) {
  const [, name, path = ''] =
    /^@ls-annotation\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  const folder = `${ROOT}packages/${name}/`;
  const {exports} = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  for (const [key, target] of Object.entries(exports)) {
    const pattern = key.slice(2).replace('.', '\\.').replace('*', '(.+)');
    const match = new RegExp(`^${pattern}$`).exec(path);
    if (match !== null && target.development !== undefined) {
      return folder + target.development.slice(2).replace('*', match[1] ?? '');
    }
  }
  throw new Error(`"${specifier}" is not among the exports of "${name}".`);
}

/** Paths of the files in a folder and its folders, relative to it, sorted. */
export function filesIn(folder) {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .map((path) => path.slice(folder.length).replaceAll('\\', '/'))
    .map((path) => path.replace(/^\//, ''))
    .sort();
}
