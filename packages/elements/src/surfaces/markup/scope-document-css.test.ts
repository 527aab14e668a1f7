import {expect, fixture, html} from '@open-wc/testing';

import {scopeDocumentCss} from './scope-document-css.js';

const ROOT = '[data-doc="1"]';

async function setup(css: string, idPrefix = '') {
  const page = await fixture<HTMLElement>(html`
    <section class="outside">
      <div data-doc="1" class="dark">
        <p class="inside" id="${idPrefix}x">in</p>
      </div>
      <p class="inside" id="x">out</p>
    </section>
  `);
  const style = document.createElement('style');
  style.textContent = scopeDocumentCss(css, {root: ROOT, idPrefix});
  page.append(style);
  const root = page.querySelector<HTMLElement>(ROOT)!;
  const [inside, outside] = page.querySelectorAll<HTMLElement>('p');
  const color = (element: Element) => getComputedStyle(element).color;
  return {
    inside: () => color(inside!) === 'rgb(255, 0, 0)',
    outside: () => color(outside!) === 'rgb(255, 0, 0)',
    root: () => color(root) === 'rgb(255, 0, 0)',
    body: () => color(document.body) === 'rgb(255, 0, 0)',
    css: style.textContent,
  };
}

describe('scopeDocumentCss()', () => {
  const rows: readonly [css: string, inside: boolean, root: boolean][] = [
    ['p {color: red}', true, false],
    ['.inside {color: red}', true, false],
    ['* {color: red}', true, false],
    ['div {color: red}', false, false],
    ['body p {color: red}', true, false],
    ['body > p {color: red}', true, false],
    ['html body > p.inside {color: red}', true, false],
    ['body.dark p {color: red}', true, false],
    ['body {color: red}', true, true],
    ['html > body {color: red}', true, true],
    [':root {color: red}', true, true],
    ['body.dark {color: red}', true, true],
    ['body.light {color: red}', false, false],
    ['a, p {color: red}', true, false],
    [':is(body, p) {color: red}', true, true],
    ['@media all {p {color: red}}', true, false],
    ['@supports (color: red) {p {color: red}}', true, false],
    ['.outside p {color: red}', true, false],
    ['.outside {color: red}', false, false],
    ['p {body:has(&) {color: red}}', false, false],
    ['p {:root & {color: red}}', false, false],
    ['@layer x {p {color: red}}', false, false],
    ['@scope (body) {p {color: red}}', false, false],
    ['} body {color: red', false, false],
    [':not(p) {color: red}', false, false],
    ['body:has(p) {color: red}', true, true],
  ];
  for (const [css, inside, root] of rows) {
    it(`${css} reaches ${inside ? '' : 'nothing '}in it, and nothing around it`, async () => {
      const reached = await setup(css);
      expect(reached.inside(), 'inside').to.equal(inside);
      expect(reached.root(), 'root').to.equal(root);
      expect(reached.outside(), 'outside').to.equal(false);
      expect(reached.body(), 'body').to.equal(false);
    });
  }

  it('knows prefixed ids', async () => {
    const {inside, outside} = await setup('#x {color: red}', 'user-content-');
    expect(inside()).to.equal(true);
    expect(outside()).to.equal(false);
  });

  it('drops what has a name in the whole page', async () => {
    const {css} = await setup(`
      @import 'other.css';
      @keyframes spin {to {color: red}}
      @font-face {font-family: Inter; src: url(x.woff)}
      @property --x {syntax: '*'; inherits: false}
      @page {margin: 0}
      @counter-style c {system: cyclic; symbols: x}
    `);
    expect(css).to.equal('');
  });

  it('keeps pseudo-elements', async () => {
    const {css} = await setup('p::before {content: "x"}');
    expect(css).to.contain('::before');
  });
});
