/**
 * Fails when `package-lock.json` names where packages come from, which differs
 * from machine to machine, or lacks an optional package that it mentions,
 * which `npm ci` refuses.
 */
import {readFileSync} from 'node:fs';
import {ROOT} from './workspace.mjs';

const {packages} = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8'));

const problems = Object.entries(packages).flatMap(([path, entry]) => {
  const addresses =
    entry.link === true || entry.resolved === undefined
      ? []
      : [`${path}: has an address in "resolved".`];
  const missing = Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isLocked(path, name))
    .map((name) => `${path}: optional "${name}" has no entry.`);
  return [...addresses, ...missing];
});

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Whether `name` is found from `path` upwards, as Node would look for it. */
function isLocked(path, name) {
  const folders = [path];
  while (folders.at(-1).includes('/node_modules/')) {
    const folder = folders.at(-1);
    folders.push(folder.slice(0, folder.lastIndexOf('/node_modules/')));
  }
  return [...folders, ''].some(
    (folder) =>
      packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`],
  );
}
