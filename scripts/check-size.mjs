/**
 * Holds what a page has to load for a host to its limit: the entry of the
 * built bundle and whatever it imports before anything is shown.
 */
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {ROOT} from './workspace.mjs';

const ENTRY = 'ls-annotation-host.js';

/**
 * A few per cent above what it is. When a feature needs more, think first of
 * what of it can be loaded on first use; when it shrinks, lower this.
 */
const LIMIT_KB = 197;

const IMPORT = /\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;

const texts = new Map();
const load = (name) => {
  if (texts.has(name)) return;
  const text = readFileSync(`${ROOT}dist/${name}`, 'utf8');
  texts.set(name, text);
  for (const [, imported] of text.matchAll(IMPORT)) load(imported);
};
load(ENTRY);

const sizes = [...texts].map(([name, text]) => ({
  name,
  kB: gzipSync(text, {level: 9}).length / 1000,
}));
const totalKb = sizes.reduce((sum, {kB}) => sum + kB, 0);
const words = `A page loads ${totalKb.toFixed(1)} kB, gzipped, for a host; the limit is ${LIMIT_KB} kB.`;
console.log(words);
for (const {name, kB} of sizes) console.log(`  ${kB.toFixed(1)} kB  ${name}`);
process.exitCode = totalKb <= LIMIT_KB ? 0 : 1;
