import {SPANS, TEXT, host, module, span} from '../markup.js';

const data = {text: TEXT};
const result = [span('ada', 'Person'), span('london', 'Place')];

/** What the host shows as things come, go and fail. */
export const hostStates = [
  {
    title: 'Filled',
    text: 'A task with an annotation. Click a span or a line of the list; press `1` and drag over words.',
    isWide: true,
    html: host({
      id: 'host-filled',
      config: SPANS,
      task: {
        id: 1,
        data,
        annotations: [{id: 11, created_username: 'Grace', result}],
      },
    }),
  },
  {
    title: 'Selected',
    text: 'The selected region is marked in the text and in the list; its label is the one that is chosen.',
    isWide: true,
    html:
      host({
        id: 'host-selected',
        config: SPANS,
        task: {id: 1, data, annotations: [{id: 11, result}]},
      }) +
      module(`
        const host = document.querySelector('#host-selected');
        await host.displayed;
        host.session.actions.selectRegion('ada');`),
  },
  {
    title: 'New',
    text: 'A task without an annotation gets a new one.',
    isWide: true,
    html: host({id: 'host-new', config: SPANS, task: {id: 1, data}}),
  },
  {
    title: 'Without a task',
    html: host({id: 'host-no-task', config: SPANS}),
  },
  {
    title: 'Without a config',
    html: host({id: 'host-no-config', task: {id: 1, data}}),
  },
  {
    title: 'Loading',
    text: 'While a config or a task is fetched. The script stands for a server that takes its time.',
    html: `
<script>
  const answer = window.fetch;
  window.fetch = (address, options) =>
    String(address).endsWith('/slow-server')
      ? new Promise(() => {})
      : answer(address, options);
</script>

${host({
  id: 'host-loading',
  attributes: 'task-src="slow-server"',
  config: SPANS,
})}`,
  },
  {
    title: 'A config with mistakes',
    text: 'Every mistake is named with its tag and how to mend it.',
    html: host({
      id: 'host-mistakes',
      config: `
        <View>
          <Text name="text" value="$text" />
          <Choices name="mood" toName="review">
            <Choice value="Good" />
          </Choices>
          <TextArea toName="text" />
        </View>`,
      task: {id: 1, data},
    }),
  },
  {
    title: 'A config that is not XML',
    html: host({
      id: 'host-not-xml',
      config: '<View><Text name="text" value="$text"></View>',
      task: {id: 1, data},
    }),
  },
  {
    title: 'A task that is not JSON',
    html: `
      <ls-annotation-host id="host-not-json">
        <script type="application/xml">
          <View><Text name="text" value="$text" /></View>
        </script>
        <script type="application/json">
          {"id": 1, "data": {"text": "Ada}}
        </script>
      </ls-annotation-host>`,
  },
];
