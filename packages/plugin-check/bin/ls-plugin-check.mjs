#!/usr/bin/env node
/** `ls-plugin-check`: checks Label Studio plugins in a real browser. */
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

// In a clone of the repository nothing may be built yet; the published package
// comes with all it needs.
const prepare = new URL('../../../scripts/prepare-check.mjs', import.meta.url);
if (existsSync(fileURLToPath(prepare))) await import(prepare.href);

// Whoever reads along may have read enough.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

const {runCli} = await import('../dist/index.js');
process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
