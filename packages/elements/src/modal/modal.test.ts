import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {MODAL_TYPES} from '@ls-annotation/lsi';

import '../define/modal.js';
import {hostFixture} from '../host/testing/host-fixture.js';
import {nextEvent} from '../host/testing/next-event.js';
import '../define/annotation-host.js';

import type {ModalElement} from './modal.js';

async function setup(overrides: Partial<ModalElement> = {}) {
  const modal = document.createElement('ls-modal');
  Object.assign(modal, {message: 'Say it', ...overrides});
  document.body.append(modal);
  await modal.updateComplete;
  const dialog = modal.shadowRoot!.querySelector('dialog')!;
  return {modal, dialog};
}

describe('<ls-modal>', () => {
  describe('accessibility', () => {
    it('is accessible', async () => {
      const {modal} = await setup();
      await expect(modal).to.be.accessible();
      modal.remove();
    });

    it('is named by its title and described by its message', async () => {
      const {modal, dialog} = await setup();
      expect(dialog.getAttribute('aria-labelledby')).to.equal('title');
      expect(dialog.getAttribute('aria-describedby')).to.equal('message');
      modal.remove();
    });
  });

  describe('properties', () => {
    for (const type of MODAL_TYPES) {
      it(`has a title for the type ${type}`, async () => {
        const {modal, dialog} = await setup({type});
        const title = dialog.querySelector('h2')?.textContent ?? '';
        expect(title.toLowerCase()).to.equal(type);
        modal.remove();
      });
    }

    it('shows the message as text', async () => {
      const message = '<img src=x onerror="window.lsOops = 1"> & more';
      const {modal, dialog} = await setup({message});
      expect(dialog.querySelector('p')?.textContent).to.equal(message);
      expect(dialog.querySelector('img')).to.equal(null);
      modal.remove();
    });
  });

  it('shows the beginning of a long message, and its button', async () => {
    const message = 'One line of many.\n'.repeat(200);
    const {modal, dialog} = await setup({message});
    const {top, bottom} = dialog.getBoundingClientRect();
    const title = dialog.querySelector('h2')!.getBoundingClientRect();
    const button = dialog.querySelector('button')!.getBoundingClientRect();
    expect(title.top).to.be.at.least(top);
    expect(button.bottom).to.be.at.most(bottom);
    modal.remove();
  });

  describe('keyboard', () => {
    it('has the focus on its button, and enter dismisses it', async () => {
      const {modal} = await setup();
      expect(modal.shadowRoot?.activeElement?.textContent.trim()).to.equal(
        'OK',
      );
      const closed = nextEvent(modal, 'ls-modal-close');
      await sendKeys({press: 'Enter'});
      await closed;
      modal.remove();
    });

    it('is dismissed by escape', async () => {
      const {modal} = await setup();
      const closed = nextEvent(modal, 'ls-modal-close');
      await sendKeys({press: 'Escape'});
      await closed;
      modal.remove();
    });

    it('gives the focus back to where it was', async () => {
      const {host} = await hostFixture({
        html: '<button slot="toolbar">Mine</button>',
      });
      const button = host.querySelector('button')!;
      button.focus();
      host.showModal('Say it');
      await host.updateComplete;
      const modal = host.shadowRoot!.querySelector('ls-modal')!;
      await modal.updateComplete;
      expect(document.activeElement).to.equal(host);
      await sendKeys({press: 'Enter'});
      await host.updateComplete;
      expect(document.activeElement).to.equal(button);
      host.remove();
    });
  });

  it('stacks: the last one is dismissed first', async () => {
    const {host, find} = await hostFixture();
    host.showModal('first');
    host.showModal('second', 'error');
    await host.updateComplete;
    const messages = () =>
      [...host.shadowRoot!.querySelectorAll('ls-modal')].map(
        ({message}) => message,
      );
    expect(messages()).to.deep.equal(['first', 'second']);
    await find<ModalElement>('ls-modal:last-of-type').updateComplete;
    await sendKeys({press: 'Enter'});
    await host.updateComplete;
    expect(messages()).to.deep.equal(['first']);
    host.remove();
  });

  it('opens again when it is moved', async () => {
    const {modal, dialog} = await setup();
    const other = document.createElement('div');
    document.body.append(other);
    other.append(modal);
    expect(dialog.open).to.equal(true);
    other.remove();
  });
});
