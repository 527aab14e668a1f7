import {onDark} from '../markup.js';

import {withRegistry} from './operator-registry.js';

function menu(example) {
  return withRegistry('menu', example);
}

const THREE = `for (const [name, description] of [
  ['Count words', 'Says how many words the text has.'],
  ['Pre-label', 'Labels what rules and patterns find.'],
  ['Translate', ''],
]) {
  registry.register({name, description, execute});
}`;

/** The button with the list of operators. */
export const operatorMenu = [
  {
    title: 'A few operators',
    text: 'Arrow keys move, Escape closes. A choice asks the registry for a dialog; in a host it opens by itself, here the script opens it.',
    html: menu({id: 'menu-few', script: THREE}),
  },
  {
    title: 'Not available here',
    text: 'What cannot run on what is on display is listed with the reason.',
    html: menu({
      id: 'menu-unavailable',
      script: `registry.register({name: 'Count words', execute});
registry.register({
  name: 'Track through frames',
  description: 'Follows a box through a video.',
  supportedScopes: ['video_frame'],
  execute,
});
registry.register({
  name: 'Merge spans',
  unavailableReason: () => 'Select two spans first.',
  execute,
});
registry.register({
  name: 'Detect faces',
  startup: () => Promise.reject(new Error('The model is not installed.')),
  execute,
});`,
    }),
  },
  {
    title: 'Many operators',
    text: 'From eight on there is a search field.',
    html: menu({
      id: 'menu-many',
      script: `for (let number = 1; number <= 24; number += 1) {
  registry.register({
    name: \`Rule \${number}\`,
    description: 'Labels what one rule finds.',
    execute,
  });
}`,
    }),
  },
  {
    title: 'No operators',
    html: menu({id: 'menu-none', script: ''}),
  },
  {
    title: 'Another label',
    html: menu({
      id: 'menu-label',
      attributes: ' label="Actions"',
      script: THREE,
    }),
  },
  {
    title: 'Dark menu from right to left',
    html: onDark(
      menu({id: 'menu-dark', attributes: ' dir="rtl"', script: THREE}),
    ),
  },
];
