import type {BenchPage} from '../browser/bench-page.js';
import type {PageCounters} from '../browser/page-counters.js';
import type {Measurement, MeasurementContext} from '../measurement.js';
import type {BenchRecord} from '../record.js';
import type {Subject} from '../subjects.js';

import {CARELESS_PLUGIN} from './careless-plugin.js';

/** Regions on display. */
const SIZE = 100;
const WARM_UP_CYCLES = 10;
/** Readings after the first, each after as many cycles. */
const BLOCKS = 5;
const QUICK_CYCLES = 4;

interface LeakCase {
  readonly subtopic: string;
  readonly query: string;
  readonly cycle: 'switch' | 'mount';
  /** Subjects that take part; `null` means all that show the kind. */
  readonly only: string | null;
}

const CASES: readonly LeakCase[] = [
  {
    subtopic: 'annotation switches, text',
    query: 'kind=text',
    cycle: 'switch',
    only: null,
  },
  {
    subtopic: 'annotation switches, boxes',
    query: 'kind=boxes',
    cycle: 'switch',
    only: null,
  },
  {
    subtopic: CARELESS_PLUGIN,
    query: 'kind=text&plugins',
    cycle: 'switch',
    only: 'host',
  },
  {
    subtopic: 'annotation switches, text, sandboxed plugin',
    query: 'kind=text&sandboxed',
    cycle: 'switch',
    only: 'host',
  },
  {subtopic: 'mounts, text', query: 'kind=text', cycle: 'mount', only: null},
  {subtopic: 'mounts, boxes', query: 'kind=boxes', cycle: 'mount', only: null},
];

const UNITS = {
  listeners: '',
  nodes: '',
  documents: '',
  frames: '',
  heapBytes: 'B',
} as const satisfies Record<keyof PageCounters, string>;

/** What stays behind after many switches and mounts. */
export const leaks: Measurement = {
  name: 'leaks',
  title: 'Leaks',
  explanation:
    `Counters of the browser at ${SIZE} regions, each after a forced ` +
    `collection, before and after 100 cycles that follow ${WARM_UP_CYCLES} to ` +
    `warm up (20 after 4 with \`--quick\`, and for Label Studio's frontend). ` +
    `There are ${BLOCKS} readings after the first. The careless plugin adds two window ` +
    'listeners, a timer, a style and a handler at every display; the ' +
    'sandboxed one gets a worker for each.',
  async run(context) {
    const records: BenchRecord[] = [];
    for (const leakCase of CASES) {
      for (const subject of context.subjects) {
        if (!takesPart(subject, leakCase)) continue;
        context.log(`leaks: ${subject.name}, ${leakCase.subtopic}`);
        try {
          records.push(...(await measureCase(context, subject, leakCase)));
        } catch (error) {
          context.fail(
            `${subject.name}, ${leakCase.subtopic}: ${String(error)}`,
          );
        }
      }
    }
    return records;
  },
};

function takesPart(subject: Subject, {only, query}: LeakCase): boolean {
  if (only !== null) return subject.name === only;
  return subject.kinds.some((kind) => query === `kind=${kind}`);
}

async function measureCase(
  {browser, quick}: MeasurementContext,
  subject: Subject,
  {subtopic, query, cycle}: LeakCase,
): Promise<readonly BenchRecord[]> {
  const cycles = quick ? QUICK_CYCLES : subject.cyclesAReading;
  const opened = await browser.open(
    `/pages/${subject.page}?${query}&count=${SIZE}`,
  );
  try {
    await opened.page.evaluate(() => globalThis.ready);
    await runCycles(opened, cycle, Math.min(WARM_UP_CYCLES, cycles));
    const readings = [await opened.counters()];
    for (let block = 0; block < BLOCKS; block += 1) {
      await runCycles(opened, cycle, cycles);
      readings.push(await opened.counters());
    }
    if (subject.isOurs && opened.errors.length > 0) {
      throw new Error(opened.errors.join('\n'));
    }
    return Object.entries(UNITS).map(([metric, unit]) => ({
      measurement: 'leaks',
      subject: subject.name,
      subtopic,
      metric,
      unit,
      size: SIZE,
      cycles,
      samples: readings.map((reading) => reading[metric as keyof PageCounters]),
    }));
  } finally {
    await opened.close();
  }
}

async function runCycles(
  {page}: BenchPage,
  cycle: LeakCase['cycle'],
  count: number,
): Promise<void> {
  await page.evaluate(
    async ([what, times]) => {
      for (let step = 0; step < times; step += 1) {
        if (what === 'mount') {
          globalThis.subject.unmount();
          await globalThis.subject.mount();
        } else {
          await globalThis.subject.switchTo(
            1 - globalThis.subject.facts().turn,
          );
        }
        await globalThis.bench.frames(1);
      }
    },
    [cycle, count] as const,
  );
}
