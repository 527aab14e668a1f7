import {expect} from '@open-wc/testing';

import {NAME_ATTRIBUTE, NodePaths} from './node-path.js';

const MARKUP =
  '<p>one<b>two</b>three</p>\n<div><p>four</p><p>fi<i>v</i>e</p></div>' +
  `<ul><li>a</li><li>b<br>c</li></ul><span ${NAME_ATTRIBUTE}="my-word">x</span>` +
  '<svg><text>drawn</text></svg>';

function setup(markup = MARKUP) {
  const root = document.createElement('div');
  root.innerHTML = markup;
  const paths = new NodePaths(root);
  const textAt = (path: string) => paths.nodeAt(path)?.textContent ?? null;
  return {root, paths, textAt};
}

describe('NodePaths', () => {
  const rows: readonly [path: string, text: string][] = [
    ['/p[1]/text()[1]', 'one'],
    ['/p[1]/b[1]/text()[1]', 'two'],
    ['/p[1]/text()[2]', 'three'],
    ['/text()[1]', '\n'],
    ['/div[1]/p[1]/text()[1]', 'four'],
    ['/div[1]/p[2]/text()[2]', 'e'],
    ['/ul[1]/li[2]/text()[2]', 'c'],
    ['/my-word[1]/text()[1]', 'x'],
    ['/svg[1]/text[1]/text()[1]', 'drawn'],
    ['/div[1]/p[2]', 'five'],
  ];
  for (const [path, text] of rows) {
    it(`${path} leads to ${JSON.stringify(text)}, and back`, () => {
      const {paths, textAt} = setup();
      expect(textAt(path)).to.equal(text);
      const node = paths.nodeAt(path);
      expect(node && paths.pathOf(node)).to.equal(path);
    });
  }

  const spellings: readonly [path: string, text: string | null][] = [
    ['./p[1]/b/text()', 'two'],
    ['/P[1]/B[1]/text()[1]', 'two'],
    ['p/b/text()', 'two'],
    ['/html[1]/body[1]/p[1]/b[1]/text()[1]', 'two'],
    ['/body/p/b/text()', 'two'],
    ['/p[2]/text()[1]', null],
    ['/p[1]/text()[3]', null],
    ['/p[0]', null],
    ['/p[last()]', null],
    ['id("x")', null],
    ['', null],
    ['/', null],
  ];
  for (const [path, text] of spellings) {
    const words = text === null ? 'leads nowhere' : `leads to "${text}"`;
    it(`${JSON.stringify(path)} ${words}`, () => {
      const {textAt} = setup();
      expect(textAt(path)).to.equal(text);
    });
  }

  it('gives no path to what is outside', () => {
    const {paths} = setup();
    expect(paths.pathOf(document.createElement('p'))).to.equal('');
    expect(paths.pathOf(document.body)).to.equal('');
  });

  it('agrees with the paths of browsers', () => {
    const {root, paths} = setup();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const path = paths.pathOf(node);
      if (/my-word|svg/.test(path)) continue;
      const found = document.evaluate(
        `.${path}`,
        root,
        null,
        XPathResult.FIRST_ORDERED_NODE_TYPE,
      ).singleNodeValue;
      expect(found === node, path).to.equal(true);
    }
  });
});
