import {module} from '../markup.js';

/** What stands in the place of the labeling interface. */
export const errorView = [
  {
    title: 'A reason',
    html: `
<ls-error-view
  heading="This task cannot be shown"
  message="The server at “/tasks/7” answered with 404 (Not Found). Check the address."
  hint="Nothing that was annotated is lost."
></ls-error-view>`,
  },
  {
    title: 'A list of issues',
    text: 'Each with its tag, or with its place in the data.',
    html:
      '<ls-error-view id="issues" heading="This labeling config cannot be shown"></ls-error-view>' +
      module(`
        document.querySelector('#issues').issues = [
          {
            code: 'config/unknown-object',
            path: '/0/1',
            tag: 'Choices',
            name: 'mood',
            attribute: 'toName',
            message: 'There is no object “review”. Name one of: “text”.',
          },
          {
            code: 'config/no-name',
            path: '/0/2',
            tag: 'TextArea',
            attribute: 'name',
            message: 'It has no name. Give it one.',
          },
          {
            code: 'task/bad-data',
            path: '/data/text',
            severity: 'warning',
            message: 'It is a number; it is shown as text.',
          },
        ];`),
  },
  {
    title: 'Long words and little room',
    html: `
<div style="max-inline-size: 280px">
  <ls-error-view
    heading="This labeling config cannot be shown"
    message="The address https://example.org/configs/2024/named-entities/view.xml gave a web page where a config was to be."
  ></ls-error-view>
</div>`,
  },
  {
    title: 'Dark error',
    html: `
<ls-error-view
  theme="dark"
  heading="This task cannot be shown"
  message="It is not JSON. Correct it at line 1, column 12."
  hint="Nothing that was annotated is lost."
></ls-error-view>`,
  },
];
