import type {Measurement} from '../measurement.js';
import {SampleCollector} from '../sample-collector.js';

interface PluginCostPage {
  readonly sample: (
    subject: string,
    plugins: number,
    displays: number,
  ) => Promise<number>;
}

declare global {
  var pluginCostPage: PluginCostPage;
}

const PLUGINS = 10;
const DISPLAYS = 100;
/** Kinds of plugins. */
const SUBTOPICS = ['careful', 'careless'] as const;

/** Time that a plugin adds to a display. */
export const pluginCost: Measurement = {
  name: 'plugin-cost',
  title: 'Plugin cost',
  explanation:
    'Microseconds that one plugin adds to one display, from its start to the ' +
    'last of what it left being taken back, receipt included: ' +
    `${DISPLAYS} displays with ${PLUGINS} plugins, less as many without. The ` +
    'careful one registers a handler; the careless one leaves two listeners, ' +
    'a timer, a style and a global as well.',
  async run({browser, repetitions, log}) {
    const collector = new SampleCollector();
    const opened = await browser.open('/pages/plugin-cost.html');
    try {
      for (let turn = -1; turn < repetitions; turn += 1) {
        for (const subtopic of SUBTOPICS) {
          log(`plugin-cost: ${subtopic}`);
          const sample = await opened.page.evaluate(
            ([subject, plugins, displays]) =>
              globalThis.pluginCostPage.sample(subject, plugins, displays),
            [subtopic, PLUGINS, DISPLAYS] as const,
          );
          // The first turn warms up.
          if (turn < 0) continue;
          collector.add(
            {
              measurement: 'plugin-cost',
              subject: 'host',
              subtopic,
              metric: 'start and end of a plugin, wall',
              unit: 'µs',
              size: null,
            },
            sample,
          );
        }
      }
    } finally {
      await opened.close();
    }
    return collector.records;
  },
};
