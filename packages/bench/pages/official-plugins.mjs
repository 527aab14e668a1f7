/** Label Studio's official plugins, unmodified, all on one host. */
import '/dist/ls-annotation-host.js';
import {frames} from './lib/clock.mjs';

/** The longest timers of the plugins that fire once take 1.5 s. */
const SETTLING_MS = 2500;

let host = null;
const failures = [];

/** Name, config and data of a plugin, as its repository has them. */
async function sampleOf(name) {
  const [config, sample] = await Promise.all(
    ['view.xml', 'data.json'].map(async (file) => {
      const response = await fetch(`/official-plugins/${name}/${file}`);
      return response.text();
    }),
  );
  const [task] = [JSON.parse(sample)].flat();
  return {name, config, data: task.data ?? task};
}

/** One config with the tags of all; of tags of one name, the first. */
function configOf(samples) {
  const names = new Set();
  const views = samples.map(({config}) => {
    const view = new DOMParser().parseFromString(config, 'application/xml');
    for (const tag of view.querySelectorAll('[name]')) {
      const name = tag.getAttribute('name');
      if (names.has(name)) tag.remove();
      else names.add(name);
    }
    return new XMLSerializer().serializeToString(view.documentElement);
  });
  return `<View>${views.join('')}</View>`;
}

function dataOf(samples) {
  return Object.assign({}, ...samples.map(({data}) => data).reverse());
}

globalThis.officialPlugins = {
  /** Shows a task with two annotations to the plugins of these names. */
  async mount(names) {
    const samples = await Promise.all(names.map(sampleOf));
    host = document.createElement('ls-annotation-host');
    host.addEventListener('ls-plugin-error', ({error}) =>
      failures.push(error.message),
    );
    host.user = {id: 1};
    host.project = {id: 1};
    host.config = configOf(samples);
    host.task = {
      id: 1,
      data: dataOf(samples),
      annotations: [1, 2].map((id) => ({id, result: []})),
    };
    host.plugins = names.map((name) => ({
      id: name,
      src: `/official-plugins/${name}/plugin.js`,
    }));
    document.body.append(host);
    await host.displayed;
  },

  /** Switches between the two annotations, each time until all is shown. */
  async switchTimes(count) {
    const {order} = host.store.state;
    for (let left = count; left > 0; left -= 1) {
      host.selectAnnotation(
        order.find((id) => id !== host.store.state.selectedId),
      );
      await host.displayed;
      await frames(1);
    }
    // What ends by itself, as timers of the host do, is at its end.
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  },

  /** What failed since the last question. */
  failures: () => failures.splice(0),
};
