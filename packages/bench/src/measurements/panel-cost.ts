import type {BenchPage} from '../browser/bench-page.js';
import type {Measurement} from '../measurement.js';
import type {BenchRecord} from '../record.js';
import {SampleCollector} from '../sample-collector.js';

interface PanelCostPage {
  readonly prepare: (
    subtopic: string,
    plugins: number,
    isOpen: boolean,
  ) => Promise<void>;
  readonly paced: (count: number, perSecond: number) => Promise<void>;
}

declare global {
  var panelCostPage: PanelCostPage;
}

const PLUGINS = 10;
const EVENTS_A_SECOND = 10_000;
/** Events before the counting begins: a page in front is drawn anew first. */
const EVENTS_BEFORE = 2000;
/** Seconds a repetition: two of them differ by more than what is looked for. */
const SECONDS = 4;
/** What the handlers of the plugins do. */
const SUBTOPICS = ['empty', 'reading'] as const;

/** What the panel costs while events come. */
export const panelCost: Measurement = {
  name: 'panel-cost',
  title: 'Panel cost',
  explanation:
    `CPU of the page for ${EVENTS_A_SECOND} events, paced as those of a ` +
    `second, to ${PLUGINS} plugins each, with the panel and its event log ` +
    'beside the host and without. The empty handlers do nothing; the reading ' +
    'ones look at the region and answer. What the panel adds is given as a ' +
    'part of the second.',
  async run({browser, repetitions, log}) {
    const collector = new SampleCollector();
    for (const subtopic of SUBTOPICS) {
      log(`panel-cost: ${subtopic}`);
      const open = (): Promise<BenchPage> =>
        browser.open('/pages/panel-cost.html');
      const [without, withIt] = [await open(), await open()];
      try {
        await prepare(without, subtopic, false);
        await prepare(withIt, subtopic, true);
        for (let turn = -1; turn < repetitions * SECONDS; turn += 1) {
          const baseMs = await cpuOfASecond(without);
          const panelMs = await cpuOfASecond(withIt);
          // The first turn warms up.
          if (turn < 0) continue;
          const add = (metric: string, unit: string, value: number): void => {
            collector.add(about(subtopic, metric, unit), value);
          };
          add('without the panel, CPU', 'ms', baseMs);
          add('with the panel, CPU', 'ms', panelMs);
          add(
            'added by the panel, CPU',
            '% of a second',
            (panelMs - baseMs) / 10,
          );
        }
      } finally {
        await without.close();
        await withIt.close();
      }
    }
    return collector.records;
  },
};

function about(
  subtopic: string,
  metric: string,
  unit: string,
): Omit<BenchRecord, 'samples'> {
  const subject = 'host';
  return {
    measurement: 'panel-cost',
    subject,
    subtopic,
    metric,
    unit,
    size: null,
  };
}

async function prepare(
  {page}: BenchPage,
  subtopic: string,
  isOpen: boolean,
): Promise<void> {
  await page.evaluate(
    ([topic, plugins, open]) =>
      globalThis.panelCostPage.prepare(topic, plugins, open),
    [subtopic, PLUGINS, isOpen] as const,
  );
}

/** CPU of a page for the events of a second, milliseconds. */
async function cpuOfASecond(opened: BenchPage): Promise<number> {
  const dispatch = (count: number): Promise<void> =>
    opened.page.evaluate(
      ([events, perSecond]) =>
        globalThis.panelCostPage.paced(events, perSecond),
      [count, EVENTS_A_SECOND] as const,
    );
  await opened.page.bringToFront();
  await dispatch(EVENTS_BEFORE);
  const beforeMs = await opened.cpuMs();
  await dispatch(EVENTS_A_SECOND);
  return (await opened.cpuMs()) - beforeMs;
}
