import {expect} from '@open-wc/testing';

import '../define/error-view.js';

import type {ErrorViewElement} from './error-view.js';

async function setup(overrides: Partial<ErrorViewElement> = {}) {
  const view = document.createElement('ls-error-view');
  Object.assign(view, {heading: 'It cannot be shown', ...overrides});
  document.body.append(view);
  await view.updateComplete;
  const text = view.shadowRoot!.textContent.replace(/\s+/g, ' ');
  return {view, text};
}

describe('<ls-error-view>', () => {
  it('is accessible', async () => {
    const {view} = await setup({message: 'Because.'});
    await expect(view).to.be.accessible();
    view.remove();
  });

  it('says the reason when there are no issues', async () => {
    const {view, text} = await setup({message: 'Because.', hint: 'Kept.'});
    expect(text).to.contain('It cannot be shown');
    expect(text).to.contain('Because.');
    expect(text).to.contain('Kept.');
    view.remove();
  });

  it('names tag, attribute and remedy of each issue', async () => {
    const {view, text} = await setup({
      issues: [
        {
          code: 'config/to-name-unknown',
          path: '0.1',
          tag: 'Choices',
          name: 'c',
          attribute: 'toname',
          severity: 'error',
          message: 'No tag is called "x". Correct "toName".',
        },
        {code: 'format/bad', path: '/data', message: 'No "data".'},
      ],
    });
    expect(text).to.contain('<Choices name="c" toName>');
    expect(text).to.contain('No tag is called "x". Correct "toName".');
    expect(text).to.contain('/data');
    view.remove();
  });

  it('shows what it quotes as text', async () => {
    const {view} = await setup({message: '<img src=x>'});
    expect(view.shadowRoot?.querySelector('img')).to.equal(null);
    view.remove();
  });
});
