import {TEXT, indent, module, onDark, session, span} from '../markup.js';

const data = {text: TEXT};

const saved = {
  id: 1,
  data,
  annotations: [{id: 11, created_username: 'Grace', result: []}],
};

function bar({id, children = '', before = '', after = '', ...rest}) {
  const inner = children && `\n${indent(children)}\n`;
  return (
    `<ls-toolbar id="${id}">${inner}</ls-toolbar>` +
    module(
      `${session(rest)}\n${before}
const toolbar = document.querySelector('#${id}');
toolbar.session = session;
toolbar.interfaces = session.interfaces;\n${after}`.replace(/\n{3,}/g, '\n\n'),
    )
  );
}

/** The bar in the host, and alone on a page. */
export const toolbar = [
  {
    title: 'New annotation',
    html: bar({id: 'toolbar-new', task: {id: 1, data}}),
  },
  {
    title: 'Saved, with something to undo',
    html: bar({
      id: 'toolbar-saved',
      task: saved,
      before: `session.actions.createResult(
  {start: 0, end: 3, text: 'Ada'},
  {labels: ['Person']},
  'label',
  'text',
);`,
    }),
  },
  {
    title: 'Saving',
    text: 'While a handler of `beforeSaveAnnotation` is waited for, nothing else can be saved.',
    html: bar({
      id: 'toolbar-busy',
      task: saved,
      options: '{saveDeadlineMs: 2 ** 31 - 1}',
      after: `session.events.addHandler(
  'beforeSaveAnnotation',
  () => new Promise(() => {}),
);
session.submit();`,
    }),
  },
  {
    title: 'Skipped',
    html: bar({
      id: 'toolbar-skipped',
      task: {
        id: 1,
        data,
        annotations: [
          {id: 11, created_username: 'Grace', was_cancelled: true, result: []},
        ],
      },
    }),
  },
  {
    title: 'Review',
    html: bar({
      id: 'toolbar-review',
      task: saved,
      options: "{interfaces: ['annotations:tabs', 'review', 'update']}",
    }),
  },
  {
    title: 'A prediction',
    text: 'What a model said cannot be saved or undone.',
    html: bar({
      id: 'toolbar-prediction',
      task: {
        ...saved,
        predictions: [
          {id: 91, model_version: 'ner-small', score: 0.87, result: []},
        ],
      },
      before: "session.selectAnnotation('91');",
    }),
  },
  {
    title: 'With more buttons',
    text: 'What the page adds stands before the buttons that save.',
    html: bar({
      id: 'toolbar-slots',
      task: saved,
      children: `<ls-operator-menu slot="operators"></ls-operator-menu>
<button type="button">Next task</button>`,
    }),
  },
  {
    title: 'Many tabs',
    text: 'Tabs scroll; the edges that fade say so.',
    html: bar({
      id: 'toolbar-many',
      task: {
        id: 1,
        data,
        annotations: Array.from({length: 9}, (_, index) => ({
          id: index + 11,
          created_username: ['Grace', 'Ada', 'Katherine'][index % 3],
          result: [span(`ada-${index}`, 'Person')],
        })),
      },
    }),
  },
  {
    title: 'Dark bar in little room',
    html: onDark(
      bar({id: 'toolbar-dark', task: {id: 1, data}}),
      'max-inline-size: 320px',
    ),
  },
  {
    title: 'Without a task',
    html: '<ls-toolbar></ls-toolbar>',
  },
];
