import {form} from './operator-form.js';

const TYPES = [
  'BoolParameter',
  'FloatParameter',
  'IntParameter',
  'StringParameter',
  'TableParameter',
];

const COLUMNS = `    columns: [
      new StringParameter({name: 'word'}),
      new IntParameter({name: 'times', default: 1}),
      new FloatParameter({name: 'weight', required: false}),
      new BoolParameter({name: 'exact', default: true}),
    ],`;

function table(id, options, after = '') {
  return form({
    id,
    types: TYPES,
    parameters: `  new TableParameter({
    name: 'rules',
    description: 'What to look for.',
${COLUMNS}${options && `\n${options}`}
  }),`,
    after,
  });
}

/** Tables as parameters. */
export const operatorTable = [
  {
    title: 'Table without rows',
    html: table('table-empty', '    required: false,'),
  },
  {
    title: 'Table with rows',
    html: table(
      'table-rows',
      `    default: [
      {word: 'Ada', times: 1, weight: 0.5, exact: true},
      {word: 'Charles', times: 2, weight: null, exact: false},
    ],`,
    ),
  },
  {
    title: 'Table with cells that do not fit',
    html:
      '<button type="button" id="check-table">Check</button>\n' +
      table(
        'table-invalid',
        '',
        `form.values = {rules: [{word: '', times: 1.5, weight: null, exact: true}]};
document.querySelector('#check-table').onclick = () => form.validate();`,
      ),
  },
  {
    title: 'Table with many rows',
    html: table(
      'table-many',
      '',
      `form.values = {
  rules: Array.from({length: 12}, (_, index) => ({
    word: \`word \${index + 1}\`,
    times: index,
    weight: index / 12,
    exact: index % 2 === 0,
  })),
};`,
    ),
  },
  {
    title: 'Table in little room',
    html: `<div style="max-inline-size: 300px">\n${table(
      'table-narrow',
      "    default: [{word: 'Ada', times: 1, weight: 0.5, exact: true}],",
    ).replace('\n<script', '\n</div>\n<script')}`,
  },
];
