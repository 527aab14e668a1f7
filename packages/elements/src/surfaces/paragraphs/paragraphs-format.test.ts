import {expect} from '@open-wc/testing';

import {TextIndex} from '../text/text-index.js';

import {paragraphElement} from './paragraph-element.js';
import {paragraphsFormat} from './paragraphs-format.js';

const PARAGRAPHS = [
  {author: 'Ada', text: 'Hello'},
  {author: 'Bob', text: '😀 hi'},
  {author: 'Ada', text: ''},
  {author: '', text: 'End'},
];

function setup(hidden: readonly number[] = []) {
  const contents = document.createElement('div');
  contents.append(...PARAGRAPHS.map(paragraphElement));
  for (const at of hidden) (contents.children[at] as HTMLElement).hidden = true;
  return {text: {index: new TextIndex(contents), contents}};
}

describe('paragraphsFormat', () => {
  // A break before each: "Hello" 1–6, "😀 hi" 7–11, "" 12, "End" 13–16.
  const rows = [
    [1, 6, '0', 0, '0', 5, 'Hello'],
    [2, 4, '0', 1, '0', 3, 'el'],
    [7, 8, '1', 0, '1', 2, '😀'],
    [8, 11, '1', 2, '1', 5, ' hi'],
    [3, 11, '0', 2, '1', 5, 'llo\n😀 hi'],
    [5, 16, '0', 4, '3', 3, 'o\n😀 hi\n\nEnd'],
    [13, 16, '3', 0, '3', 3, 'End'],
  ] as const;
  for (const [from, to, start, startOffset, end, endOffset, words] of rows) {
    it(`${JSON.stringify(words)} is ${start}:${startOffset} – ${end}:${endOffset}, both ways`, () => {
      const {text} = setup();
      const span = {start: from, end: to};
      const geometry = paragraphsFormat.geometryOf(span, text);
      expect(geometry).to.deep.equal({
        start,
        startOffset,
        end,
        endOffset,
        text: words,
      });
      expect(paragraphsFormat.spanOf({geometry}, text)).to.deep.equal(span);
    });
  }

  const lenient = [
    [
      'numbers for text',
      {start: 0, end: 1, startOffset: 1, endOffset: 2},
      [2, 8],
    ],
    [
      'an offset behind the end',
      {start: '0', end: '0', startOffset: 1, endOffset: 99},
      [2, 6],
    ],
    [
      'an empty paragraph',
      {start: '2', end: '3', startOffset: 0, endOffset: 1},
      [12, 14],
    ],
    [
      'a paragraph that is not there',
      {start: '0', end: '9', startOffset: 0, endOffset: 1},
      null,
    ],
    ['no paragraph', {startOffset: 0, endOffset: 1}, null],
    [
      'a path',
      {start: '/p[1]', end: '/p[1]', startOffset: 0, endOffset: 1},
      null,
    ],
  ] as const;
  for (const [what, geometry, span] of lenient) {
    it(`takes ${what}`, () => {
      const {text} = setup();
      const found = paragraphsFormat.spanOf({geometry}, text);
      expect(found && [found.start, found.end]).to.deep.equal(span);
    });
  }

  const parted = [
    [[], [[2, 16]]],
    [
      [1],
      [
        [2, 6],
        [13, 16],
      ],
    ],
    [[0], [[7, 16]]],
    [[0, 1], [[13, 16]]],
    [[0, 1, 3], []],
  ] as const;
  for (const [hidden, parts] of parted) {
    it(`parts a span where ${hidden.join(' and ') || 'nothing'} is hidden`, () => {
      const {text} = setup(hidden);
      const found = paragraphsFormat.partsOf!({start: 2, end: 16}, text);
      expect(found.map(({start, end}) => [start, end])).to.deep.equal(parts);
    });
  }
});
