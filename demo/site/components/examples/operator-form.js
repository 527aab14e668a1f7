import {module, onDark} from '../markup.js';

/** Returns the HTML of a form with parameters given as source text. */
export function form({id, types, parameters, attributes = '', after = ''}) {
  return (
    `<ls-operator-form id="${id}"${attributes}></ls-operator-form>` +
    module(`
import {
${types.map((type) => `  ${type},`).join('\n')}
} from './dist/ls-annotation-host.js';

const form = document.querySelector('#${id}');
form.parameters = [
${parameters}
];${after && `\n${after}`}`)
  );
}

const EVERY = {
  types: ['BoolParameter', 'FloatParameter', 'IntParameter', 'StringParameter'],
  parameters: `  new StringParameter({name: 'model', description: 'Name or address.'}),
  new IntParameter({name: 'limit', title: 'At most', min: 1, max: 500, required: false}),
  new FloatParameter({name: 'threshold', description: 'From 0 to 1.', min: 0, max: 1}),
  new BoolParameter({name: 'overwrite', description: 'Replace what is there.'}),`,
};

/** The form of an operator. */
export const operatorForm = [
  {
    title: 'Empty',
    text: 'Each type of parameter. What is required has a star.',
    html: form({id: 'form-empty', ...EVERY}),
  },
  {
    title: 'With defaults',
    html: form({
      id: 'form-defaults',
      types: EVERY.types,
      parameters: `  new StringParameter({name: 'model', default: 'ner-small'}),
  new IntParameter({name: 'limit', default: 20}),
  new FloatParameter({name: 'threshold', default: 0.5}),
  new BoolParameter({name: 'overwrite', default: true}),`,
    }),
  },
  {
    title: 'Filled by the page',
    text: '`values` go over the defaults.',
    html: form({
      id: 'form-values',
      ...EVERY,
      after: "form.values = {model: 'ner-large', limit: 50, threshold: 0.75};",
    }),
  },
  {
    title: 'Invalid',
    text: 'A problem is shown once its field was left, or when the form is checked: as a list to follow, and at each field.',
    html:
      '<button type="button" id="check">Check</button>\n' +
      form({
        id: 'form-invalid',
        ...EVERY,
        after: `form.values = {limit: 900, threshold: 2};
document.querySelector('#check').onclick = () => form.validate();`,
      }),
  },
  {
    title: 'Refused by the operator',
    text: 'Problems that were found elsewhere, each until its field changes.',
    html:
      '<button type="button" id="refuse">Refuse</button>\n' +
      form({
        id: 'form-refused',
        types: ['StringParameter'],
        parameters:
          "  new StringParameter({name: 'model', default: 'ner-huge'}),",
        after: `document.querySelector('#refuse').onclick = () =>
  form.showIssues([
    {
      code: 'parameter/value',
      path: '/model',
      message: 'There is no model of this name.',
    },
  ]);`,
      }),
  },
  {
    title: 'A type that is not known',
    text: 'An operator of a newer server can still be run: the value is text.',
    html: form({
      id: 'form-unknown',
      types: ['UnknownParameter'],
      parameters:
        "  new UnknownParameter({name: 'color', paramType: 'color'}),",
    }),
  },
  {
    title: 'Dark form from right to left',
    html: onDark(form({id: 'form-dark', attributes: ' dir="rtl"', ...EVERY})),
  },
];
