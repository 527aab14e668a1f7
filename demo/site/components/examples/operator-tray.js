import {hostWithOperators} from './operator-registry.js';

const DONE = `operators.register({
  name: 'Count words',
  execute: () => ({success: true, message: 'The text has 7 words.'}),
});
operators.run('Count words');`;

const FAILED = `operators.register({
  name: 'Translate',
  execute: () => {
    throw new Error('The server does not know this language.');
  },
});
operators.run('Translate');`;

const RUNNING = `operators.register({
  name: 'Train a model',
  overlap: 'queue',
  execute({progress}) {
    progress(0.4, 'Epoch 4 of 10');
    return new Promise(() => {});
  },
});
operators.run('Train a model');
operators.run('Train a model');`;

/** The runs of operators. */
export const operatorTray = [
  {
    title: 'No runs',
    text: 'A host has no such button until an operator has run.',
    isWide: true,
    html: hostWithOperators({
      id: 'tray-none',
      script: `operators.register({name: 'Count words', execute});`,
    }),
  },
  {
    title: 'Runs that go on',
    text: 'The button says how many; the list has their progress and the way to cancel them. The second waits for its turn.',
    isWide: true,
    html: hostWithOperators({id: 'tray-running', script: RUNNING}),
  },
  {
    title: 'Runs that are over',
    text: 'What came out, with the way to run again and to clear the list.',
    isWide: true,
    html: hostWithOperators({id: 'tray-done', script: `${DONE}\n${FAILED}`}),
  },
  {
    title: 'A run that was cancelled',
    isWide: true,
    html: hostWithOperators({
      id: 'tray-cancelled',
      script: `operators.register({
  name: 'Train a model',
  execute: () => new Promise(() => {}),
});
operators.run('Train a model').abort();`,
    }),
  },
  {
    title: 'Dark tray from right to left',
    isWide: true,
    html: hostWithOperators({
      id: 'tray-dark',
      attributes: 'theme="dark" dir="rtl"',
      script: `${RUNNING}\n${DONE}`,
    }),
  },
];
