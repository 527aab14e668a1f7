import {SPANS, TEXT, host, module, span} from '../markup.js';

const data = {text: TEXT};
const result = [span('ada', 'Person'), span('london', 'Place')];
const prediction = {
  id: 91,
  model_version: 'ner-small',
  score: 0.87,
  result: [span('guess', 'Person', {score: 0.91})],
};

/** What stands around the labeling interface. */
export const hostParts = [
  {
    title: 'Several annotations',
    text: 'Annotations and predictions are tabs; arrow keys move between them.',
    isWide: true,
    html: host({
      id: 'host-several',
      config: SPANS,
      task: {
        id: 1,
        data,
        annotations: [
          {id: 13, created_username: 'Grace', result},
          {id: 12, created_username: 'Ada', was_cancelled: true, result: []},
        ],
        predictions: [prediction],
      },
    }),
  },
  {
    title: 'Read-only',
    text: 'A prediction can be looked at and not be changed.',
    isWide: true,
    html:
      host({
        id: 'host-prediction',
        config: SPANS,
        task: {id: 1, data, predictions: [prediction]},
      }) +
      module(`
        const host = document.querySelector('#host-prediction');
        await host.displayed;
        host.selectAnnotation('91');`),
  },
  {
    title: 'Messages',
    text: 'What a plugin or the page says with `showModal`.',
    html:
      host({
        id: 'host-messages',
        config: '<View><Text name="text" value="$text" /></View>',
        task: {id: 1, data},
        children: `
          <button slot="toolbar" type="button" value="error">Error</button>
          <button slot="toolbar" type="button" value="success">Success</button>`,
      }) +
      module(`
        const host = document.querySelector('#host-messages');
        host.addEventListener('click', ({target}) => {
          if (target.slot !== 'toolbar') return;
          host.showModal('Two spans overlap.', target.value);
        });`),
  },
  {
    title: 'A refused save',
    text: 'Submit at once: the message names the first rule that is broken, and each field says its own.',
    html: host({
      id: 'host-refused',
      config: `
        <View>
          <Header value="Who is it about?" size="5" />
          <TextArea name="who" toName="text" required="true" />
          <Header value="How sure are you?" size="5" />
          <Rating name="sure" toName="text" required="true" />
          <Text name="text" value="$text" />
        </View>`,
      task: {id: 1, data},
    }),
  },
  {
    title: 'Slots',
    text: 'Everything a page puts around the labeling interface; any element can be a plugin.',
    isWide: true,
    html: host({
      id: 'host-slots',
      config: SPANS,
      task: {id: 1, data},
      children: `
        <button slot="toolbar" type="button">In “toolbar”</button>
        <p slot="before">In “before”: what to look for.</p>
        <p slot="after">In “after”: what comes next.</p>
        <p slot="panel">In “panel”: counts, search, a map.</p>
        <p slot="status">In “status”: saved a minute ago.</p>`,
    }),
  },
  {
    title: 'Fewer parts',
    text: 'The property `interfaces` says what is there, by Label Studio’s names; without any, the labeling interface is alone.',
    html:
      host({id: 'host-bare', config: SPANS, task: {id: 1, data}}) +
      module(`
        document.querySelector('#host-bare').interfaces = [];`),
  },
  {
    title: 'Events',
    text: 'Every frontend event leaves the host as a DOM event.',
    html:
      host({id: 'host-events', config: SPANS, task: {id: 1, data}}) +
      `
<p>Last event: <output id="last-event">none yet</output></p>` +
      module(`
        const host = document.querySelector('#host-events');
        const output = document.querySelector('#last-event');
        for (const name of [
          'ls-region-create',
          'ls-region-select',
          'ls-region-delete',
          'ls-annotation-submit',
        ]) {
          host.addEventListener(name, () => (output.value = name));
        }`),
  },
];
