import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {Operator} from '@ls-annotation/operators';

import '../define/annotation-host.js';

import type {AnnotationHostElement} from './annotation-host.js';

const CONFIG = `
  <View>
    <Labels name="label" toName="text"><Label value="City"/></Labels>
    <Text name="text" value="$text"/>
  </View>`;

const OPERATOR: Operator = {
  name: 'Count',
  execute: () => ({success: true, message: 'One.'}),
};

async function hosts(count = 1) {
  const page = await fixture<HTMLElement>(
    html`<div>
      <input />
      ${Array.from(
        {length: count},
        () =>
          html`<ls-annotation-host
            .config=${CONFIG}
            .task=${{id: 1, data: {text: 'From Rome to Oslo.'}}}
          ></ls-annotation-host>`,
      )}
    </div>`,
  );
  const all = [
    ...page.querySelectorAll<AnnotationHostElement>('ls-annotation-host'),
  ];
  for (const host of all) {
    await host.displayed;
    host.operators.register(OPERATOR);
    await host.updateComplete;
  }
  return {page, all, host: all[0]!, input: page.querySelector('input')!};
}

function palettesOf(host: AnnotationHostElement): number {
  return host.querySelectorAll('ls-operator-palette').length;
}

async function until(fact: () => unknown): Promise<void> {
  while (!fact()) await new Promise(requestAnimationFrame);
}

describe('operators in the chrome of <ls-annotation-host>', () => {
  for (const key of ['Control+k', 'Meta+k', '`']) {
    it(`opens the palette with ${key}, once`, async () => {
      const {host} = await hosts();
      await sendKeys({press: key});
      await sendKeys({press: key});
      await until(() => palettesOf(host) > 0);
      expect(palettesOf(host)).to.equal(1);
      await expect(host.querySelector('ls-operator-palette')!) //
        .to.be.accessible();
    });
  }

  it('leaves a backtick to fields that take text', async () => {
    const {host, input} = await hosts();
    input.focus();
    await sendKeys({press: '`'});
    expect(input.value).to.equal('`');
    expect(palettesOf(host)).to.equal(0);
  });

  it('opens the palette of the host in use', async () => {
    const {all} = await hosts(2);
    const [first, second] = all as [
      AnnotationHostElement,
      AnnotationHostElement,
    ];
    const menu = second.shadowRoot!.querySelector('ls-operator-menu')!;
    menu.shadowRoot!.querySelector('button')!.focus();
    await sendKeys({press: 'Control+k'});
    await until(() => palettesOf(second) > 0);
    expect(palettesOf(first)).to.equal(0);
  });

  it('leaves the keys to the page without operators or hotkeys', async () => {
    const {host} = await hosts();
    const seen: boolean[] = [];
    const listen = ({defaultPrevented}: KeyboardEvent): void => {
      seen.push(defaultPrevented);
    };
    window.addEventListener('keydown', listen);
    host.settings = {enableHotkeys: false};
    await host.displayed;
    await sendKeys({press: '`'});
    window.removeEventListener('keydown', listen);
    expect(seen).to.deep.equal([false]);
    expect(palettesOf(host)).to.equal(0);
  });

  it('opens an operator by its shortcut', async () => {
    const {host} = await hosts();
    const unregister = host.operators.register({
      ...OPERATOR,
      name: 'Short',
      shortcut: 'ctrl+alt+j',
    });
    await sendKeys({press: 'Control+Alt+j'});
    const dialog = host.querySelector('ls-operator-dialog');
    expect(dialog?.operator?.name).to.equal('Short');
    dialog?.close();
    await until(() => !dialog?.isConnected);
    unregister();
    await sendKeys({press: 'Control+Alt+j'});
    expect(host.querySelector('ls-operator-dialog')).to.be.null;
  });

  it('has a tray from the first run on, which shows what came out', async () => {
    const {host} = await hosts();
    expect(host.shadowRoot!.querySelector('ls-operator-tray')).to.be.null;
    await host.operators.run('Count');
    await customElements.whenDefined('ls-operator-tray');
    await host.updateComplete;
    const tray = host.shadowRoot!.querySelector('ls-operator-tray')!;
    await tray.updateComplete;
    const root = tray.shadowRoot!;
    await until(() => root.querySelector('.toggle'));
    root.querySelector<HTMLButtonElement>('.toggle')!.click();
    await until(() => root.querySelector('[aria-label="Show: Count"]'));
    root
      .querySelector<HTMLButtonElement>('[aria-label="Show: Count"]')!
      .click();
    const dialog = host.querySelector('ls-operator-dialog')!;
    await until(() => dialog.shadowRoot?.textContent.includes('One.'));
    dialog.close();
  });

  it('keeps the values of a run in the page, never a secret', async () => {
    const {host} = await hosts();
    host.operators.register({
      ...OPERATOR,
      name: 'Kept',
      parameters: [
        {name: 'who', param_type: 'str'},
        {name: 'token', param_type: 'str', secret: true},
      ],
    });
    await host.operators.run('Kept', {who: 'Ada', token: 's3cret'});
    const kept = localStorage.getItem('ls-operator:last:Kept');
    localStorage.removeItem('ls-operator:last:Kept');
    expect(kept).to.contain('Ada').and.not.contain('s3cret');
  });

  it('binds nothing any more when the host leaves the page', async () => {
    const {page, host} = await hosts();
    host.remove();
    await sendKeys({press: '`'});
    expect(palettesOf(host)).to.equal(0);
    page.append(host);
    await host.displayed;
    await sendKeys({press: '`'});
    await until(() => palettesOf(host) > 0);
  });
});
