#!/usr/bin/env node
/** `ls-operator-server`: serves operators, or works for those who do. */
import {runCli} from '../dist/cli/run-cli.js';

const code = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
if (code !== 0) process.exit(code);
