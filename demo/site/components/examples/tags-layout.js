import {TEXT, host} from '../markup.js';

const data = {text: TEXT};

/** What arranges, and what is not known. */
export const layoutTags = {
  id: 'tag-layout',
  title: 'View, Header, Style, and tags that are not known',
  text: 'What arranges the interface, shows parts of it at the right moment, or is kept for another frontend.',
  examples: [
    {
      title: 'Headings',
      html: host({
        id: 'layout-headings',
        config: `
          <View>
            <Header value="First size" size="1" />
            <Header value="Second size" size="2" />
            <Header value="Third size" size="3" />
            <Header value="Fourth size" size="4" underline="true" />
            <Header value="Fifth size" size="5" />
            <Header value="From the task: $text" size="6" />
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'Columns and a style',
      text: 'A `Style` of the config ends at the labeling interface.',
      isWide: true,
      html: host({
        id: 'layout-columns',
        config: `
          <View className="columns">
            <Style>
              .columns {display: grid; grid-template-columns: 2fr 1fr; gap: 24px}
            </Style>
            <Text name="text" value="$text" />
            <View>
              <Header value="Tone" size="5" />
              <Choices name="tone" toName="text">
                <Choice value="Calm" />
                <Choice value="Urgent" />
              </Choices>
            </View>
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'Shown when something was chosen',
      html: host({
        id: 'layout-when',
        config: `
          <View>
            <Text name="text" value="$text" />
            <Choices name="clear" toName="text" choice="single-radio" showInline="true">
              <Choice value="Clear" />
              <Choice value="Unclear" />
            </Choices>
            <View visibleWhen="choice-selected" whenTagName="clear" whenChoiceValue="Unclear">
              <TextArea name="why" toName="text" label="What is unclear?" />
            </View>
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'About the selected region',
      text: 'Select the span: the question appears, and speaks of it alone.',
      html: host({
        id: 'choices-region',
        config: `
          <View>
            <Labels name="label" toName="text"><Label value="Person" /></Labels>
            <Text name="text" value="$text" />
            <Choices name="role" toName="text" perRegion="true" whenLabelValue="Person">
              <Choice value="Author" />
              <Choice value="Inventor" />
            </Choices>
          </View>`,
        task: {
          id: 1,
          data,
          annotations: [
            {
              id: 11,
              result: [
                {
                  id: 'ada',
                  from_name: 'label',
                  to_name: 'text',
                  type: 'labels',
                  value: {
                    start: 0,
                    end: 12,
                    text: 'Ada Lovelace',
                    labels: ['Person'],
                  },
                },
              ],
            },
          ],
        },
      }),
    },
    {
      title: 'Tags that are not known',
      text: 'What was said with them is kept, and comes back with the result.',
      html: host({
        id: 'layout-unknown',
        config: `
          <View>
            <Text name="text" value="$text" />
            <Hologram name="hologram" toName="text">
              <Header value="What is inside is shown." size="5" />
            </Hologram>
          </View>`,
        task: {id: 1, data},
      }),
    },
  ],
};
