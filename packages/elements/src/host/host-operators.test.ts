import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import type {Operator} from '@ls-annotation/operators';
import {until} from '@ls-annotation/testing';

import '../define/annotation-host.js';

import type {AnnotationHostElement} from './annotation-host.js';
import {span} from './testing/host-fixture.js';

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

  describe('on regions', () => {
    const TASK = {
      id: 1,
      data: {text: 'From Rome to Oslo.'},
      annotations: [{id: 10, result: [span('a', 5, 9), span('b', 13, 17)]}],
    };

    async function setup(overrides: Partial<Operator> = {}) {
      const world = await hosts();
      const {host} = world;
      host.task = TASK;
      await host.displayed;
      host.operators.register({
        ...OPERATOR,
        name: 'grow',
        title: 'Grow region',
        placements: ['context-menu', 'region-list'],
        ...overrides,
      });
      await host.updateComplete;
      const root = host.shadowRoot!;
      const list = root.querySelector('ls-region-list')!;
      await list.updateComplete;
      const menu = root.querySelector('ls-region-menu')!;
      const items = (): readonly HTMLElement[] => [
        ...menu.shadowRoot!.querySelectorAll<HTMLElement>(
          '.menu:popover-open [role=menuitem]',
        ),
      ];
      const selection = (): readonly string[] => {
        const {annotationId = ''} = host.session.scope ?? {};
        return host.store.state.annotations[annotationId]!.selection;
      };
      return {...world, root, list, menu, items, selection};
    }

    async function rightClick(element: Element): Promise<void> {
      const {left, top, width, height} = element.getBoundingClientRect();
      await sendMouse({
        type: 'click',
        button: 'right',
        position: [Math.round(left + width / 2), Math.round(top + height / 2)],
      });
    }

    it('open from the menu of a region in the list, which is selected', async () => {
      const {host, list, menu, items, selection} = await setup();
      await until(() => list.shadowRoot!.querySelectorAll('.row').length === 2);
      await rightClick(list.shadowRoot!.querySelectorAll('.row')[1]!);
      await until(() => items().length > 0);
      expect(items()[0]!.innerText).to.contain('Grow region');
      await expect(menu).to.be.accessible();
      await sendKeys({press: 'Enter'});
      expect(selection()).to.deep.equal(['b']);
      const dialog = host.querySelector('ls-operator-dialog')!;
      expect(dialog.operator?.name).to.equal('grow');
      await dialog.updateComplete;
      dialog.close();
    });

    it('open by the keyboard from the line it is on', async () => {
      const {list, items} = await setup();
      await until(() => list.shadowRoot!.querySelector('.tree'));
      list.shadowRoot!.querySelector<HTMLElement>('.tree')!.focus();
      await sendKeys({press: 'Shift+F10'});
      await until(() => items().length > 0);
      await sendKeys({press: 'Escape'});
      expect(items()).to.be.empty;
      expect(list.matches(':focus-within')).to.be.true;
    });

    it('are listed with the reason where they cannot run', async () => {
      const {host, list, items} = await setup({supportedScopes: ['video']});
      await until(() => list.shadowRoot!.querySelector('.row'));
      await rightClick(list.shadowRoot!.querySelector('.row')!);
      await until(() => items().length > 0);
      expect(items()[0]!.innerText).to.contain('Needs a video.');
      expect(items()[0]!.ariaDisabled).to.equal('true');
      await sendKeys({press: 'Enter'});
      expect(host.querySelector('ls-operator-dialog')).to.be.null;
      await sendKeys({press: 'Escape'});
    });

    it('have a menu of their own beside the title of the list', async () => {
      const {host, list} = await setup();
      const own = list.querySelector('ls-operator-menu')!;
      await own.updateComplete;
      const button = own.shadowRoot!.querySelector('button')!;
      expect(button.checkVisibility()).to.be.true;
      button.click();
      await until(() => own.shadowRoot!.querySelector('.item'));
      const names = [...own.shadowRoot!.querySelectorAll('[part=name]')];
      expect(names.map(({textContent}) => textContent)).to.deep.equal([
        'Grow region',
      ]);
      own.hide();
      host.remove();
    });
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
