import type {BenchPage} from '../browser/bench-page.js';
import type {Measurement, MeasurementContext} from '../measurement.js';
import type {BenchRecord} from '../record.js';
import {SampleCollector} from '../sample-collector.js';
import {median} from '../statistics.js';

interface SandboxPage {
  open(plugin: string, isSandboxed: boolean, count: number): Promise<void>;
  display(): Promise<number>;
  longestBlock(): Promise<number>;
  roundTrips(
    count: number,
  ): Promise<{readonly timesMs: readonly number[]; readonly events: number}>;
  close(): void;
}

declare global {
  var sandboxPage: SandboxPage;
}

/** Round trips of which a sample is the median. */
const ROUND_TRIPS = 100;

/** Plugins, and what is said of them. */
const PLUGINS = {
  listens: 'a plugin that listens',
  reads: 'a plugin that looks at every region',
} as const;

type PluginName = keyof typeof PLUGINS;

/** Where the same plugin runs. */
const SUBJECTS = ['sandbox', 'page'] as const;

interface Case {
  readonly plugin: PluginName;
  readonly subject: (typeof SUBJECTS)[number];
  readonly size: number;
}

/** What it costs that a plugin runs in a sandbox. */
export const sandbox: Measurement = {
  name: 'sandbox',
  title: 'Sandbox',
  explanation:
    'The same plugin in a sandbox and in the page, without a view. Display: ' +
    'from its opening to the end of the run of the plugin, for which a ' +
    'sandbox gets a new worker; there are two annotations with as ' +
    'many regions each. Event: to the plugin, whose answer is waited for, and ' +
    'back. CPU: how long the main thread of the page really ran. Longest ' +
    'block: the longest time of a display for which the page could do ' +
    'nothing else, by the clock.',
  async run(context) {
    const collector = new SampleCollector();
    for (const one of casesOf(context.quick)) {
      const {subject, plugin, size} = one;
      context.log(`sandbox: ${subject}, ${PLUGINS[plugin]}, ${size} regions`);
      await measureCase(context, collector, one);
    }
    return collector.records;
  },
};

function casesOf(quick: boolean): readonly Case[] {
  const sizes = quick ? [0, 100, 1000] : [0, 100, 1000, 10_000];
  const plugins = Object.keys(PLUGINS) as PluginName[];
  return plugins.flatMap((plugin) =>
    sizes.flatMap((size) =>
      SUBJECTS.map((subject) => ({plugin, subject, size})),
    ),
  );
}

async function measureCase(
  {browser, repetitions}: MeasurementContext,
  collector: SampleCollector,
  {plugin, subject, size}: Case,
): Promise<void> {
  const about = {measurement: 'sandbox', subject, subtopic: PLUGINS[plugin]};
  const note = (metric: string, unit: string, sample: number): void => {
    const record: Omit<BenchRecord, 'samples'> = {...about, metric, unit, size};
    collector.add(record, sample);
  };
  const opened = await browser.open('/pages/sandbox.html');
  const {page} = opened;
  try {
    await page.evaluate(
      ([name, isSandboxed, count]) =>
        globalThis.sandboxPage.open(name, isSandboxed, count),
      [plugin, subject === 'sandbox', size] as const,
    );
    for (let turn = 0; turn < repetitions; turn += 1) {
      const display = await timed(opened, () =>
        page.evaluate(() => globalThis.sandboxPage.display()),
      );
      note('display, wall', 'ms', display.answer);
      note('display, CPU', 'ms', display.cpuMs);
      const blockMs = await page.evaluate(() =>
        globalThis.sandboxPage.longestBlock(),
      );
      note('display, longest block', 'ms', blockMs);
      if (plugin !== 'listens') continue;
      const {answer, cpuMs} = await timed(opened, () =>
        page.evaluate(
          (count) => globalThis.sandboxPage.roundTrips(count),
          ROUND_TRIPS,
        ),
      );
      note('event and back, wall', 'ms', median(answer.timesMs));
      note('event and back, CPU', 'ms', cpuMs / answer.events);
    }
    await page.evaluate(() => {
      globalThis.sandboxPage.close();
    });
    if (opened.errors.length > 0) throw new Error(opened.errors.join('\n'));
  } finally {
    await opened.close();
  }
}

async function timed<T>(
  opened: BenchPage,
  work: () => Promise<T>,
): Promise<{readonly answer: T; readonly cpuMs: number}> {
  const before = await opened.cpuMs();
  const answer = await work();
  return {answer, cpuMs: (await opened.cpuMs()) - before};
}
