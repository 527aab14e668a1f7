import type {BenchPage} from '../browser/bench-page.js';
import type {Measurement} from '../measurement.js';
import {SampleCollector} from '../sample-collector.js';

interface StateUpdatePage {
  make(subject: string, count: number, updates: number): void;
  settle(subject: string, count: number): void;
  sample(subject: string, count: number): number;
}

declare global {
  var stateUpdatePage: StateUpdatePage;
}

/** Updates of which a sample is the mean. */
const UPDATES = 8000;
/** Of a dictionary so many entries are copied in all: each costs its size. */
const DICTIONARY_COPIES = 800_000;
const DICTIONARY_MAX_SIZE = 10_000;
const SUBJECTS = ['host', 'control', 'dictionary'] as const;

/** Time of one `store.updateRegion` among many regions. */
export const stateUpdate: Measurement = {
  name: 'state-update',
  title: 'State update',
  explanation:
    'Microseconds of one `store.updateRegion`, undo step and patches ' +
    `included; each sample is the mean of ${UPDATES} updates on scattered ` +
    'regions. The control replaces one object in a `Map`; the dictionary is ' +
    'copied by spread for each update. CPU: time that the main thread really ' +
    'ran, whatever else the machine did.',
  async run(context) {
    const {browser, quick, repetitions} = context;
    const collector = new SampleCollector();
    const sizes = quick ? [100, 1000] : [100, 1000, 10_000, 100_000];
    const opened = await browser.open('/pages/state-update.html');
    try {
      const cases = casesOf(sizes);
      for (const {subject, size} of cases) {
        context.log(`state-update: ${subject}, ${size} regions`);
        await warmUp(opened, subject, size);
      }
      for (let turn = 0; turn < repetitions; turn += 1) {
        for (const {subject, size} of cases) {
          const {wallMs, cpuMs} = await sample(opened, subject, size);
          const note = (metric: string, totalMs: number): void =>
            collector.add(
              {
                measurement: 'state-update',
                subject,
                subtopic: 'one region of many',
                metric,
                unit: 'µs',
                size,
              },
              (totalMs * 1000) / updatesOf(subject, size),
            );
          note('update, CPU', cpuMs);
          note('update, wall', wallMs);
        }
      }
    } finally {
      await opened.close();
    }
    return collector.records;
  },
};

function casesOf(
  sizes: readonly number[],
): readonly {readonly subject: string; readonly size: number}[] {
  return sizes.flatMap((size) =>
    SUBJECTS.filter(
      (subject) => subject !== 'dictionary' || size <= DICTIONARY_MAX_SIZE,
    ).map((subject) => ({subject, size})),
  );
}

function updatesOf(subject: string, size: number): number {
  return subject === 'dictionary' ? DICTIONARY_COPIES / size : UPDATES;
}

async function warmUp(
  {page}: BenchPage,
  subject: string,
  size: number,
): Promise<void> {
  await page.evaluate(
    ([name, count, updates]) => {
      globalThis.stateUpdatePage.make(name, count, updates);
      globalThis.stateUpdatePage.sample(name, count);
    },
    [subject, size, updatesOf(subject, size)] as const,
  );
}

/** Milliseconds of all updates of one sample. */
async function sample(
  opened: BenchPage,
  subject: string,
  size: number,
): Promise<{readonly wallMs: number; readonly cpuMs: number}> {
  const {page} = opened;
  const about = [subject, size] as const;
  await page.evaluate(
    ([name, count]) => globalThis.stateUpdatePage.settle(name, count),
    about,
  );
  await opened.counters();
  const before = await opened.cpuMs();
  const wallMs = await page.evaluate(
    ([name, count]) => globalThis.stateUpdatePage.sample(name, count),
    about,
  );
  return {wallMs, cpuMs: (await opened.cpuMs()) - before};
}
