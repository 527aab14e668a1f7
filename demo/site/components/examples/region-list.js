import {SPANS, TEXT, module, onDark, session, span} from '../markup.js';

const data = {text: TEXT};
const result = [span('ada', 'Person'), span('london', 'Place')];
const task = {id: 1, data, annotations: [{id: 11, result}]};

function list({id, attributes = '', after = '', ...rest}) {
  return (
    `<ls-region-list id="${id}"${attributes}></ls-region-list>` +
    module(`${session({config: SPANS, ...rest})}

const list = document.querySelector('#${id}');
list.session = session;
list.annotationId = session.scope.annotationId;${after}`)
  );
}

/** The list of regions. */
export const regionList = [
  {
    title: 'Regions',
    text: 'Arrow keys move, Shift extends; `Alt+H` hides, `Alt+L` locks, Delete deletes. The button in the header groups by label.',
    html: list({id: 'regions', task}),
  },
  {
    title: 'No regions',
    html: list({id: 'regions-none', task: {id: 1, data}}),
  },
  {
    title: 'Selected, hidden and locked',
    html: list({
      id: 'regions-states',
      task: {
        id: 1,
        data,
        annotations: [
          {
            id: 11,
            result: [
              span('selected', 'Person'),
              span('hidden', 'Place'),
              span('locked', 'Person'),
            ],
          },
        ],
      },
      after: `
session.actions.setHidden('hidden', true);
session.actions.setLocked('locked', true);
session.actions.selectRegion('selected');`,
    }),
  },
  {
    title: 'What a model found',
    text: 'With scores, and not to be changed.',
    html: list({
      id: 'regions-prediction',
      task: {
        id: 1,
        data,
        predictions: [
          {
            id: 91,
            result: [
              span('first', 'Person', {score: 0.98}),
              span('second', 'Place', {score: 0.41}),
            ],
          },
        ],
      },
      after: `
session.selectAnnotation('91');
list.annotationId = session.scope.annotationId;`,
    }),
  },
  {
    title: 'Ten thousand regions',
    text: 'Only the lines in view exist.',
    html: `
<style>
  #regions-many {
    --ls-region-list-max-block-size: 16rem;
  }
</style>
${list({
  id: 'regions-many',
  task: {id: 1, data},
  after: `

session.annotation.deserializeResults(
  Array.from({length: 10_000}, (_, index) => ({
    id: \`r\${index}\`,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {start: 0, end: 3, text: 'Ada', labels: [index % 3 ? 'Person' : 'Place']},
  })),
);`,
})}`,
  },
  {
    title: 'Dark list from right to left',
    html: onDark(list({id: 'regions-dark', attributes: ' dir="rtl"', task})),
  },
];
