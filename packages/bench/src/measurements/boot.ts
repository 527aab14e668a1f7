import type {BenchPage} from '../browser/bench-page.js';
import type {ReadyTimes} from '../browser/page-subject.js';
import type {Measurement, MeasurementContext} from '../measurement.js';
import type {Kind} from '../record.js';
import {SampleCollector} from '../sample-collector.js';
import type {Subject} from '../subjects.js';

import {repeat} from './repeat.js';

const SIZES = [0, 100];
const KINDS: readonly Kind[] = ['text', 'boxes'];

/** Time from navigation until a task is displayed. */
export const boot: Measurement = {
  name: 'boot',
  title: 'Boot',
  explanation:
    'Milliseconds from navigation until the task is displayed (for the host: ' +
    '`await host.displayed`), and until it has been painted, its picture too; ' +
    'with a fresh profile, so with a cold cache, from this machine.',
  async run(context) {
    const collector = new SampleCollector();
    for (const kind of KINDS) {
      for (const size of SIZES) {
        context.log(`boot: ${kind}, ${size} regions`);
        await repeat(context, {kind, size}, async (subject) => {
          const times = await measureBoot(context, subject, kind, size);
          const note = (metric: string, sample: number): void =>
            collector.add(
              {
                measurement: 'boot',
                subject: subject.name,
                subtopic: kind,
                metric,
                unit: 'ms',
                size,
              },
              sample,
            );
          note('navigation → displayed', times.displayedMs);
          note('navigation → painted', times.paintedMs);
        });
      }
    }
    return collector.records;
  },
};

async function measureBoot(
  {browser}: MeasurementContext,
  subject: Subject,
  kind: Kind,
  size: number,
): Promise<ReadyTimes> {
  const opened: BenchPage = await browser.open(
    `/pages/${subject.page}?kind=${kind}&count=${size}`,
  );
  try {
    return await opened.page.evaluate(() => globalThis.ready);
  } finally {
    await opened.close();
  }
}
