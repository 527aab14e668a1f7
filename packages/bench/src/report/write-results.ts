import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {growthPlot} from './growth-plot.js';
import {markdownReport} from './markdown-report.js';
import type {RunResult} from './markdown-report.js';

const PLOT = 'growth.svg';

/** Writes the report, the numbers and the plot of a run into a folder. */
export function writeResults(folder: string, run: RunResult): void {
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'latest.md'), markdownReport(run, PLOT));
  writeFileSync(join(folder, 'latest.json'), toJson(run));
  writeFileSync(join(folder, PLOT), growthPlot(run.records));
}

/** One record a line: two runs can be compared line by line. */
function toJson({records, ...rest}: RunResult): string {
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  const lines = records.map((record) => `    ${JSON.stringify(record)}`);
  return `${head},\n  "records": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
