import type {CDPSession, Page} from 'playwright-core';

import {heapKindsOf} from './heap-kinds.js';
import type {HeapKinds} from './heap-kinds.js';
import type {PageCounters} from './page-counters.js';

/** Collections until a heap is settled: finalizers free in the next one. */
const COLLECTIONS = 3;

const COUNTERS = {
  listeners: 'JSEventListeners',
  nodes: 'Nodes',
  documents: 'Documents',
  frames: 'Frames',
  heapBytes: 'JSHeapUsedSize',
} as const satisfies Record<keyof PageCounters, string>;

/** A page under measurement, with what the browser counts of it. */
export class BenchPage {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #errors: string[] = [];

  constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
    page.on('pageerror', (error) => this.#errors.push(String(error)));
  }

  /** Playwright's page, for evaluating and for the mouse. */
  get page(): Page {
    return this.#page;
  }

  /** Uncaught errors of the page so far. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  /** Collects garbage, then reads the counters. */
  async counters(): Promise<PageCounters> {
    for (let left = COLLECTIONS; left > 0; left -= 1) {
      await this.#session.send('HeapProfiler.collectGarbage');
    }
    const metrics = await this.#metrics();
    const read = (name: string): number => metrics.get(name) ?? NaN;
    return {
      listeners: read(COUNTERS.listeners),
      nodes: read(COUNTERS.nodes),
      documents: read(COUNTERS.documents),
      frames: read(COUNTERS.frames),
      heapBytes: read(COUNTERS.heapBytes),
    };
  }

  /**
   * Takes a heap snapshot after a collection of garbage, and adds it up.
   *
   * Messages of the console are let go of before: it is the harness that
   * keeps them.
   */
  async heapKinds(): Promise<HeapKinds> {
    const session = this.#session;
    await session.send('Runtime.enable');
    await session.send('Runtime.discardConsoleEntries');
    const chunks: string[] = [];
    const onChunk = ({chunk}: {readonly chunk: string}): void => {
      chunks.push(chunk);
    };
    session.on('HeapProfiler.addHeapSnapshotChunk', onChunk);
    await session.send('HeapProfiler.takeHeapSnapshot');
    session.off('HeapProfiler.addHeapSnapshotChunk', onChunk);
    return heapKindsOf(chunks.join(''));
  }

  /**
   * Milliseconds for which the main thread has run so far. Processor time, not
   * time on a clock: what else the machine does is not in it.
   */
  async cpuMs(): Promise<number> {
    const metrics = await this.#metrics();
    return (metrics.get('ThreadTime') ?? NaN) * 1000;
  }

  /** Closes the page with its profile. */
  async close(): Promise<void> {
    await this.#page.context().close();
  }

  async #metrics(): Promise<Map<string, number>> {
    const {metrics} = await this.#session.send('Performance.getMetrics');
    return new Map(metrics.map(({name, value}) => [name, value]));
  }
}
