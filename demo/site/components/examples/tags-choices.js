import {TEXT, host, module} from '../markup.js';

const data = {text: TEXT};

const OPTIONS = `<Choice value="News" />
              <Choice value="Fiction" />
              <Choice value="Letter" />`;

function choices(attributes, options = OPTIONS) {
  return `
            <Choices name="kind" toName="text" ${attributes}>
              ${options}
            </Choices>`;
}

function view(content) {
  return `
          <View>
            <Text name="text" value="$text" />${content}
          </View>`;
}

/** Choices in every layout. */
export const choiceTags = {
  id: 'tag-choices',
  title: 'Choices',
  text: 'With `choice="single"` one answer as check boxes, as Label Studio has it; `single-radio` for radio buttons; `multiple` for several.',
  examples: [
    {
      title: 'One below the other',
      html: host({
        id: 'choices-vertical',
        config: view(choices('choice="multiple"')),
        task: {id: 1, data},
      }),
    },
    {
      title: 'Inline',
      html: host({
        id: 'choices-inline',
        config: view(choices('choice="single-radio" layout="inline"')),
        task: {id: 1, data},
      }),
    },
    {
      title: 'A list to open',
      html: host({
        id: 'choices-select',
        config: view(choices('layout="select"')),
        task: {id: 1, data},
      }),
    },
    {
      title: 'A list for several',
      html: host({
        id: 'choices-select-multiple',
        config: view(choices('layout="select" choice="multiple"')),
        task: {id: 1, data},
      }),
    },
    {
      title: 'Nested',
      text: 'A parent stands for its children; with some of them it is half on.',
      html: host({
        id: 'choices-nested',
        config: view(
          choices(
            'choice="multiple" allowNested="true"',
            `<Choice value="News">
                <Choice value="Sport" />
                <Choice value="Weather" selected="true" />
              </Choice>
              <Choice value="Letter" hint="To a person or a paper" />`,
          ),
        ),
        task: {id: 1, data},
      }),
    },
    {
      title: 'Required',
      text: 'Submit without an answer.',
      html: host({
        id: 'choices-required',
        config: view(
          choices(
            'choice="single-radio" required="true" requiredMessage="Say what kind of text it is." showInline="true"',
          ),
        ),
        task: {id: 1, data},
      }),
    },
    {
      title: 'Chosen and fixed',
      text: 'A choice may be fixed by itself; in a prediction all are.',
      html:
        host({
          id: 'choices-fixed',
          config: view(choices('choice="multiple"')),
          task: {
            id: 1,
            data,
            predictions: [
              {
                id: 91,
                result: [
                  {
                    id: 'kind',
                    from_name: 'kind',
                    to_name: 'text',
                    type: 'choices',
                    value: {choices: ['News']},
                  },
                ],
              },
            ],
          },
        }) +
        module(`
          const host = document.querySelector('#choices-fixed');
          await host.displayed;
          host.selectAnnotation('91');`),
    },
  ],
};
