import {expect} from '@open-wc/testing';

import {mismatchOf} from './match-value.js';

const RESULT = {
  type: 'labels',
  value: {start: 3, labels: ['A', 'B'], text: 'fox'},
};

describe('mismatchOf()', () => {
  const fitting: [string, unknown][] = [
    ['a part of an object', {value: {start: 3}}],
    ['a whole list', {value: {labels: ['A', 'B']}}],
    ['a regular expression', {value: {text: {$matches: '^f.x$'}}}],
    ['a part of a text', {value: {text: {$contains: 'ox'}}}],
    ['an entry of a list', {value: {labels: {$contains: 'B'}}}],
    ['a range', {value: {start: {$min: 3, $max: 3}}}],
    ['a length', {value: {labels: {$length: 2}}}],
    ['an absence', {score: {$absent: true}}],
    ['a negation', {type: {$not: 'choices'}}],
  ];
  for (const [what, expected] of fitting) {
    it(`accepts ${what}`, () => {
      expect(mismatchOf(RESULT, expected)).to.equal(null);
    });
  }

  const wrong: [unknown, string][] = [
    [{type: 'choices'}, 'it.type is "labels", not "choices"'],
    [{value: {labels: ['A']}}, 'it.value.labels has 2 entries, not 1'],
    [
      {value: {start: {$min: 4}}},
      'it.value.start is 3, which is not {"$min":4}',
    ],
    [{score: 1}, 'it.score is absent, not 1'],
  ];
  for (const [expected, message] of wrong) {
    it(`says "${message}"`, () => {
      expect(mismatchOf(RESULT, expected)).to.equal(message);
    });
  }
});
