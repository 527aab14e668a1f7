import {chromium} from 'playwright-core';
import type {Browser} from 'playwright-core';

import type {RepositoryTools} from '../repository-tools.js';

import {BenchPage} from './bench-page.js';

/** Pages lay out in this window, CSS pixels. */
const VIEWPORT = {width: 1280, height: 900};

/** One headless browser; every page in it is a fresh profile and process. */
export class BenchBrowser {
  readonly #browser: Browser;
  readonly #origin: string;

  private constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  /** Starts the browser; pages are relative to `origin`. */
  static async launch(
    tools: RepositoryTools,
    origin: string,
  ): Promise<BenchBrowser> {
    const executablePath = tools.findBrowser();
    if (executablePath === undefined) {
      throw new Error('No browser found. Install Chromium or set CHROME_PATH.');
    }
    const args = tools.browserFlags();
    const browser = await chromium.launch({executablePath, args});
    return new BenchBrowser(browser, origin);
  }

  /** Name and version of the browser. */
  get version(): string {
    return `Chromium ${this.#browser.version()}`;
  }

  /** Opens `path` in a profile of its own and waits for its load event. */
  async open(path: string): Promise<BenchPage> {
    const context = await this.#browser.newContext({viewport: VIEWPORT});
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const opened = new BenchPage(page, session);
    await page.goto(new URL(path, this.#origin).href);
    return opened;
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    await this.#browser.close();
  }
}
