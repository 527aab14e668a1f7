import type {Measurement, MeasurementContext} from '../measurement.js';
import type {BenchRecord, Kind} from '../record.js';
import {SampleCollector} from '../sample-collector.js';
import type {Subject} from '../subjects.js';

import {dragBox} from './drag-box.js';
import {repeat} from './repeat.js';
import {runAction} from './run-action.js';
import type {ActionName} from './run-action.js';

/** What a subject adds a little after it has displayed is counted too. */
const SETTLING_FRAMES = 10;

const KINDS: readonly Kind[] = ['text', 'boxes'];

/** Actions in the order in which they are measured. */
const ACTIONS: readonly ActionName[] = ['nothing', 'select', 'add', 'switch'];

/** What showing and changing many regions costs. */
export const scale: Measurement = {
  name: 'scale',
  title: 'Many regions',
  explanation:
    'Wall: milliseconds from an action to the second animation frame after ' +
    'it, when it has been painted; "nothing" is the floor of that clock. ' +
    'CPU: how long the main thread really ran for it. Drag: a pointer moves ' +
    'one box, CPU per move, and the interval that 95 % of the frames stay under. Elements, ' +
    'nodes and canvases: inside the subject, shadow roots too. Heap: of the ' +
    'page, after a forced collection, with the data of the task in it.',
  async run(context) {
    const collector = new SampleCollector();
    const sizes = context.quick ? [100, 1000] : [100, 1000, 10_000];
    for (const kind of KINDS) {
      for (const size of sizes) {
        context.log(`scale: ${kind}, ${size} regions`);
        await repeat(context, {kind, size}, (subject) =>
          measureSubject(context, collector, subject, kind, size),
        );
      }
    }
    return collector.records;
  },
};

async function measureSubject(
  {browser}: MeasurementContext,
  collector: SampleCollector,
  subject: Subject,
  kind: Kind,
  size: number,
): Promise<void> {
  const note = (metric: string, unit: string, sample: number): void => {
    const about: Omit<BenchRecord, 'samples'> = {
      measurement: 'scale',
      subject: subject.name,
      subtopic: kind,
      metric,
      unit,
      size,
    };
    collector.add(about, sample);
  };
  const opened = await browser.open(`/pages/${subject.page}?kind=${kind}`);
  try {
    await opened.page.evaluate(() => globalThis.ready);
    const act = async (name: ActionName): Promise<void> => {
      const {wallMs, cpuMs} = await runAction(opened, name, size);
      note(`${name}: wall`, 'ms', wallMs);
      note(`${name}: CPU`, 'ms', cpuMs);
    };
    await act('display');
    const counts = await opened.page.evaluate(async (frames) => {
      await globalThis.bench.frames(frames);
      return globalThis.bench.countNodes(globalThis.subject.root);
    }, SETTLING_FRAMES);
    note('elements', '', counts.elements);
    note('nodes', '', counts.nodes);
    note('canvases', '', counts.canvases);
    note('heap', 'MB', (await opened.counters()).heapBytes / 1e6);
    for (const name of ACTIONS) {
      if (name === 'switch' && kind === 'boxes' && subject.drags) {
        const {cpuMs, frameMs} = await dragBox(opened);
        note('drag: CPU per move', 'ms', cpuMs);
        note('drag: slow frame', 'ms', frameMs);
      }
      await act(name);
    }
    if (subject.isOurs && opened.errors.length > 0) {
      throw new Error(opened.errors.join('\n'));
    }
  } finally {
    await opened.close();
  }
}
