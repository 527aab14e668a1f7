import {SPANS, TEXT, host, span} from '../markup.js';

const task = {
  id: 1,
  data: {text: TEXT},
  annotations: [
    {id: 11, created_username: 'Grace', result: [span('ada', 'Person')]},
  ],
};

/** The host in other surroundings. */
export const hostLooks = [
  {
    title: 'Dark',
    text: 'The host follows the `color-scheme` of the page; `theme` overrides it.',
    isWide: true,
    html: host({
      id: 'host-dark',
      attributes: 'theme="dark"',
      config: SPANS,
      task,
    }),
  },
  {
    title: 'Light',
    isWide: true,
    html: host({
      id: 'host-light',
      attributes: 'theme="light"',
      config: SPANS,
      task,
    }),
  },
  {
    title: 'In little room',
    text: 'What matters is the room of the host, not the window: the panel folds below the labeling interface.',
    html: `<div style="max-inline-size: 360px">\n${host({
      id: 'host-narrow',
      config: SPANS,
      task,
    })}\n</div>`,
  },
  {
    title: 'From right to left',
    isWide: true,
    html: host({
      id: 'host-rtl',
      attributes: 'dir="rtl" lang="ar"',
      config: `
        <View>
          <Labels name="label" toName="text">
            <Label value="شخص" background="#e8590c" />
            <Label value="مكان" background="#2f9e44" />
          </Labels>
          <Text name="text" value="$text" />
          <Choices name="kind" toName="text" showInline="true">
            <Choice value="خبر" />
            <Choice value="قصة" />
          </Choices>
        </View>`,
      task: {
        id: 1,
        data: {text: 'سافر ابن بطوطة من طنجة إلى مكة.'},
        annotations: [
          {
            id: 11,
            created_username: 'سلمى',
            result: [
              {
                id: 'traveller',
                from_name: 'label',
                to_name: 'text',
                type: 'labels',
                value: {start: 5, end: 14, text: 'ابن بطوطة', labels: ['شخص']},
              },
            ],
          },
        ],
      },
    }),
  },
  {
    title: 'With tokens of one’s own',
    isWide: true,
    html: `
<style>
  #host-own {
    --ls-accent: light-dark(#0b7285, #66d9e8);
    --ls-accent-hover: light-dark(#095c6b, #99e9f2);
    --ls-focus-ring: light-dark(#0b7285, #66d9e8);
    --ls-radius: 0;
    --ls-radius-small: 0;
    --ls-panel-inline-size: 22rem;
    --ls-font-family: Georgia, serif;
  }
  #host-own::part(submit) {
    text-transform: uppercase;
  }
</style>
${host({id: 'host-own', config: SPANS, task})}`,
  },
];
