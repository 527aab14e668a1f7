import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {panelFixture} from '../testing/panel-fixture.js';
import {whenShown} from '../testing/when-shown.js';

const LEAVES = `document.addEventListener('keydown', () => undefined);
for (let at = 0; at < 2; at += 1) setInterval(() => undefined, 60000);`;

const FAILS = "LSI.on('lsTried', () => { throw new TypeError('no'); });";

async function setup(script: string) {
  const parts = await panelFixture({script});
  const {panel, root: panelRoot, button} = parts;
  button('Receipts').click();
  await panel.updateComplete;
  const element = panelRoot.querySelector('ls-receipt-list')!;
  await element.updateComplete;
  const root = element.shadowRoot!;
  const list = () => root.querySelector('ls-record-list');
  const lines = (): string[] =>
    [...(list()?.shadowRoot?.querySelectorAll('[role="option"]') ?? [])].map(
      (line) => line.textContent.replace(/\s+/g, ' ').trim(),
    );
  return {
    ...parts,
    element,
    receiptRoot: root,
    lines,
    /** Closes the display, and settles when its receipt is there. */
    next: async (): Promise<void> => {
      button('Next annotation').focus();
      await sendKeys({press: 'Enter'});
      await whenShown(root, () => list() !== null);
      await list()!.updateComplete;
      await whenShown(list()!.shadowRoot!, () => lines().length > 0);
    },
    list,
    chooseFirst: async (): Promise<HTMLElement> => {
      list()!.shadowRoot!.querySelector<HTMLElement>('.list')!.focus();
      await sendKeys({press: 'Home'});
      await element.updateComplete;
      return root.querySelector<HTMLElement>('.detail')!;
    },
    chooseLast: async (): Promise<HTMLElement> => {
      list()!.shadowRoot!.querySelector<HTMLElement>('.list')!.focus();
      await sendKeys({press: 'End'});
      await element.updateComplete;
      return root.querySelector<HTMLElement>('.detail')!;
    },
    find: (name: string): HTMLButtonElement | undefined =>
      [...root.querySelectorAll('button')].find(
        ({textContent}) => textContent.trim() === name,
      ),
    state: (): string =>
      root.querySelector('.state')!.textContent.replace(/\s+/g, ' ').trim(),
  };
}

const rowsOf = (detail: HTMLElement): string[] =>
  [...detail.querySelectorAll('tbody tr')].map((row) =>
    row.textContent.replace(/\s+/g, ' ').trim(),
  );

describe('<ls-receipt-list>', () => {
  it('is accessible', async () => {
    const {receiptRoot, next, chooseLast, end} = await setup(LEAVES);
    await expect(receiptRoot).to.be.accessible();
    await next();
    await chooseLast();
    await expect(receiptRoot).to.be.accessible();
    end();
  });

  it('lists what was left with a display, and what became of it', async () => {
    const {next, lines, chooseLast, end} = await setup(LEAVES);
    await next();
    expect(lines()[0]).to.match(
      /^Run \d+ annotation \S+ 3 taken back \d+\.\d ms$/,
    );
    expect(rowsOf(await chooseLast())).to.deep.equal([
      'listener keydown on document 1 taken back Line 1, column 10',
      'interval setInterval 60000 ms 2 taken back Line 2, column 35',
    ]);
    end();
  });

  it('names the places of what ran before Run as they are in the editor', async () => {
    const {button, receiptRoot, list, chooseFirst, end} = await setup(`
        if (LSI) {
          document.addEventListener('keydown', () => undefined);
        }
      `);
    button('Run').focus();
    await sendKeys({press: 'Enter'});
    await whenShown(receiptRoot, () => list() !== null);
    expect(rowsOf(await chooseFirst())).to.deep.equal([
      'listener keydown on document 1 taken back Line 2, column 12',
    ]);
    end();
  });

  it('leads to the place where something was taken', async () => {
    const {next, chooseLast, find, editor, end} = await setup(LEAVES);
    await next();
    await chooseLast();
    find('Line 2, column 35')!.focus();
    await sendKeys({press: 'Enter'});
    await whenShown(editor('script').shadowRoot!, () =>
      editor('script').matches(':focus'),
    );
    end();
  });

  it('says when a plugin left nothing', async () => {
    const {next, lines, chooseLast, end} = await setup('LSI.task;');
    await next();
    expect(lines()[0]).to.contain('left nothing');
    expect((await chooseLast()).textContent).to.contain('Nothing was left');
    end();
  });

  it('tells what the page lets the plugin keep', async () => {
    const {host, panel, button, next, lines, state, element, end} =
      await setup(LEAVES);
    host.querySelector('ls-plugin')!.keep = 'interval';
    button('Run').click();
    await whenShown(panel.shadowRoot!, () =>
      panel.shadowRoot!.querySelector('.status')!.textContent.includes('Runs'),
    );
    await element.updateComplete;
    expect(state()).to.equal('In use It keeps, as the page allows: interval.');
    await next();
    await whenShown(
      element.shadowRoot!.querySelector('ls-record-list')!.shadowRoot!,
      () => lines().some((line) => line.includes('1 taken back, 2 kept')),
    );
    end();
  });

  it('brings back a plugin that was set aside', async () => {
    const {host, receiptRoot, state, find, end} = await setup(FAILS);
    expect(state()).to.contain('In use');
    for (let at = 0; at < 3; at += 1) host.events.dispatch('lsTried');
    await whenShown(receiptRoot, () => state().startsWith('Set aside'));
    expect(state()).to.contain('no');
    await expect(receiptRoot).to.be.accessible();
    find('Bring back')!.focus();
    await sendKeys({press: 'Enter'});
    await whenShown(receiptRoot, () => state().startsWith('In use'));
    expect(host.pluginRuntime.setAside).to.deep.equal([]);
    end();
  });

  it('leaves nothing behind when it goes', async () => {
    const {host, element, end} = await setup(LEAVES);
    const receipts = host.pluginRuntime.receipts$ as unknown as {
      observers: readonly unknown[];
    };
    const before = receipts.observers.length;
    element.remove();
    expect(receipts.observers.length).to.equal(before - 1);
    end();
  });
});
