import {onDark} from '../markup.js';

import {withRegistry} from './operator-registry.js';

function buttons({size = '100%', attributes = '', ...example}) {
  return withRegistry('buttons', {
    attributes: `${attributes} style="max-inline-size: ${size}"`,
    ...example,
  });
}

const THREE = `for (const [name, icon] of [
  ['Count words', '#'],
  ['Pre-label', '✎'],
  ['Translate', '⇄'],
]) {
  registry.register({name, icon, placements: ['toolbar'], execute});
}`;

/** Buttons of operators that ask for a place in the toolbar. */
export const operatorButtons = [
  {
    title: 'Operators with a button',
    text: 'One stop of the Tab key; arrow keys go from one to the other. They are there for operators with the placement `toolbar`.',
    html: buttons({id: 'buttons-few', script: THREE}),
  },
  {
    title: 'A button that cannot be pressed',
    text: 'It stays where it is, and says why on hover and on focus.',
    html: buttons({
      id: 'buttons-unavailable',
      script: `const placements = ['toolbar'];
registry.register({name: 'Count words', placements, execute});
registry.register({
  name: 'Merge spans',
  placements,
  unavailableReason: () => 'Select two spans first.',
  execute,
});`,
    }),
  },
  {
    title: 'No room for all of them',
    text: 'Those that do not fit are left to the operators’ menu.',
    html: buttons({id: 'buttons-narrow', size: '15rem', script: THREE}),
  },
  {
    title: 'Dark buttons from right to left',
    html: onDark(
      buttons({id: 'buttons-dark', attributes: ' dir="rtl"', script: THREE}),
    ),
  },
];
