/** Runs the command, and says where its fixtures are. */
import {fileURLToPath} from 'node:url';
import '../../../scripts/prepare-check.mjs';

const {runCli} = await import('../dist/index.js');

/** Folder of the fixtures, with a slash at the end. */
export const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** The command itself. */
export const BIN = fileURLToPath(
  new URL('../bin/ls-plugin-check.mjs', import.meta.url),
);

/** Folder of another bundle of the host, where one is asked for. */
export const OTHER_HOST = process.argv.includes('--host')
  ? process.argv[process.argv.indexOf('--host') + 1]
  : undefined;

/** Runs the command in this process; remote addresses are out of reach. */
export async function run(parameters) {
  const written = {out: '', error: ''};
  const host = OTHER_HOST === undefined ? [] : ['--host', OTHER_HOST];
  const code = await runCli([...host, ...parameters, '--offline'], {
    out: (text) => (written.out += text),
    error: (text) => (written.error += text),
  });
  return {code, ...written};
}
