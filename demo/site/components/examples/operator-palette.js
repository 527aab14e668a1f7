import {hostWithOperators} from './operator-registry.js';

const GROUPS = `for (const [name, group, icon, description] of [
  ['Count words', 'Text', '#', 'Says how many words the text has.'],
  ['Translate', 'Text', '⇄', ''],
  ['Detect faces', 'Picture', '◉', 'Draws a box around every face.'],
  ['Blur faces', 'Picture', '○', ''],
]) {
  operators.register({name, group, icon, description, execute});
}`;

/** The searchable list of the operators. */
export const operatorPalette = [
  {
    title: 'Operators by group',
    text: 'Click into the host and press `Ctrl` with `K`, or the backtick. Arrow keys move while one types on; Enter opens the dialog.',
    isWide: true,
    html: hostWithOperators({id: 'palette-groups', script: GROUPS}),
  },
  {
    title: 'Used last, and not available',
    text: 'What was used comes first, what cannot run last, with the reason.',
    isWide: true,
    html: hostWithOperators({
      id: 'palette-used',
      script: `${GROUPS}
operators.register({
  name: 'Merge spans',
  unavailableReason: () => 'Select two spans first.',
  execute,
});
operators.run('Translate');`,
    }),
  },
  {
    title: 'Dark palette from right to left',
    isWide: true,
    html: hostWithOperators({
      id: 'palette-dark',
      attributes: 'theme="dark" dir="rtl"',
      script: GROUPS,
    }),
  },
];
