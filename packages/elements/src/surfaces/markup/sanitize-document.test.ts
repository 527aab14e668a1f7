import {expect} from '@open-wc/testing';

import {loadPurifier} from './purifier.js';
import {sanitizeDocument} from './sanitize-document.js';

async function setup(
  markup: string,
  options: {isInline?: boolean; hasLinks?: boolean} = {},
) {
  const purifier = await loadPurifier();
  const safe = sanitizeDocument(purifier, markup, {
    isInline: false,
    hasLinks: false,
    ...options,
  });
  const holder = document.createElement('div');
  holder.append(safe.content);
  return {...safe, holder, html: holder.innerHTML};
}

describe('sanitizeDocument()', () => {
  const inert: readonly [what: string, markup: string, left: RegExp][] = [
    ['a script', '<p>a</p><script>alert(1)</script>', /script|alert/],
    ['a handler', '<img src="x" onerror="alert(1)">', /onerror|alert/],
    [
      'a handler in SVG',
      '<svg><g onload="alert(1)"></g></svg>',
      /onload|alert/,
    ],
    ['a script address', '<a href="javascript:alert(1)">a</a>', /javascript/],
    [
      'a hidden script address',
      '<a href="java\tscript:alert(1)">a</a>',
      /alert/,
    ],
    [
      'an SVG link',
      '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
      /javascript/,
    ],
    [
      'a data page',
      '<a href="data:text/html,<script>alert(1)</script>">a</a>',
      /data:/,
    ],
    [
      'a frame',
      '<iframe src="//evil.test" srcdoc="<script>alert(1)</script>"></iframe>',
      /iframe|srcdoc/,
    ],
    [
      'a frame set',
      '<frameset onload="alert(1)"><frame src="x"></frameset>',
      /frame|alert/,
    ],
    [
      'an object',
      '<object data="evil.swf"></object><embed src="evil.swf">',
      /evil/,
    ],
    [
      'a form target',
      '<form action="//evil.test"><button formaction="//evil.test">a</button></form>',
      /evil/,
    ],
    ['a base', '<base href="//evil.test">', /evil/],
    [
      'a refresh',
      '<p>a</p><meta http-equiv="refresh" content="0;url=//evil.test">',
      /evil/,
    ],
    ['a style sheet', '<p>a</p><style>body{display:none}</style>', /<style/],
    [
      'a linked style sheet',
      '<p>a</p><link rel="stylesheet" href="//evil.test">',
      /evil/,
    ],
    [
      'a custom element',
      '<ls-plugin src="//evil.test"></ls-plugin>',
      /evil|<ls-/,
    ],
    ['a customised element', '<button is="ls-x">a</button>', / is="[^"]/],
    [
      'a template',
      '<template><img src=x onerror=alert(1)></template>',
      /alert/,
    ],
    [
      'markup in markup',
      '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
      /onerror=/,
    ],
    [
      'a noscript',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
      /<img[^>]*onerror/,
    ],
    [
      'a popover',
      '<div popover id="a">a</div><button popovertarget="a">a</button>',
      /popover/,
    ],
    ['an autofocus', '<input autofocus onfocus="alert(1)">', /autofocus|alert/],
    [
      'our classes',
      '<p class="lsf-label_clickable htx-text mine">a</p>',
      /lsf-|htx-/,
    ],
    [
      'our attributes',
      '<p data-ls-overlay data-ls-name="b" data-skip-node="true">a</p>',
      /data-/,
    ],
    ['a comment', '<p>a<!-- <img src=x onerror=alert(1)> -->b</p>', /<!--/],
  ];
  for (const [what, markup, left] of inert) {
    it(`leaves nothing of ${what}`, async () => {
      for (const isInline of [false, true]) {
        const {html} = await setup(markup, {isInline});
        expect(html).not.to.match(left);
      }
    });
  }

  it('keeps what documents are made of', async () => {
    const markup =
      '<h1 style="color: red;">T</h1><p class="a" dir="rtl" lang="he">b</p>' +
      '<table><tbody><tr><td colspan="2">c</td></tr></tbody></table>' +
      '<ul><li>d</li></ul><pre>e</pre><blockquote cite="https://a.test">f</blockquote>';
    expect((await setup(markup)).html).to.equal(markup);
  });

  it('keeps the text of what it replaces, under the name of that', async () => {
    const {holder} = await setup(
      '<x-word a="1">one</x-word><style>p{}</style><p>two</p><title>t</title>',
      {isInline: true},
    );
    expect(holder.textContent).to.equal('onep{}twot');
    const names = [...holder.querySelectorAll('[data-ls-name]')].map((stub) =>
      stub.getAttribute('data-ls-name'),
    );
    expect(names).to.deep.equal(['x-word', 'style', 'title']);
  });

  it('makes one text of what comments and scripts part', async () => {
    const {holder} = await setup('<p>a<!-- x -->b<script>c</script>d</p>');
    expect(holder.querySelector('p')!.childNodes).to.have.length(1);
    expect(holder.textContent).to.equal('abd');
  });

  it('takes the head of a page for its styles alone', async () => {
    const {css, html, body} = await setup(
      '<html><head><title>T</title><style>p{color:red}</style></head>' +
        '<body class="dark lsf-x" style="margin: 0px" onload="alert(1)"><p>a</p>' +
        '<style media="print">p{color:blue}</style></body></html>',
    );
    expect(html.startsWith('<p>a</p>')).to.equal(true);
    expect(css.replace(/\s+/g, '')).to.equal(
      'p{color:red}@mediaprint{p{color:blue}}',
    );
    expect(body.className).to.equal('dark');
    expect(body.hasAttribute('onload')).to.equal(false);
  });

  it('prefixes ids, and what refers to them, in a page of its own', async () => {
    const markup = '<h2 id="a">A</h2><a href="#a">x</a>';
    const own = await setup(markup);
    expect(own.html).to.contain('id="user-content-a"');
    expect(own.html).to.contain('href="#user-content-a"');
    const inline = await setup(markup, {isInline: true});
    expect(inline.html).to.contain('id="a"');
    expect(inline.html).to.contain('href="#a"');
  });

  it('turns fields off and keeps links out of the tab order', async () => {
    const {holder} = await setup(
      '<input value="a"><select><option>b</option></select><a href="https://a.test">c</a>',
    );
    expect(holder.querySelector('input')!.disabled).to.equal(true);
    expect(holder.querySelector('select')!.disabled).to.equal(true);
    expect(holder.querySelector('a')!.tabIndex).to.equal(-1);
  });

  it('opens links that may be followed elsewhere', async () => {
    const {holder} = await setup(
      '<a href="https://a.test" target="_top">c</a>',
      {
        hasLinks: true,
      },
    );
    const link = holder.querySelector('a')!;
    expect(link.target).to.equal('_blank');
    expect(link.rel).to.equal('noopener noreferrer');
  });

  it('runs nothing while it works', async () => {
    const seen: string[] = [];
    Object.assign(window, {lsTestSeen: (what: string) => seen.push(what)});
    const {holder} = await setup(
      '<img src="data:," onerror="lsTestSeen(1)"><svg onload="lsTestSeen(2)">' +
        '<script>lsTestSeen(3)</script><video><source onerror="lsTestSeen(4)"></video>',
      {isInline: true},
    );
    document.body.append(holder);
    await Promise.allSettled(
      [...holder.querySelectorAll('img')].map((image) => image.decode()),
    );
    holder.remove();
    expect(seen).to.deep.equal([]);
    Reflect.deleteProperty(window, 'lsTestSeen');
  });
});
