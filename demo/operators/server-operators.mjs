/** Operators of the page “Operator server”; run by `npm run demo:operators`. */
import {setTimeout as sleep} from 'node:timers/promises';

/** Milliseconds for one sentence. */
const PACE = 400;

export default [
  {
    name: 'Read aloud slowly',
    description: 'Goes through a text sentence by sentence, on the server.',
    parameters: [
      {
        name: 'text',
        title: 'Text',
        param_type: 'str',
        multiline: true,
        default:
          'The ship left Oslo in June. Nobody knew where she was bound. ' +
          'On Madeira the crew was told. They reached the ice in January. ' +
          'The hut was built in a fortnight. The sun went down in April.',
      },
      {
        name: 'pace',
        title: 'Pace',
        description: 'Time for one sentence.',
        param_type: 'int',
        unit: 'ms',
        default: PACE,
        min: 100,
        max: 5000,
      },
    ],
    async execute({parameters: {text, pace}, progress, log, signal}) {
      const sentences = text.match(/[^.!?]+[.!?]?/gu) ?? [];
      for (const [index, sentence] of sentences.entries()) {
        progress(index / sentences.length, sentence.trim());
        await sleep(pace, undefined, {signal});
        log(`${sentence.trim().split(/\s+/u).length} words`);
      }
      progress(1, '');
      const words = text.match(/\p{L}+/gu) ?? [];
      return {
        success: true,
        message: `${sentences.length} sentences were read.`,
        outputs: [
          {
            type: 'table',
            title: 'Sentences',
            columns: [{name: 'sentence'}, {name: 'words'}],
            rows: sentences.map((sentence) => ({
              sentence: sentence.trim(),
              words: sentence.trim().split(/\s+/u).length,
            })),
          },
          {type: 'number', title: 'Words', value: words.length},
        ],
      };
    },
  },
];
