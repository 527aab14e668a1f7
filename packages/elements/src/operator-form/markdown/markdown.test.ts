import {expect} from '@open-wc/testing';

import {NoticeParameter, StringParameter} from '@ls-annotation/operators';
import {until} from '@ls-annotation/testing';

import {typePage} from '../testing/type-page.js';

import {safeMarkdown} from './safe-markdown.js';

/** Returns the accessible description of the first line of text. */
function descriptionOf(root: ShadowRoot): string {
  const ids = root.querySelector('.input')!.getAttribute('aria-describedby')!;
  return ids
    .split(' ')
    .map((id) => root.getElementById(id)!.textContent.trim())
    .join(' ');
}

describe('markdown of a form', () => {
  it('is shown in descriptions and help, and describes the field', async () => {
    const {form, root} = await typePage([
      new StringParameter({
        name: 'word',
        description: 'A **short** word.',
        help: 'See [the guide](https://example.org/guide).',
      }),
    ]);
    await until(() => root.querySelectorAll('.markdown').length === 2);
    expect(root.querySelector('strong')!.textContent).to.equal('short');
    expect(descriptionOf(root)).to.equal('A short word. See the guide.');
    const link = root.querySelector('a')!;
    expect(link.href).to.equal('https://example.org/guide');
    expect(link.rel).to.equal('noopener noreferrer');
    await expect(form).to.be.accessible();
  });

  it('opens help with the keyboard', async () => {
    const {form, root, press} = await typePage([
      new StringParameter({name: 'word', help: 'More words.'}),
    ]);
    form.focus();
    await press('Tab');
    await press('Enter');
    expect(root.querySelector('details')!.open).to.be.true;
    await expect(form).to.be.accessible();
  });

  it('is shown in notices, which are no fields', async () => {
    const {form, root} = await typePage([
      new NoticeParameter({
        name: 'careful',
        text: '- one\n- two',
        severity: 'warning',
      }),
    ]);
    await until(() => root.querySelectorAll('li').length === 2);
    const notice = root.querySelector('[role=note]')!;
    expect(notice.ariaLabel).to.equal('Warning');
    expect(form.values).to.deep.equal({});
    expect(form.validate()).to.be.true;
    await expect(form).to.be.accessible();
  });

  it('draws plain words as they are', async () => {
    const {root} = await typePage([
      new StringParameter({name: 'word', description: 'Nothing to mark up.'}),
    ]);
    expect(root.querySelector('.markdown')).to.be.null;
    expect(descriptionOf(root)).to.equal('Nothing to mark up.');
  });

  it('runs nothing and loads nothing that an operator writes', async () => {
    const harmful = [
      '<img src="/nothing.png" onerror="window.wasRun = true">',
      '<script>window.wasRun = true</script>',
      '<svg><script>window.wasRun = true</script></svg>',
      '[x](javascript:window.wasRun=true)',
      '[x](data:text/html,<script>window.wasRun=true</script>)',
      '![x](/nothing.png)',
      '<a href="https://example.org" onclick="window.wasRun = true">x</a>',
      '<style>* {display: none}</style>',
      '<form action="/steal"><input name="x"><button>Send</button></form>',
      '<iframe src="/nothing.html"></iframe>',
      '<p style="position: fixed" class="notice" id="title">x</p>',
    ];
    const {root} = await typePage([
      new NoticeParameter({name: 'bad', text: harmful.join('\n\n')}),
    ]);
    await until(() => root.querySelector('.markdown') !== null);
    const markdown = root.querySelector('.markdown')!;
    expect(markdown.querySelector('img, script, svg, style, form, iframe'))
      .to //
    .be.null;
    expect([...markdown.querySelectorAll('a[href]')].length).to.equal(1);
    for (const element of markdown.querySelectorAll('*')) {
      const names = element.getAttributeNames();
      expect(['href', 'target', 'rel']).to.include.members(names);
    }
    expect(window).not.to.have.property('wasRun');
  });

  it('keeps tables, code and lists', async () => {
    const shown = await safeMarkdown('| a |\n|---|\n| `b` |\n\n1. c');
    expect(shown).to.contain('<td><code>b</code></td>');
    expect(shown).to.contain('<ol>');
  });
});
