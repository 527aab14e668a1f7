import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {SCROLL_ATTEMPTS} from './testing/scroll-attempts.js';
import {sandboxSetup} from './testing/sandbox-setup.js';
import type {SandboxParts} from './testing/sandbox-setup.js';
import {watchPaints} from './testing/watch-paints.js';

const nextFrame = () => new Promise(requestAnimationFrame);

/** A long page, with a plugin that shows itself far down. */
async function setup(parts: SandboxParts) {
  const field = document.createElement('input');
  const space = document.createElement('div');
  space.style.blockSize = '3000px';
  const end = space.cloneNode();
  document.body.append(field, space);
  scrollTo({left: 0, top: 0, behavior: 'instant'});
  const plugin = await sandboxSetup({
    slot: 'panel',
    ...parts,
    permissions: ['modal', ...(parts.permissions ?? [])],
  });
  document.body.append(end);
  return {
    ...plugin,
    field,
    wasKeptFromScrolling: () =>
      plugin.errors.some(
        ({cause}) =>
          (cause as {action?: string} | null)?.action === 'scroll the page',
      ),
    close: () => {
      plugin.close();
      for (const element of [field, space, end as Element]) element.remove();
    },
  };
}

/** What scrolls the page for certain, unless something keeps it from that. */
const SCROLL = 'document.body.scrollIntoViewIfNeeded();';

describe('the page around a sandboxed plugin', () => {
  for (const {what, code, ...source} of SCROLL_ATTEMPTS) {
    it(`stays where it is when the plugin ${what}`, async () => {
      const {session, modals, wasKeptFromScrolling, close} = await setup({
        ...source,
        code: `LSI.on('told', async () => {
            try { ${code} } catch {}
            Htx.showModal('done');
          });
          LSI.on('then', () => {
            ${SCROLL}
            Htx.showModal('still there');
          });`,
      });
      const paints = watchPaints(document.documentElement);
      void session.events.invoke<string>('told');
      await until(() => modals.length === 1);
      for (let frames = 0; frames < 3; frames += 1) await nextFrame();
      // The browser tells of what scrolls in the order in which it does.
      void session.events.invoke<string>('then');
      await until(wasKeptFromScrolling);
      await until(() => modals.length === 2);
      paints.end();
      expect(paints.most()).to.equal(0);
      expect(scrollY).to.equal(0);
      close();
    });
  }

  it('says nothing when a plugin scrolls a list of its own', async () => {
    const {session, errors, modals, close} = await setup({
      code: `
        document.body.innerHTML = '<div style="block-size: 900px"></div>' +
          '<ul style="overflow: auto; block-size: 90px">' +
          '<li>item'.repeat(50) + '</ul>';
        const list = document.querySelector('ul');
        LSI.on('told', () => {
          list.lastElementChild.scrollIntoView();
          Htx.showModal([list.scrollTop > 0, scrollY > 0].join());
        });`,
    });
    void session.events.invoke<string>('told');
    await until(() => modals.length === 1);
    expect(modals[0]!.message).to.equal('true,true');
    expect(errors).to.deep.equal([]);
    expect(scrollY).to.equal(0);
    close();
  });

  it('says once a display that it was not scrolled', async () => {
    const {session, errors, modals, wasKeptFromScrolling, close} = await setup({
      code: `LSI.on('told', () => { ${SCROLL} Htx.showModal('done'); });`,
    });
    for (let times = 1; times <= 3; times += 1) {
      void session.events.invoke<string>('told');
      await until(() => modals.length === times);
      await until(wasKeptFromScrolling);
      for (let frames = 0; frames < 3; frames += 1) await nextFrame();
    }
    expect(errors).to.have.length(1);
    expect(errors[0]!.place).to.equal('permission');
    close();
  });

  it('is rid of a plugin that scrolls it for ever', async () => {
    const now = performance.now.bind(performance);
    const startedAt = now();
    const {reported, frame, close} = await setup({
      code: `setInterval(() => { ${SCROLL} }, 1)`,
    });
    // However slow the machine is, it all happens in the same ten seconds.
    performance.now = () => startedAt;
    try {
      const {message} = await reported('plugin/protocol');
      expect(message).to.contain('scrolls the page');
      expect(frame()).to.equal(null);
    } finally {
      performance.now = now;
    }
    expect(scrollY).to.equal(0);
    close();
  });

  it('is scrolled when the person goes to the plugin by keyboard', async () => {
    const {field, errors, modals, frame, close} = await setup({
      code: `
        document.body.innerHTML = '<button>first</button>' +
          '<div style="block-size: 300px"></div><button>last</button>';
        for (const button of document.querySelectorAll('button')) {
          button.onfocus = () => Htx.showModal(button.textContent);
        }`,
    });
    await until(() => frame()!.getBoundingClientRect().height > 300);
    field.focus();
    await sendKeys({press: 'Tab'});
    await until(() => modals.length === 1);
    await until(() => scrollY > 2000);
    await sendKeys({press: 'Tab'});
    await until(() => modals.length === 2);
    expect(modals.map(({message}) => message)).to.deep.equal(['first', 'last']);
    expect(errors).to.deep.equal([]);
    close();
  });
});
