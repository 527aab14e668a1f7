import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';

import type {Measurement} from '../measurement.js';
import type {BenchRecord} from '../record.js';

const ENTRY = 'ls-annotation-host.js';
const IMPORT = /\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;

/** Bytes of the built bundle, file by file. */
export const bundleSize: Measurement = {
  name: 'bundle-size',
  title: 'Bundle size',
  explanation:
    'The minified files of `dist/`. A page loads the entry and what it ' +
    'imports; the other chunks load on first use.',
  async run({distFolder}) {
    const files = readdirSync(distFolder).filter((name) =>
      name.endsWith('.js'),
    );
    const eager = eagerFiles(distFolder);
    const others = files.filter((name) => !eager.has(name)).sort();
    return [
      ...recordsOf('on load (entry and its imports)', distFolder, [...eager]),
      ...[...eager].flatMap((name) => recordsOf(name, distFolder, [name])),
      ...others.flatMap((name) =>
        recordsOf(`on first use: ${name}`, distFolder, [name]),
      ),
    ];
  },
};

/** The entry and, through static imports, what it cannot start without. */
function eagerFiles(folder: string): Set<string> {
  const found = new Set([ENTRY]);
  for (const name of found) {
    const code = readFileSync(join(folder, name), 'utf8');
    for (const [, imported] of code.matchAll(IMPORT)) {
      if (imported !== undefined) found.add(imported);
    }
  }
  return found;
}

function recordsOf(
  subtopic: string,
  folder: string,
  names: readonly string[],
): BenchRecord[] {
  const contents = names.map((name) => readFileSync(join(folder, name)));
  const about = {
    measurement: 'bundle-size',
    subject: 'host',
    subtopic,
    size: null,
    unit: 'B',
  };
  const sum = (lengths: readonly number[]): number[] => [
    lengths.reduce((total, length) => total + length, 0),
  ];
  return [
    {
      ...about,
      metric: 'minified',
      samples: sum(contents.map((content) => content.length)),
    },
    {
      ...about,
      metric: 'gzip -9',
      samples: sum(
        contents.map((content) => gzipSync(content, {level: 9}).length),
      ),
    },
  ];
}
