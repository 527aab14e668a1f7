import {expect} from '@open-wc/testing';

import {HIDDEN_SHEET, hideStyles, showStyles} from './hide-styles.js';

function parse(markup: string): HTMLElement {
  return new DOMParser().parseFromString(markup, 'text/html').body;
}

/** What is read of markup whose styles were hidden. */
function read(markup: string): HTMLElement {
  const body = parse(hideStyles(markup));
  showStyles(body);
  return body;
}

describe('hideStyles()', () => {
  const same: readonly [what: string, markup: string][] = [
    ['text', 'a < b style="x" > c'],
    ['comments', '<!-- <p style="color: red;"> --><p>a</p>'],
    ['open comments', '<p>a</p><!-- <p style="x">'],
    ['an empty comment', '<!--><p title="a">b</p>'],
    ['fields', '<textarea><p style="x">a</p></textarea><i>b</i>'],
    ['scripts', '<script>"<p style=x>"</script><i>b</i>'],
    ['values of others', `<p title='a style="x"' lang=style>a</p>`],
    ['names of others', '<p data-style="x" styles>a</p>'],
    ['open tags', '<p>a</p><p style="color: red'],
    ['quotes that are not closed', '<p title="a>b<i style="c">d</i>'],
  ];
  for (const [what, markup] of same) {
    it(`leaves ${what} alone`, () => {
      expect(read(markup).innerHTML).to.equal(parse(markup).innerHTML);
    });
  }

  const styled: readonly string[] = [
    '<p style="color: red;">a</p>',
    "<p STYLE='color: red;'>a</p>",
    '<p style=color:red>a</p>',
    '<p class="b"style = "color: red;"title=c>a</p>',
    '<br/style="color: red;"/>',
    '<p\nstyle="color: red;" style="color: blue;">a</p>',
    '<svg><rect style="color: red;"/></svg>',
  ];
  for (const markup of styled) {
    it(`has no browser look at the style of ${markup}, and gives it back`, () => {
      const hidden = parse(hideStyles(markup));
      expect(hidden.querySelector('[style]')).to.equal(null);
      showStyles(hidden);
      const [element] = hidden.querySelectorAll<HTMLElement>('[style]');
      expect(element?.style.color).to.equal('red');
      expect(hidden.innerHTML).not.to.contain('data-ls');
      const plain = hidden.innerHTML.replace(/ style="[^"]*"/, '');
      const original = parse(markup);
      original.querySelector('[style]')?.removeAttribute('style');
      expect(plain).to.equal(original.innerHTML);
    });
  }

  it('has no browser look at style elements', () => {
    const body = parse(
      hideStyles(
        '<p>a</p><STYLE media="print">p > a {}</STYLE ><i>b</i><style>c',
      ),
    );
    expect(body.querySelector('style')).to.equal(null);
    const sheets = [...body.querySelectorAll<HTMLScriptElement>(HIDDEN_SHEET)];
    expect(sheets.map(({text}) => text)).to.deep.equal(['p > a {}', 'c']);
    expect(sheets[0]?.getAttribute('media')).to.equal('print');
    expect(body.querySelector('i')?.textContent).to.equal('b');
  });

  it('does not let a style element end early', () => {
    const body = parse(
      hideStyles('<style><!--<script></script><b>c</b></style><i>d</i>'),
    );
    expect(body.querySelector('b')).to.equal(null);
    expect(body.querySelector('i')?.textContent).to.equal('d');
  });

  it('keeps up with markup that is never closed', () => {
    for (const part of [
      '<a ',
      '<p style="',
      '<!--',
      '<style>',
      '< ',
      "<a b='",
    ]) {
      const markup = part.repeat(50_000);
      expect(hideStyles(markup)).to.have.length.above(markup.length - 1);
    }
  });
});
