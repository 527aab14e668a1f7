import {join, resolve} from 'node:path';

import {BenchBrowser} from './browser/bench-browser.js';
import {checkBudgets} from './budgets.js';
import type {Measurement, MeasurementContext} from './measurement.js';
import {boot} from './measurements/boot.js';
import {bundleSize} from './measurements/bundle-size.js';
import {leaks} from './measurements/leaks.js';
import {officialPlugins} from './measurements/official-plugins.js';
import {openForm} from './measurements/open-form.js';
import {panelCost} from './measurements/panel-cost.js';
import {pluginCost} from './measurements/plugin-cost.js';
import {sandbox} from './measurements/sandbox.js';
import {scale} from './measurements/scale.js';
import {stateUpdate} from './measurements/state-update.js';
import {HELP, parseOptions} from './options.js';
import type {BenchOptions} from './options.js';
import {installLabelStudio} from './peers/install-label-studio.js';
import type {InstalledPeer} from './peers/install-label-studio.js';
import type {BenchRecord} from './record.js';
import {budgetTable, markdownReport} from './report/markdown-report.js';
import type {RunResult} from './report/markdown-report.js';
import {machineLoad, runFacts} from './report/run-facts.js';
import {toMarkdown} from './report/table.js';
import {writeResults} from './report/write-results.js';
import type {RepositoryTools} from './repository-tools.js';
import {subjectsOf} from './subjects.js';

const MEASUREMENTS = [
  bundleSize,
  boot,
  stateUpdate,
  scale,
  leaks,
  officialPlugins,
  pluginCost,
  panelCost,
  openForm,
  sandbox,
];
const REPETITIONS = 5;
const QUICK_REPETITIONS = 2;

/** Runs what the command line asks for; resolves with the exit code. */
export async function runBench(
  parameters: readonly string[],
  tools: RepositoryTools,
): Promise<number> {
  const options = parseOptions(parameters);
  if (options.help) {
    print(HELP);
    return 0;
  }
  const measurements = chosen(options);
  if (options.dist === null) tools.ensureBundle();
  const peer = options.peers ? installLabelStudio() : null;
  try {
    const run = await measure(measurements, options, tools, peer);
    report(run, outputFolder(options, tools));
    const isGood = run.failures.length === 0 && run.budgets.every(({ok}) => ok);
    return isGood ? 0 : 1;
  } finally {
    peer?.remove();
  }
}

/**
 * Returns the measurements to run.
 *
 * @throws RangeError when `--only` names none of them.
 */
function chosen({only}: BenchOptions): readonly Measurement[] {
  for (const wanted of only) {
    if (MEASUREMENTS.some(({name}) => name === wanted)) continue;
    const names = MEASUREMENTS.map(({name}) => name).join(', ');
    throw new RangeError(`No measurement is named "${wanted}": ${names}.`);
  }
  return MEASUREMENTS.filter(
    ({name}) => only.length === 0 || only.includes(name),
  );
}

async function measure(
  measurements: readonly Measurement[],
  {dist, quick, peers}: BenchOptions,
  tools: RepositoryTools,
  peer: InstalledPeer | null,
): Promise<RunResult> {
  const {root} = tools;
  const distFolder = dist === null ? join(root, 'dist') : resolve(dist);
  const server = tools.createStaticServer([
    ['/dist/', distFolder],
    ['/pages/', `${root}packages/bench/pages`],
    ['/node_modules/', `${root}node_modules`],
    ['/official-plugins/', `${root}.cache/official-plugins`],
    ...(peer ? [['/label-studio/', peer.folder] as const] : []),
  ]);
  const port = await tools.listen(server, 0, '127.0.0.1');
  const browser = await BenchBrowser.launch(tools, `http://127.0.0.1:${port}/`);
  const loadBefore = machineLoad();
  const records: BenchRecord[] = [];
  const failures: string[] = [];
  const repetitions = quick ? QUICK_REPETITIONS : REPETITIONS;
  const context: MeasurementContext = {
    browser,
    root,
    distFolder,
    subjects: subjectsOf({peers}),
    repetitions,
    quick,
    log: print,
    fail: (line) => {
      print(`FAILED ${line}`);
      failures.push(line);
    },
  };
  try {
    for (const measurement of measurements) {
      records.push(...(await measurement.run(context)));
    }
  } finally {
    await browser.close();
    server.close();
  }
  return {
    facts: runFacts(browser.version, repetitions, loadBefore),
    measurements: measurements.map(({name, title, explanation}) => ({
      name,
      title,
      explanation,
    })),
    records,
    budgets: checkBudgets(records),
    failures,
  };
}

function report(run: RunResult, folder: string): void {
  writeResults(folder, run);
  print(`\n${markdownReport(run, 'growth.svg')}`);
  print(toMarkdown(budgetTable(run.budgets)));
  print(`\nWritten to ${folder}`);
}

function outputFolder(
  {dist, output, only, quick}: BenchOptions,
  {root, cacheDirectory}: RepositoryTools,
): string {
  if (output !== null) return output;
  return only.length === 0 && !quick && dist === null
    ? join(root, 'packages/bench/results')
    : join(cacheDirectory, 'bench');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
