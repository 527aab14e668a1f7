/**
 * Displays with plugins and without: what starting a plugin and taking back
 * all that it left costs, the display itself not counted.
 */
import {
  LabelingSession,
  parseLabelConfig,
  PluginRuntime,
} from '/dist/ls-annotation-host.js';

const CODE = {
  /** Registers through `LSI` and takes nothing else. */
  careful: `LSI.on('entityCreate', () => {});`,
  /** What plugins found in the wild do, and never take back. */
  careless: `
    window.addEventListener('keydown', () => LSI.annotation);
    window.addEventListener('keyup', () => LSI.annotation, true);
    setInterval(() => LSI.annotation, 60000);
    const style = document.createElement('style');
    document.head.append(style);
    window.lsBench = 1;
    LSI.on('entityCreate', () => {});
  `,
};

const CONFIG = {
  tag: 'View',
  attributes: {},
  text: '',
  children: [
    {
      tag: 'Text',
      attributes: {name: 'text', value: '$text'},
      text: '',
      children: [],
    },
  ],
};

function create(subject, plugins) {
  const session = new LabelingSession();
  session.setConfig(parseLabelConfig(CONFIG).value);
  session.setTask({id: 1, data: {text: 'Hello'}});
  const runtime = new PluginRuntime(session);
  runtime.setSources(
    Array.from({length: plugins}, (_, index) => ({
      id: `${subject}-${index}`,
      code: CODE[subject],
    })),
  );
  return {session, runtime};
}

async function timeOf(subject, plugins, displays) {
  const {session, runtime} = create(subject, plugins);
  let receipts = 0;
  runtime.receipts$.subscribe(() => (receipts += 1));
  await runtime.run(session.scope);
  const start = performance.now();
  for (let left = displays; left > 0; left -= 1) {
    session.redisplay();
    await runtime.run(session.scope);
  }
  const elapsedMs = performance.now() - start;
  if (receipts !== plugins * displays) {
    throw new Error('Not every plugin ran on every display.');
  }
  session.close();
  runtime.close();
  return elapsedMs;
}

globalThis.pluginCostPage = {
  /** Returns the microseconds that one plugin adds to one display. */
  async sample(subject, plugins, displays) {
    const without = await timeOf(subject, 0, displays);
    const withThem = await timeOf(subject, plugins, displays);
    return ((withThem - without) * 1000) / (plugins * displays);
  },
};
