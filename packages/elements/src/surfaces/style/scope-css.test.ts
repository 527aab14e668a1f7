import {expect, fixture, html} from '@open-wc/testing';

import {scopeCss} from './scope-css.js';

async function setup(css: string) {
  const page = await fixture(html`
    <div class="page">
      <div data-root>
        <p class="inside">inside</p>
        <p class="other">other</p>
      </div>
      <p class="inside outside">outside</p>
    </div>
  `);
  const style = document.createElement('style');
  style.textContent = scopeCss(css, '[data-root]');
  page.querySelector('[data-root]')!.append(style);
  const colorOf = (query: string, pseudo?: string) =>
    getComputedStyle(page.querySelector(query)!, pseudo).color;
  return {page, style, colorOf};
}

const RED = 'rgb(255, 0, 0)';

describe('scopeCss()', () => {
  it('reaches what is inside the root and nothing else', async () => {
    const {colorOf} = await setup('.inside {color: red}');
    expect(colorOf('.inside')).to.equal(RED);
    expect(colorOf('.outside')).not.to.equal(RED);
  });

  it('lets a selector name what surrounds the root', async () => {
    const {colorOf} = await setup('body .page > div .inside {color: red}');
    expect(colorOf('.inside')).to.equal(RED);
    expect(colorOf('.outside')).not.to.equal(RED);
  });

  it('gives rules for the page to the root', async () => {
    const {colorOf} = await setup('body {color: red}');
    expect(colorOf('[data-root]')).to.equal(RED);
    expect(colorOf('.outside')).not.to.equal(RED);
    expect(getComputedStyle(document.body).color).not.to.equal(RED);
  });

  it('scopes every selector of a list, and in groups of rules', async () => {
    const {colorOf} = await setup(
      '@media all {.outside, .other:is(p, [a=","]), .x {color: red}}',
    );
    expect(colorOf('.other')).to.equal(RED);
    expect(colorOf('.outside')).not.to.equal(RED);
  });

  it('keeps pseudo-elements', async () => {
    const {page, colorOf} = await setup(
      '.inside::before {content: "x"; color: red} .other:after {content: "y"}',
    );
    expect(colorOf('.inside', '::before')).to.equal(RED);
    expect(
      getComputedStyle(page.querySelector('.other')!, '::after').content,
    ).to.equal('"y"');
  });

  it('lets no stray brace lead out', async () => {
    const {colorOf} = await setup('} p {color: red} @media all { .q {}');
    expect(colorOf('.outside')).not.to.equal(RED);
  });

  it('drops imports', () => {
    expect(scopeCss('@import "x.css"; a {color: red}', '[r]')).not.to.contain(
      'import',
    );
  });
});
