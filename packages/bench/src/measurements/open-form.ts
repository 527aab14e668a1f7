import type {Measurement} from '../measurement.js';
import {SampleCollector} from '../sample-collector.js';

interface OpenFormSample {
  readonly openMs: number;
  readonly completeMs: number;
  readonly changeMs: number;
  readonly elements: number;
}

interface OpenFormPage {
  readonly sample: (subject: string, count: number) => Promise<OpenFormSample>;
}

declare global {
  var openFormPage: OpenFormPage;
}

const SUBJECTS = ['host', 'control'] as const;
/** Turns that only warm up: the first one loads the controls. */
const WARM_UP = 3;
/** Opening is short: more samples are cheap, and the median is steadier. */
const TURNS_PER_REPETITION = 4;

/** Time that the dialog of an operator takes to open. */
export const openForm: Measurement = {
  name: 'open-form',
  title: 'Opening a dialog',
  explanation:
    'From `registry.open` until the dialog of an operator with so many fields ' +
    'of ten kinds is laid out, as far as it is in view, and has the focus ' +
    '(open), until all of its fields are there (complete), and what a change ' +
    'of one field takes; not the first time, which loads a chunk. The control ' +
    'is a `<dialog>` with a label, a sentence and a native control for each; ' +
    'it checks nothing. A frame takes 16.7 ms.',
  async run({browser, quick, repetitions, log}) {
    const collector = new SampleCollector();
    const sizes = quick ? [10, 100] : [10, 100, 400];
    const opened = await browser.open('/pages/open-form.html');
    const turns = repetitions * TURNS_PER_REPETITION;
    try {
      for (const size of sizes) {
        log(`open-form: ${size} fields`);
        for (let turn = -WARM_UP; turn < turns; turn += 1) {
          for (const subject of SUBJECTS) {
            const sample = await opened.page.evaluate(
              ([name, count]) => globalThis.openFormPage.sample(name, count),
              [subject, size] as const,
            );
            if (turn >= 0) note(collector, {subject, size}, sample);
          }
        }
      }
    } finally {
      await opened.close();
    }
    return collector.records;
  },
};

function note(
  collector: SampleCollector,
  about: {readonly subject: string; readonly size: number},
  {openMs, completeMs, changeMs, elements}: OpenFormSample,
): void {
  const rows = [
    ['open, wall', 'ms', openMs],
    ['complete, wall', 'ms', completeMs],
    ['change, wall', 'ms', changeMs],
    ['elements', '', elements],
  ] as const;
  for (const [metric, unit, value] of rows) {
    const subtopic = 'fields of ten kinds';
    const measurement = 'open-form';
    collector.add({...about, measurement, subtopic, metric, unit}, value);
  }
}
