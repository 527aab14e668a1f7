/**
 * The same plugin in a sandbox and in the page: what a display costs, and how
 * long an event is on its way to the plugin and back.
 */
import {
  LabelingSession,
  parseLabelConfig,
  PluginRuntime,
} from '/dist/ls-annotation-host.js';
import {LABELS} from './lib/fixtures.mjs';
import {taskOf} from './lib/label-studio-task.mjs';

const SAVE = 'beforeSaveAnnotation';

const CODE = {
  /** Registers a handler and reads nothing. */
  listens: `LSI.on('${SAVE}', (store, annotation) => {
    if (annotation !== LSI.annotation) return false;
  });`,
  /** Looks at what every region says. */
  reads: `
    const labels = new Set();
    for (const region of LSI.regions) labels.add(region.labels[0]);
    if (labels.size > ${LABELS.length}) throw new Error('Too many labels.');
  `,
};

const CONFIG = tag('View', {}, [
  tag(
    'Labels',
    {name: 'label', toName: 'object'},
    LABELS.map(({value}) => tag('Label', {value})),
  ),
  tag('Text', {name: 'object', value: '$text'}),
]);

function tag(name, attributes, children = []) {
  return {tag: name, attributes, children, text: ''};
}

let session = null;
let runtime = null;

/** Events whose time is taken together: the clock of a page is coarse. */
const EVENTS_A_SAMPLE = 10;

/**
 * Resolves with the longest time for which the page could do nothing else
 * while `work` was going on, milliseconds.
 */
async function longestBlockOf(work) {
  const {port1, port2} = new MessageChannel();
  let longestMs = 0;
  let lastMs = performance.now();
  port1.onmessage = () => {
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await work();
  // What held the page up to the very end is seen in the next turn.
  await new Promise((resolve) => setTimeout(resolve));
  port1.close();
  return longestMs;
}

/** An event whose answer is waited for. */
async function roundTrip() {
  const outcomes = await session.events.invoke(
    SAVE,
    session.htx,
    session.annotation,
    {event: 'updateAnnotation'},
  );
  if (outcomes?.length !== 1 || outcomes[0].value !== undefined) {
    throw new Error('The plugin did not hear.');
  }
}

function display() {
  session.redisplay();
  return runtime.run(session.scope);
}

globalThis.sandboxPage = {
  /** Shows `count` regions to a plugin. */
  async open(plugin, isSandboxed, count) {
    session = new LabelingSession();
    session.setConfig(parseLabelConfig(CONFIG).value);
    session.setTask(taskOf('text', count));
    runtime = new PluginRuntime(session);
    const errors = [];
    runtime.errors$.subscribe((error) => errors.push(error.message));
    runtime.setSources([
      {
        id: 'subject',
        code: CODE[plugin],
        sandbox: isSandboxed,
        permissions: ['veto'],
      },
    ]);
    await runtime.run(session.scope);
    if (session.annotation.areas.size !== count) throw new Error('No regions.');
    if (errors.length > 0) throw new Error(errors.join('\n'));
  },

  /** Milliseconds of one display, from opening to the end of the plugin's run. */
  async display() {
    const startMs = performance.now();
    await display();
    return performance.now() - startMs;
  },

  /** The longest time for which one display held up the page, milliseconds. */
  longestBlock: () => longestBlockOf(display),

  /**
   * Milliseconds that an event took to the plugin and back, `count` times:
   * each is the mean of a few that followed each other.
   */
  async roundTrips(count) {
    const timesMs = [];
    for (let left = count; left > 0; left -= 1) {
      const startMs = performance.now();
      for (let event = 0; event < EVENTS_A_SAMPLE; event += 1) {
        await roundTrip();
      }
      timesMs.push((performance.now() - startMs) / EVENTS_A_SAMPLE);
    }
    return {timesMs, events: count * EVENTS_A_SAMPLE};
  },

  close() {
    session.close();
    runtime.close();
  },
};
