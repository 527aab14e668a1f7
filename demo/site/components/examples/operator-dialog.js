import {module} from '../markup.js';

function dialog({id, label, operator, attributes = ''}) {
  return (
    `<button type="button" id="${id}">${label}</button>` +
    module(`
import {OperatorRegistry} from './dist/ls-annotation-host.js';

const registry = new OperatorRegistry();
registry.register({
${operator}
});
document.querySelector('#${id}').addEventListener('click', () => {
  const dialog = document.createElement('ls-operator-dialog');
  dialog.registry = registry;
  [dialog.operator] = registry.list();${attributes}
  document.body.append(dialog);
});`)
  );
}

const NAME = `  name: 'Greeting',
  description: 'Says hello to someone.',
  parameters: [{name: 'name', param_type: 'str', default: 'you'}],`;

/** The dialog of an operator. */
export const operatorDialog = [
  {
    title: 'Succeeds',
    text: 'It opens when it is connected, and removes itself when it is closed.',
    html: dialog({
      id: 'dialog-success',
      label: 'Greeting',
      operator: `${NAME}
  execute: ({parameters}) => ({
    success: true,
    message: \`Hello \${parameters.name}!\`,
  }),`,
    }),
  },
  {
    title: 'Takes its time',
    text: 'Progress, log and time; Escape and Cancel stop it.',
    html: dialog({
      id: 'dialog-progress',
      label: 'Slow count',
      operator: `  name: 'Slow count',
  parameters: [{name: 'to', param_type: 'int', default: 20, min: 1}],
  async execute({parameters: {to}, progress, log, signal}) {
    for (let count = 1; count <= to && !signal.aborted; count += 1) {
      progress(count / to, \`\${count} of \${to}\`);
      log(\`Counted \${count}.\`);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return {success: true, message: \`Counted to \${to}.\`};
  },`,
    }),
  },
  {
    title: 'Nobody knows how long',
    html: dialog({
      id: 'dialog-endless',
      label: 'Wait',
      operator: `  name: 'Wait',
  execute({progress}) {
    progress(null, 'Waiting for an answer');
    return new Promise(() => {});
  },`,
    }),
  },
  {
    title: 'Does not succeed',
    html: dialog({
      id: 'dialog-failure',
      label: 'Find nothing',
      operator: `  name: 'Find nothing',
  parameters: [{name: 'pattern', param_type: 'str', default: 'xyzzy'}],
  execute: ({parameters}) => ({
    success: false,
    message: \`“\${parameters.pattern}” is nowhere in the text.\`,
  }),`,
    }),
  },
  {
    title: 'Fails',
    text: 'What was thrown can be read and copied under “Details”.',
    html: dialog({
      id: 'dialog-throws',
      label: 'Fail',
      operator: `  name: 'Fail',
  execute() {
    throw new TypeError('The model gave no scores.');
  },`,
    }),
  },
  {
    title: 'Refuses a value',
    html: dialog({
      id: 'dialog-refuses',
      label: 'Load a model',
      operator: `  name: 'Load a model',
  parameters: [
    {name: 'model', param_type: 'str', default: ''},
    {name: 'threshold', param_type: 'float', default: 0.5, min: 0, max: 1},
  ],
  execute: () => ({success: true, message: 'Loaded.'}),`,
    }),
  },
  {
    title: 'With a table',
    html: dialog({
      id: 'dialog-table',
      label: 'Rules',
      operator: `  name: 'Rules',
  description: 'Labels what the rules find.',
  parameters: [
    {
      name: 'rules',
      param_type: 'table',
      columns: [
        {name: 'word', param_type: 'str'},
        {name: 'label', param_type: 'str'},
        {name: 'exact', param_type: 'bool', default: true},
      ],
      default: [{word: 'London', label: 'Place', exact: true}],
    },
  ],
  execute: ({parameters}) => ({
    success: true,
    message: \`\${parameters.rules.length} rules.\`,
  }),`,
    }),
  },
  {
    title: 'Dark dialog with values of the page',
    html: dialog({
      id: 'dialog-dark',
      label: 'Greet Ada',
      operator: `${NAME}
  execute: () => ({success: true, message: 'Hello!'}),`,
      attributes: `
  dialog.setAttribute('theme', 'dark');
  dialog.values = {name: 'Ada'};`,
    }),
  },
];
