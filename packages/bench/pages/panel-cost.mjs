/**
 * Events to ten plugins, at the pace of a second, with the panel beside the
 * host or without: what watching costs.
 */
import '/dist/ls-annotation-host.js';
import '/dist/ls-annotation-devtools.js';

const CODE = {
  /** Does nothing: all that is left is the way to it and back. */
  empty: `LSI.on('entityCreate', () => {});`,
  /** Looks at the region, as handlers do, and answers. */
  reading: `LSI.on('entityCreate', (region) => {
    const labels = region.results.flatMap((result) => result.mainValue ?? []);
    return labels.includes('Person') && region.annotation.regions.length > 1;
  });`,
};

const CONFIG = `<View>
  <Labels name="label" toName="text">
    <Label value="Person"/>
    <Label value="Place"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`;

const TASK = {
  id: 1,
  data: {text: 'Ada met Charles in London.'},
  annotations: [
    {
      id: 10,
      result: [
        {
          id: 'ada',
          from_name: 'label',
          to_name: 'text',
          type: 'labels',
          value: {start: 0, end: 3, text: 'Ada', labels: ['Person']},
        },
      ],
    },
  ],
};

async function mount(subtopic, plugins, isOpen) {
  const host = document.createElement('ls-annotation-host');
  host.id = 'measured';
  host.config = CONFIG;
  host.task = TASK;
  host.plugins = Array.from({length: plugins}, (_, index) => ({
    id: `${subtopic}-${index}`,
    code: CODE[subtopic],
  }));
  document.body.append(host);
  await host.displayed;
  if (isOpen) {
    const panel = document.createElement('ls-plugin-panel');
    panel.for = host.id;
    document.body.append(panel);
    await panel.ready;
    await panel.updateComplete;
  }
  return host;
}

const nextFrame = () =>
  new Promise((resolve) => requestAnimationFrame(resolve));

let mounted;

globalThis.panelCostPage = {
  async prepare(subtopic, plugins, isOpen) {
    const host = await mount(subtopic, plugins, isOpen);
    mounted = {host, plugins, region: host.session.annotation.regions[0]};
  },

  /**
   * Dispatches `count` events, before each frame those of the time that has
   * gone by.
   */
  async paced(count, perSecond) {
    const {host, plugins, region} = mounted;
    const start = await nextFrame();
    let done = 0;
    let calls = 0;
    while (done < count) {
      const now = await nextFrame();
      const due = Math.min(
        count,
        Math.ceil(((now - start) * perSecond) / 1000),
      );
      for (; done < due; done += 1) {
        calls += host.events.dispatch('entityCreate', region).length;
      }
    }
    if (calls !== count * plugins) {
      throw new Error('Not every plugin has handled every event.');
    }
  },
};
