import {expect} from '@open-wc/testing';

import {renderLines} from './render-lines.js';
import {TextIndex} from './text-index.js';

function setup(text: string) {
  const root = document.createElement('div');
  renderLines(root, text);
  const line = (index: number) =>
    root.querySelectorAll('span')[index]!.firstChild as Text;
  return {root, line, index: new TextIndex(root)};
}

describe('TextIndex', () => {
  it('counts code points, and one for each break', () => {
    const {index} = setup('a😀b\n\r\nc');
    expect(index.length).to.equal(7);
    expect(index.slice({start: 1, end: 7})).to.equal('😀b\n\n\nc');
  });

  it('agrees with itself in both directions, at every place', () => {
    const {index} = setup('👋🏽 x\n𝒜𝒷c😀\nend');
    for (let offset = 0; offset <= index.length; offset += 1) {
      for (const side of ['start', 'end'] as const) {
        const point = index.pointAt(offset, side);
        const back = point ? index.offsetOf(point.node, point.offset) : offset;
        const isAtBreak = Math.abs(back - offset) === 1;
        expect(
          back === offset || isAtBreak,
          `${side} ${String(offset)}`,
        ).to.equal(true);
      }
    }
  });

  it('knows UTF-16 places behind wide characters', () => {
    const {index, line} = setup('a😀b😀c');
    expect(index.offsetOf(line(0), 3)).to.equal(2);
    expect(index.pointAt(4, 'start')).to.deep.include({offset: 6});
  });

  it('takes the text on the side that is asked for', () => {
    const {index, line} = setup('ab\ncd');
    expect(index.pointAt(2, 'end')?.node === line(0)).to.equal(true);
    expect(index.pointAt(3, 'start')?.node === line(1)).to.equal(true);
  });

  it('knows places that are given by element and child', () => {
    const {index, root} = setup('ab\ncd');
    expect(index.offsetOf(root, 0)).to.equal(0);
    expect(index.offsetOf(root, 1)).to.equal(2);
    expect(index.offsetOf(root, 2)).to.equal(3);
    expect(index.offsetOf(root, 3)).to.equal(5);
    expect(index.offsetOf(root.children[2]!, 0)).to.equal(3);
    expect(index.offsetOf(root.children[2]!, 1)).to.equal(5);
  });

  it('clamps what lies before or behind', () => {
    const {index, root} = setup('ab');
    const page = document.createElement('div');
    const [before, behind] = [
      document.createTextNode('x'),
      document.createTextNode('y'),
    ];
    page.append(before, root, behind);
    expect(index.offsetOf(before, 1)).to.equal(0);
    expect(index.offsetOf(behind, 0)).to.equal(2);
    expect(index.offsetOf(page, 3)).to.equal(2);
  });

  it('finds the line around a place', () => {
    const {index} = setup('ab\n\ncde');
    expect(index.lineAt(1)).to.deep.equal({start: 0, end: 2});
    expect(index.lineAt(4)).to.deep.equal({start: 4, end: 7});
  });

  it('counts any contents the same way', () => {
    const root = document.createElement('div');
    root.innerHTML = '<p>a<b>b</b></p><p>c<br>d</p>';
    const index = new TextIndex(root);
    expect(index.length).to.equal(5);
    expect(index.slice({start: 1, end: 4})).to.equal('bc\n');
  });

  it('takes blocks for lines, without counting them', () => {
    const root = document.createElement('div');
    root.innerHTML =
      '<p>a<b>b</b></p><table><tr><td>c</td><td>d</td></tr></table>e';
    const index = new TextIndex(root);
    expect(index.length).to.equal(5);
    expect(index.lineAt(0)).to.deep.equal({start: 0, end: 2});
    expect(index.lineAt(2)).to.deep.equal({start: 2, end: 3});
    expect(index.lineAt(3)).to.deep.equal({start: 3, end: 4});
    expect(index.lineAt(5)).to.deep.equal({start: 4, end: 5});
  });

  it('takes marked elements for breaks, and nothing in them for text', () => {
    const root = document.createElement('div');
    root.innerHTML =
      '<i data-ls-break>A<u>B</u></i>ab<i data-ls-break></i>cd<i data-ls-break>C</i>e';
    const index = new TextIndex(root);
    expect(index.slice({start: 0, end: index.length})).to.equal('\nab\ncd\ne');
    expect(index.lineAt(2)).to.deep.equal({start: 1, end: 3});
    expect(index.stretchesOf({start: 0, end: 8})).to.deep.equal([
      {start: 1, end: 6},
      {start: 7, end: 8},
    ]);
    expect(index.stretchesOf({start: 2, end: 5})).to.deep.equal([
      {start: 2, end: 5},
    ]);
  });

  it('is empty for an element without text', () => {
    const {index} = setup('');
    expect(index.length).to.equal(0);
    expect(index.pointAt(0, 'start')).to.equal(null);
    expect(index.lineAt(0)).to.deep.equal({start: 0, end: 0});
  });
});
