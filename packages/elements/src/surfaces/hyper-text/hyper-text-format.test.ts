import {expect, fixture, html} from '@open-wc/testing';

import {TextIndex} from '../text/text-index.js';

import {hyperTextFormat} from './hyper-text-format.js';

const MARKUP =
  '<h1>Größe 😀</h1><p>a <b>b😀c</b> d<br>e</p>' +
  '<table><tbody><tr><td>x</td><td>yz</td></tr></tbody></table>';

async function setup(markup = MARKUP) {
  const contents = await fixture<HTMLElement>(html`<div></div>`);
  contents.innerHTML = markup;
  const text = {index: new TextIndex(contents), contents};
  return {contents, text};
}

describe('hyperTextFormat', () => {
  const H1 = '/h1[1]/text()[1]';
  const B = '/p[1]/b[1]/text()[1]';
  const [P1, P2, P3] = [1, 2, 3].map((at) => `/p[1]/text()[${String(at)}]`);
  const TD = (at: number) =>
    `/table[1]/tbody[1]/tr[1]/td[${String(at)}]/text()[1]`;

  // Text: "Größe 😀" 0–7, "a " 7–9, "b😀c" 9–12, " d" 12–14, <br> 14–15,
  // "e" 15–16, "x" 16–17, "yz" 17–19; a letter is one, whatever its width.
  const rows = [
    [0, 5, H1, 0, H1, 5],
    [6, 7, H1, 6, H1, 7],
    [7, 8, P1, 0, P1, 1],
    [9, 12, B, 0, B, 3],
    [10, 11, B, 1, B, 2],
    [11, 14, B, 2, P2, 2],
    [13, 16, P2, 1, P3, 1],
    [0, 19, H1, 0, TD(2), 2],
    [16, 18, TD(1), 0, TD(2), 1],
    [16, 17, TD(1), 0, TD(1), 1],
  ] as const;
  for (const [from, to, start, startOffset, end, endOffset] of rows) {
    it(`${from}–${to} is ${start}:${startOffset} – ${end}:${endOffset}, both ways`, async () => {
      const {text} = await setup();
      const geometry = hyperTextFormat.geometryOf({start: from, end: to}, text);
      expect(geometry).to.deep.include({start, startOffset, end, endOffset});
      expect(geometry.globalOffsets).to.deep.equal({start: from, end: to});
      const paths = {start, startOffset, end, endOffset};
      expect(hyperTextFormat.spanOf({geometry: paths}, text)).to.deep.equal({
        start: from,
        end: to,
      });
    });
  }

  it('is the inverse of itself for every span', async () => {
    const {text} = await setup();
    for (let start = 0; start < text.index.length; start += 1) {
      for (let end = start + 1; end <= text.index.length; end += 1) {
        const geometry = hyperTextFormat.geometryOf({start, end}, text);
        const {globalOffsets, ...paths} = geometry;
        // A break alone is no text.
        if (start === 14 && end === 15) continue;
        expect(hyperTextFormat.spanOf({geometry: paths}, text)).to.deep.equal(
          globalOffsets,
        );
      }
    }
  });

  const fallbacks = [
    [
      'paths before globalOffsets',
      {
        start: B,
        startOffset: 0,
        end: B,
        endOffset: 1,
        globalOffsets: {start: 0, end: 5},
      },
      [9, 10],
    ],
    [
      'globalOffsets when a path is missing',
      {
        start: '/p[9]/text()[1]',
        startOffset: 0,
        end: B,
        endOffset: 1,
        globalOffsets: {start: 0, end: 5},
      },
      [0, 5],
    ],
    ['globalOffsets alone', {globalOffsets: {start: 2, end: 4}}, [2, 4]],
    ['plain offsets', {start: 2, end: 4}, [2, 4]],
    [
      'the path of an element',
      {start: '/p[1]', startOffset: 2, end: '/p[1]/b[1]', endOffset: 3},
      [9, 12],
    ],
    [
      'offsets beyond the node',
      {start: H1, startOffset: 9, end: H1, endOffset: 12},
      [9, 12],
    ],
    [
      'nothing for paths that lead nowhere',
      {start: '/x[1]', startOffset: 0, end: '/x[1]', endOffset: 4},
      null,
    ],
    [
      'nothing for what lies behind the end',
      {globalOffsets: {start: 50, end: 60}},
      null,
    ],
    ['nothing for a shape without a place', {}, null],
  ] as const;
  for (const [what, geometry, span] of fallbacks) {
    it(`takes ${what}`, async () => {
      const {text} = await setup();
      const expected = span && {start: span[0], end: span[1]};
      expect(hyperTextFormat.spanOf({geometry}, text)).to.deep.equal(expected);
    });
  }

  it('gives the text as it is seen', async () => {
    const {text} = await setup(
      '<p>One\n   two</p><p>three</p><span style="display:none">no</span>',
    );
    const all = hyperTextFormat.geometryOf(
      {start: 0, end: text.index.length - 2},
      text,
    );
    expect(all.text).to.equal('One two\n\nthree');
  });
});
