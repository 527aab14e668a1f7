import type {Browser} from 'playwright-core';

import {PageLostError, StepError} from '../errors.js';
import type {ErrorUse, PageReport, ScriptUse} from '../page/page-report.js';
import {displayTimes} from '../report/display-times.js';
import {findFindings} from '../report/find-findings.js';
import type {
  PluginReport,
  RoundReport,
  SandboxReport,
} from '../report/plugin-report.js';
import type {LoadedScenario} from '../steps/read-scenario.js';
import {runSteps} from '../steps/run-steps.js';
import type {AllowedCheck} from '../steps/scenario.js';

import type {CheckOptions} from './check-options.js';
import {CheckPage} from './check-page.js';
import type {PluginFolder} from './plugin-folder.js';
import {serveFolder} from './serve-folder.js';
import type {PageServer} from './serve-folder.js';

/** How often annotations are switched. */
const SWITCHES = 20;

/** A display that takes so long is one whose plugin hangs, milliseconds. */
const HANGING_MS = 4500;

/** How long a page may be busy with one thing, milliseconds. */
const PATIENCE_MS = 30_000;

/** How long an expectation may take, milliseconds. */
const DEADLINE_MS = 5000;

/** A plugin, what is to be done with it, and what with. */
export interface CheckJob {
  /** The browser. */
  readonly browser: Browser;
  /** Folder of the host's bundle. */
  readonly bundleFolder: string;
  /** The plugin. */
  readonly folder: PluginFolder;
  /** The scenario, `null` for none. */
  readonly scenario: LoadedScenario | null;
  /** What the caller says. */
  readonly options: CheckOptions;
}

/**
 * Checks one plugin in a page of its own: shows its sample, runs the scenario
 * twice, switches annotations, runs the scenario again.
 */
export async function checkPlugin(job: CheckJob): Promise<PluginReport> {
  const {bundleFolder, folder} = job;
  const server = await serveFolder(folder.path, bundleFolder);
  try {
    const sandbox = folder.manifest.sandbox
      ? await inPage(job, server, true, (page) => checkSandbox(page, job))
      : null;
    return await inPage(job, server, false, (page) =>
      checkInPage(page, job, sandbox),
    );
  } finally {
    server.close();
  }
}

/** Opens a page for a plugin, and closes it. */
async function inPage<Result>(
  {browser, folder, scenario, options}: CheckJob,
  server: PageServer,
  isSandboxed: boolean,
  work: (page: CheckPage) => Promise<Result>,
): Promise<Result> {
  const page = await CheckPage.open(browser, {
    folder,
    server,
    isSandboxed,
    scenario: scenario?.scenario ?? null,
    isOffline: options.isOffline ?? false,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
  });
  try {
    page.addRoutes(scenario?.scenario.routes ?? {}, scenario?.folder ?? '');
    page.addRoutes(options.routes ?? {}, process.cwd());
    return await work(page);
  } finally {
    await page.close();
  }
}

/**
 * Runs the scenario once in a sandbox. What a plugin touches and leaves there
 * is nobody's but the frame's, and is not recorded.
 */
async function checkSandbox(
  page: CheckPage,
  job: CheckJob,
): Promise<SandboxReport> {
  const {permissions} = job.folder.manifest;
  const rounds: RoundReport[] = [];
  let errors: readonly ErrorUse[] = [];
  try {
    await page.start();
    await runRound(page, job, rounds, 'sandbox');
    ({errors} = await page.report());
  } catch (error) {
    if (!(error instanceof PageLostError)) throw error;
    errors = [lossOf(error)];
  }
  return {permissions, errors, round: rounds[0] ?? null};
}

async function checkInPage(
  page: CheckPage,
  job: CheckJob,
  sandbox: SandboxReport | null,
): Promise<PluginReport> {
  const {folder} = job;
  const rounds: RoundReport[] = [];
  const recorded = await exercise(page, job, rounds);
  const scripts = remoteScripts(page, recorded);
  const findings = findFindings({
    page: recorded,
    scripts,
    rounds,
    sandbox,
    allow: allowances(job),
  });
  const {errors, events, members, leftovers, globals, storageKeys} = recorded;
  return {
    name: folder.name,
    folder: folder.path,
    ok: !findings.some(({status}) => status === 'failed'),
    compiled: !findings.some(({check}) => check === 'compiled'),
    displays: recorded.displays,
    runs: recorded.runs,
    errors,
    events,
    members,
    scripts,
    leftovers,
    globals,
    storageKeys,
    display: displayTimes(recorded.displayMs),
    rounds,
    sandbox,
    console: page.console,
    findings,
  };
}

/** A page that hangs or goes away is known by what was recorded before. */
async function exercise(
  page: CheckPage,
  job: CheckJob,
  rounds: RoundReport[],
): Promise<PageReport> {
  let last = NOTHING;
  try {
    await page.start();
    last = await page.report();
    if (last.hostErrors.length > 0 || last.runs === 0) return last;
    await runRound(page, job, rounds, 'first');
    await runRound(page, job, rounds, 'second');
    await switchAnnotations(page, job.options.switches ?? SWITCHES);
    await runRound(page, job, rounds, 'after the switches');
    return await page.report();
  } catch (error) {
    if (!(error instanceof PageLostError)) throw error;
    return {...last, errors: [...last.errors, lossOf(error)]};
  }
}

function lossOf({message}: PageLostError): ErrorUse {
  return {doing: 'run', message, place: null, count: 1};
}

/** One that hangs on each display would do so each time. */
async function switchAnnotations(
  page: CheckPage,
  times: number,
): Promise<void> {
  for (let left = times; left > 0; left -= 1) {
    if ((await page.switchAnnotation(1)) > HANGING_MS) return;
  }
}

/** A round after one that failed would only say the same. */
async function runRound(
  page: CheckPage,
  {scenario}: CheckJob,
  rounds: RoundReport[],
  when: RoundReport['when'],
): Promise<void> {
  if (!scenario || rounds.some(({ok}) => !ok)) return;
  if (when === 'second' || when === 'after the switches') {
    await page.newAnnotation();
  }
  await page.beginRound();
  const {steps, deadlineMs = DEADLINE_MS} = scenario.scenario;
  const context = {
    check: page,
    page: page.page,
    deadlineMs,
    folder: scenario.folder,
  };
  try {
    const done = await runSteps(steps, context);
    rounds.push({when, ok: true, steps: done, message: ''});
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    rounds.push({when, ok: false, steps: 0, message: error.message});
    if (error.cause instanceof PageLostError) throw error.cause;
  }
}

/** Scripts that were asked for, with the hash when one is known. */
function remoteScripts(page: CheckPage, report: PageReport): ScriptUse[] {
  const {origin} = new URL(page.page.url());
  const found = new Map<string, ScriptUse>();
  for (const script of report.scripts) {
    if (new URL(script.url).origin !== origin) found.set(script.url, script);
  }
  for (const {url, type} of page.requests.remote) {
    if (type !== 'script' || found.has(url.href)) continue;
    found.set(url.href, {url: url.href, integrity: '', place: null});
  }
  return [...found.values()];
}

function allowances({
  scenario,
  options,
}: CheckJob): Partial<Record<AllowedCheck, string>> {
  const asked = (options.allow ?? []).map((check) => [check, '']);
  return {
    ...(Object.fromEntries(asked) as Partial<Record<AllowedCheck, string>>),
    ...scenario?.scenario.allow,
  };
}

const NOTHING: PageReport = {
  displays: 0,
  runs: 0,
  displayMs: [],
  errors: [],
  hostErrors: [],
  events: [],
  members: [],
  scripts: [],
  leftovers: [],
  globals: [],
  storageKeys: [],
  settingIssues: [],
  unsupported: [],
};
