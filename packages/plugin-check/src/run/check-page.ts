import type {Browser, BrowserContext, Page} from 'playwright-core';

import {PageLostError} from '../errors.js';
import type {CheckError} from '../errors.js';
import type {PageOptions} from '../page/page-options.js';
import type {PageReport} from '../page/page-report.js';
import type {Scenario} from '../steps/scenario.js';

import {withDeadline} from './deadline.js';
import {interceptRequests} from './intercept-requests.js';
import {mergeReports} from './merge-reports.js';
import type {PluginFolder} from './plugin-folder.js';
import {RECORDERS} from './package-files.js';
import {RequestLog} from './request-log.js';
import {RouteTable} from './route-table.js';
import type {PageServer} from './serve-folder.js';

/** Pages lay out in this window, CSS pixels. */
const VIEWPORT = {width: 1280, height: 900};

/** What Playwright says when a page is gone, and what to say instead. */
const LOSSES: readonly (readonly [RegExp, string])[] = [
  [/crashed/i, 'The page crashed.'],
  [
    /context was destroyed|interrupted by another navigation|navigating to/i,
    'The page was left for another address.',
  ],
  [/has been closed/i, 'The page was closed.'],
];

/** What Label Studio has in the address of a page that labels. */
const PATH = '/projects/1/data?task=1';

const USER = {id: 1, firstName: 'Ann', lastName: 'Otator', username: 'ann'};
const PROJECT = {id: 1, title: 'Plugin check'};

/** What a page is opened with. */
export interface CheckPageOptions {
  /** The plugin. */
  readonly folder: PluginFolder;
  /** Where its files are served. */
  readonly server: PageServer;
  /** What a scenario says of user, project and task. */
  readonly scenario: Scenario | null;
  /** True to refuse remote addresses that no route answers. */
  readonly isOffline: boolean;
  /** How long the page may be busy with one thing, milliseconds. */
  readonly patienceMs: number;
  /** True to run the plugin in a sandbox. */
  readonly isSandboxed?: boolean;
}

/** A warning or an error that the page wrote to its console. */
export interface ConsoleNote {
  /** How bad it is. */
  readonly level: 'warning' | 'error';
  /** What it says. */
  readonly text: string;
}

/** One page in which a plugin is checked, in a profile of its own. */
export class CheckPage {
  /** Playwright's page. */
  readonly page: Page;
  /** Requests that it made. */
  readonly requests: RequestLog;

  readonly #context: BrowserContext;
  readonly #options: CheckPageOptions;
  readonly #routes: RouteTable;
  readonly #console: ConsoleNote[] = [];
  #before: PageReport | null = null;
  #failure: CheckError | null = null;

  private constructor(
    context: BrowserContext,
    page: Page,
    options: CheckPageOptions,
  ) {
    const {origin} = options.server;
    this.page = page;
    this.requests = new RequestLog(origin);
    this.#context = context;
    this.#options = options;
    this.#routes = new RouteTable(origin);
  }

  /** Opens a page; nothing runs in it before {@link CheckPage.start}. */
  static async open(
    browser: Browser,
    options: CheckPageOptions,
  ): Promise<CheckPage> {
    const context = await browser.newContext({viewport: VIEWPORT});
    const check = new CheckPage(context, await context.newPage(), options);
    await check.#prepare();
    return check;
  }

  /** Warnings and errors on the console. */
  get console(): readonly ConsoleNote[] {
    return this.#console;
  }

  /** Has addresses be answered; paths are relative to `folder`. */
  addRoutes(routes: NonNullable<Scenario['routes']>, folder: string): void {
    const plugin = this.#options.folder.path;
    this.#routes.add(routes, {folder, plugin});
  }

  /** Loads the page and resolves when the first display has been made. */
  async start(): Promise<void> {
    const {server, patienceMs} = this.#options;
    await this.page
      .goto(server.origin + PATH, {timeout: patienceMs})
      .catch(lose);
    await this.#evaluate(() => lsPluginCheck.start());
  }

  /** Loads the page again; what was recorded is kept. */
  async reload(): Promise<void> {
    this.#before = await this.report();
    await this.start();
  }

  /** Makes an annotation and shows it. */
  async newAnnotation(): Promise<void> {
    await this.#evaluate(() => lsPluginCheck.newAnnotation());
  }

  /**
   * Shows the annotation `offset` places further.
   *
   * @returns How long it took, milliseconds.
   */
  async switchAnnotation(offset: number): Promise<number> {
    return this.#evaluate((by) => lsPluginCheck.switchAnnotation(by), offset);
  }

  /** Shows another task. */
  async showTask(task: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#evaluate((next) => lsPluginCheck.showTask(next), task);
  }

  /** Has a scenario's round begin: events and requests count from now on. */
  async beginRound(): Promise<void> {
    this.requests.mark();
    await this.#evaluate(() => {
      lsPluginCheck.emitted.clear();
    }, null);
  }

  /** Returns everything recorded, once late timers have ended. */
  async report(): Promise<PageReport> {
    await this.#evaluate(() => lsPluginCheck.settle(), null);
    const now = await this.#evaluate(() => lsPluginCheck.report(), null);
    return this.#before ? mergeReports(this.#before, now) : now;
  }

  /** Closes the page and forgets its profile. */
  async close(): Promise<void> {
    await this.#context.close();
  }

  async #prepare(): Promise<void> {
    const {folder, scenario, server, isOffline} = this.#options;
    const {type, permissions, settings} = folder.manifest;
    const options: PageOptions = {
      ...server.urls,
      pluginName: folder.name,
      pluginFile: folder.pluginFile,
      pluginType: type,
      permissions: this.#options.isSandboxed === true ? permissions : null,
      settings,
      config: folder.config,
      task: {...folder.task, ...scenario?.task},
      user: {...USER, ...scenario?.user},
      project: {...PROJECT, ...scenario?.project},
    };
    await this.#context.addInitScript(
      `globalThis.lsPluginCheckOptions = ${JSON.stringify(options)};`,
    );
    await this.#context.addInitScript({path: RECORDERS});
    await interceptRequests(this.#context, {
      origin: server.origin,
      pagePath: PATH,
      routes: this.#routes,
      requests: this.requests,
      isOffline,
      onError: (error) => {
        this.#failure ??= error;
      },
    });
    this.page.on('console', (message) => {
      const level = message.type();
      if (level !== 'warning' && level !== 'error') return;
      this.#console.push({level, text: message.text()});
    });
  }

  /** A plugin may keep the page busy for good, or leave it. */
  async #evaluate<Result, Argument>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument = null as Argument,
  ): Promise<Result> {
    const result = await withDeadline(
      this.page.evaluate(work as never, argument),
      this.#options.patienceMs,
    ).catch(lose);
    if (this.#failure) throw this.#failure;
    return result as Result;
  }
}

/** What keeps a page from answering is the plugin's doing. */
function lose(error: unknown): never {
  if (!(error instanceof Error) || error instanceof PageLostError) throw error;
  const [first = ''] = error.message.split('\n');
  const known = LOSSES.find(([pattern]) => pattern.test(first));
  throw new PageLostError(known?.[1] ?? first, {cause: error});
}
