import {TEXT, host, module} from '../markup.js';

const data = {text: TEXT};

/** Labels and Text. */
export const labelTags = {
  id: 'tag-labels',
  title: 'Labels and Text',
  text: 'Choose a label by pointer, hotkey or Enter, then select text; or select a span and change its label. By keyboard: in the text, arrow keys move, Shift selects, Enter labels.',
  examples: [
    {
      title: 'Labels',
      text: 'One label chosen beforehand; hints, hotkeys of one’s own, an alias.',
      isWide: true,
      html: host({
        id: 'tag-labels-basic',
        config: `
          <View>
            <Labels name="label" toName="text">
              <Label value="Person" background="#e8590c" selected="true" />
              <Label value="Place" background="#2f9e44" hotkey="p" />
              <Label value="Date" background="#9c36b5" hint="Days, months, years" />
              <Label value="A label with quite some words in it" alias="long" />
            </Labels>
            <Text name="text" value="$text" granularity="word" />
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'Labels one below the other',
      html: host({
        id: 'tag-labels-below',
        config: `
          <View>
            <Labels name="label" toName="text" showInline="false">
              <Label value="Person" />
              <Label value="Place" />
            </Labels>
            <Text name="text" value="$text" />
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'Overlapping spans',
      isWide: true,
      html: host({
        id: 'tag-labels-overlap',
        config: `
          <View>
            <Labels name="label" toName="text" choice="multiple">
              <Label value="Person" background="#e8590c" />
              <Label value="Event" background="#1971c2" />
            </Labels>
            <Text name="text" value="$text" showLabels="true" />
          </View>`,
        task: {
          id: 1,
          data,
          annotations: [
            {
              id: 11,
              result: [
                ['who', 0, 12, 'Person'],
                ['meeting', 0, 32, 'Event'],
                ['whom', 17, 32, 'Person'],
              ].map(([id, start, end, label]) => ({
                id,
                from_name: 'label',
                to_name: 'text',
                type: 'labels',
                value: {
                  start,
                  end,
                  text: TEXT.slice(start, end),
                  labels: [label],
                },
              })),
            },
          ],
        },
      }),
    },
    {
      title: 'A label that may be used once',
      text: 'Label two words: the second is refused, with a word why.',
      html: host({
        id: 'tag-labels-once',
        config: `
          <View>
            <Labels name="label" toName="text">
              <Label value="Subject" maxUsages="1" />
            </Labels>
            <Text name="text" value="$text" granularity="word" />
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'Read-only labels',
      html:
        host({
          id: 'tag-labels-fixed',
          config: `
            <View>
              <Labels name="label" toName="text"><Label value="Person" /></Labels>
              <Text name="text" value="$text" />
            </View>`,
          task: {id: 1, data, predictions: [{id: 91, result: []}]},
        }) +
        module(`
          const host = document.querySelector('#tag-labels-fixed');
          await host.displayed;
          host.selectAnnotation('91');`),
    },
    {
      title: 'Text without a value',
      html: host({
        id: 'tag-text-empty',
        config: '<View><Text name="text" value="$text" /></View>',
        task: {id: 1, data: {}},
      }),
    },
  ],
};
