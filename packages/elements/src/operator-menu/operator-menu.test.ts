import {ContextProvider} from '@lit/context';
import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {BehaviorSubject} from 'rxjs';

import {
  OperatorNotFoundError,
  OperatorRegistry,
  RemoteOperatorError,
} from '@ls-annotation/operators';
import type {
  Operator,
  OperatorSource,
  OperatorSourceState,
} from '@ls-annotation/operators';

import {operatorsContext} from '../contexts.js';
import '../define/operator-menu.js';

import type {OperatorMenuElement} from './operator-menu.js';

function operator(name: string, overrides: Partial<Operator> = {}): Operator {
  return {
    name,
    description: `About ${name}.`,
    execute: () => ({success: true, message: ''}),
    ...overrides,
  };
}

async function setup(operators: readonly Operator[]) {
  const registry = new OperatorRegistry();
  for (const one of operators) registry.register(one);
  const opened: string[] = [];
  registry.openRequests$.subscribe(({name}) => opened.push(name));
  const menu = await fixture<OperatorMenuElement>(
    html`<ls-operator-menu .registry=${registry}></ls-operator-menu>`,
  );
  return {registry, opened, menu, ...handles(menu)};
}

function handles(menu: OperatorMenuElement) {
  const root = menu.shadowRoot!;
  const button = root.querySelector<HTMLButtonElement>('[part=button]')!;
  const panel = root.querySelector<HTMLElement>('[part=panel]')!;
  const names = (): readonly string[] =>
    [...root.querySelectorAll('[part=name]')].map((one) => one.textContent);
  const focused = (): string | undefined =>
    root.activeElement?.querySelector('[part=name]')?.textContent ??
    root.activeElement?.getAttribute('part') ??
    undefined;
  const isOpen = (): boolean => panel.matches(':popover-open');
  const toggled = async (act: () => unknown): Promise<void> => {
    const event = oneEvent(panel, 'toggle');
    await act();
    await event;
    await menu.updateComplete;
  };
  const press = async (key: string): Promise<void> => {
    await sendKeys({press: key});
    await menu.updateComplete;
  };
  return {root, button, panel, names, focused, isOpen, toggled, press};
}

const THREE = [
  operator('One'),
  operator('Two'),
  operator('Video', {supportedScopes: ['video']}),
];

describe('<ls-operator-menu>', () => {
  describe('accessibility', () => {
    it('is accessible closed, open and empty', async () => {
      const {menu, button, toggled} = await setup(THREE);
      await expect(menu).to.be.accessible();
      await toggled(() => button.click());
      await expect(menu).to.be.accessible();
      const empty = await setup([]);
      await empty.toggled(() => empty.button.click());
      await expect(empty.menu).to.be.accessible();
    });

    it('tells whether it is open', async () => {
      const {button, toggled} = await setup(THREE);
      expect(button.ariaExpanded).to.equal('false');
      await toggled(() => button.click());
      expect(button.ariaExpanded).to.equal('true');
    });
  });

  describe('list', () => {
    it('has name and description of each operator', async () => {
      const {button, panel, names, toggled} = await setup(THREE);
      await toggled(() => button.click());
      expect(names()).to.deep.equal(['One', 'Two', 'Video']);
      expect(panel.innerText).to.contain('About Two.');
    });

    it('has those that cannot run last, with the reason', async () => {
      const {button, panel, opened, names, isOpen, toggled} = await setup(
        [...THREE].reverse(),
      );
      await toggled(() => button.click());
      expect(names()).to.deep.equal(['Two', 'One', 'Video']);
      expect(panel.innerText).to.contain('Needs a video.');
      const last = [...panel.querySelectorAll('button')].at(-1)!;
      expect(last.ariaDisabled).to.equal('true');
      last.click();
      expect(opened).to.be.empty;
      expect(isOpen()).to.be.true;
    });

    it('says when it is empty', async () => {
      const {button, panel, toggled} = await setup([]);
      await toggled(() => button.click());
      expect(panel.innerText).to.contain('no operators');
    });

    it('follows the registry while it is open', async () => {
      const {registry, menu, button, names, toggled} = await setup(THREE);
      await toggled(() => button.click());
      const remove = registry.register(operator('Three'));
      await menu.updateComplete;
      expect(names()).to.include('Three');
      remove();
      await menu.updateComplete;
      expect(names()).not.to.include('Three');
    });

    it('asks anew what can run each time it opens', async () => {
      const state = {reason: 'Select a region.' as string | null};
      const {button, panel, toggled} = await setup([
        operator('One', {unavailableReason: () => state.reason}),
      ]);
      await toggled(() => button.click());
      expect(panel.innerText).to.contain('Select a region.');
      await toggled(() => panel.hidePopover());
      state.reason = null;
      await toggled(() => button.click());
      expect(panel.innerText).not.to.contain('Select a region.');
    });

    it('comes from the host around it', async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const registry = new OperatorRegistry();
      registry.register(operator('Of the host'));
      new ContextProvider(place, {
        context: operatorsContext,
        initialValue: registry,
      });
      const menu = document.createElement('ls-operator-menu');
      place.append(menu);
      await menu.updateComplete;
      const {button, names, toggled} = handles(menu);
      await toggled(() => button.click());
      expect(names()).to.deep.equal(['Of the host']);
    });
  });

  describe('choosing', () => {
    it('with the mouse opens the operator and closes the list', async () => {
      const {button, root, opened, isOpen, toggled} = await setup(THREE);
      await toggled(() => button.click());
      const item = root.querySelectorAll('[part=item]')[1]!;
      const {x, y, width, height} = item.getBoundingClientRect();
      await toggled(() =>
        sendMouse({
          type: 'click',
          position: [Math.round(x + width / 2), Math.round(y + height / 2)],
        }),
      );
      expect(opened).to.deep.equal(['Two']);
      expect(isOpen()).to.be.false;
    });

    it('leaves the focus on the button, for the dialog to return to', async () => {
      const {button, root, opened, press, toggled} = await setup(THREE);
      await toggled(() => button.click());
      await toggled(() => press('Enter'));
      expect(opened).to.deep.equal(['One']);
      expect(root.activeElement === button).to.be.true;
    });

    it('fires an error when nothing shows dialogs', async () => {
      const registry = new OperatorRegistry();
      registry.register(operator('One'));
      const menu = await fixture<OperatorMenuElement>(
        html`<ls-operator-menu .registry=${registry}></ls-operator-menu>`,
      );
      const {button, toggled} = handles(menu);
      await toggled(() => button.click());
      const failed = oneEvent(document, 'ls-operator-error');
      await sendKeys({press: 'Enter'});
      const {error} = (await failed) as unknown as {error: {code: string}};
      expect(error.code).to.equal('operators/no-ui');
    });
  });

  describe('keyboard', () => {
    it('opens with Enter, Space and arrow down', async () => {
      const {button, panel, focused, toggled, press} = await setup(THREE);
      for (const key of ['Enter', 'Space', 'ArrowDown']) {
        button.focus();
        await toggled(() => press(key));
        expect(focused(), key).to.equal('One');
        await toggled(() => panel.hidePopover());
      }
    });

    it('moves with arrows, Home and End, and stops at the ends', async () => {
      const {button, focused, toggled, press} = await setup(THREE);
      await toggled(() => button.click());
      const steps: readonly [string, string][] = [
        ['ArrowDown', 'Two'],
        ['ArrowDown', 'Video'],
        ['ArrowDown', 'Video'],
        ['ArrowUp', 'Two'],
        ['Home', 'One'],
        ['ArrowUp', 'One'],
        ['End', 'Video'],
      ];
      for (const [key, name] of steps) {
        await press(key);
        expect(focused(), key).to.equal(name);
      }
    });

    it('closes with Escape and goes back to the button', async () => {
      const {root, button, isOpen, toggled, press} = await setup(THREE);
      button.focus();
      await toggled(() => press('Enter'));
      await toggled(() => press('Escape'));
      expect(isOpen()).to.be.false;
      expect(root.activeElement === button).to.be.true;
    });

    it('does not leak keys to the page', async () => {
      const {menu, button, toggled, press} = await setup(THREE);
      await toggled(() => button.click());
      const leaked: string[] = [];
      const listen = ({key}: KeyboardEvent): unknown => leaked.push(key);
      document.addEventListener('keydown', listen);
      await press('1');
      document.removeEventListener('keydown', listen);
      expect(leaked).to.be.empty;
      expect(menu.isConnected).to.be.true;
    });
  });

  describe('search', () => {
    const many = Array.from('abcdefgh').map((letter) =>
      operator(`Op ${letter}`),
    );

    it('is there when there are many', async () => {
      const few = await setup(THREE);
      await few.toggled(() => few.button.click());
      expect(few.panel.querySelector('input')).to.be.null;
      const {button, focused, toggled} = await setup(many);
      await toggled(() => button.click());
      expect(focused()).to.equal('search');
    });

    it('narrows the list; Enter takes the first', async () => {
      const {menu, button, opened, panel, names, toggled, press} =
        await setup(many);
      await toggled(() => button.click());
      await sendKeys({type: 'op c'});
      await menu.updateComplete;
      expect(names()).to.deep.equal(['Op c']);
      expect(panel.querySelector('[role=status]')!.textContent).to.contain(
        '1 found',
      );
      await toggled(() => press('Enter'));
      expect(opened).to.deep.equal(['Op c']);
    });

    it('says when nothing matches', async () => {
      const {menu, button, panel, toggled} = await setup(many);
      await toggled(() => button.click());
      await sendKeys({type: 'zzz'});
      await menu.updateComplete;
      expect(panel.innerText).to.contain('No operator matches.');
    });

    it('is left and reached with the arrow keys', async () => {
      const {button, focused, toggled, press} = await setup(many);
      await toggled(() => button.click());
      await press('ArrowDown');
      expect(focused()).to.equal('Op a');
      await press('ArrowUp');
      expect(focused()).to.equal('search');
    });
  });

  describe('offer', () => {
    it('leaves out what is offered elsewhere or nowhere', async () => {
      const {button, names, toggled} = await setup([
        operator('Here', {title: 'Over here'}),
        operator('Elsewhere', {placements: ['context-menu']}),
        operator('Nowhere', {unlisted: true}),
      ]);
      await toggled(() => button.click());
      expect(names()).to.deep.equal(['Over here']);
    });

    it('has no button at another place without operators for it', async () => {
      const {registry, menu, root} = await setup([operator('One')]);
      menu.placement = 'region-list';
      await menu.updateComplete;
      expect(root.querySelector('button')).to.be.null;
      registry.register(operator('Row', {placements: ['region-list']}));
      await menu.updateComplete;
      expect(root.querySelector('button')).not.to.be.null;
    });
  });

  describe('servers', () => {
    /** A server that answers when the test says so. */
    function server() {
      const state$ = new BehaviorSubject<OperatorSourceState>({
        status: 'loading',
        error: null,
        operatorNames: [],
        warnings: [],
      });
      let asked = 0;
      const set = (state: Partial<OperatorSourceState>): void => {
        state$.next({...state$.value, ...state});
      };
      const source: OperatorSource = {
        label: 'models:8001',
        get state() {
          return state$.value;
        },
        state$,
        connect: () => () => undefined,
        refresh: () => {
          asked += 1;
          set({status: 'loading', error: null});
          return Promise.resolve();
        },
      };
      return {source, set, asked: () => asked};
    }

    it('are named while they are asked, and when they do not answer', async () => {
      const {source, set, asked} = server();
      const {registry, menu, root, button, panel, toggled} = await setup([]);
      registry.addSource(source);
      await toggled(() => button.click());
      expect(panel.innerText).to.contain('Loading operators from models:8001');
      await expect(menu).to.be.accessible();
      const error = new OperatorNotFoundError('x');
      set({status: 'failed', error});
      await menu.updateComplete;
      expect(panel.innerText).to.contain('models:8001 did not answer.');
      expect(panel.innerText).to.contain(error.message);
      expect(panel.innerText).not.to.contain('There are no operators');
      await expect(menu).to.be.accessible();
      root.querySelector<HTMLButtonElement>('[part=retry]')!.focus();
      await sendKeys({press: 'Enter'});
      await menu.updateComplete;
      expect(asked()).to.equal(1);
      expect(panel.innerText).to.contain('Loading operators');
      await menu.updateComplete;
      expect(root.activeElement).to.equal(panel);
      set({status: 'ready'});
      await menu.updateComplete;
      expect(panel.innerText).not.to.contain('models:8001');
      expect(panel.innerText).to.contain('There are no operators here yet.');
    });

    it('are not said to be silent when they answered something else', async () => {
      const {source, set} = server();
      const {registry, button, panel, toggled} = await setup([]);
      registry.addSource(source);
      const reason = 'The address answers with a web page instead of JSON.';
      const error = new RemoteOperatorError({
        kind: 'format',
        reason,
        method: 'GET',
        url: 'http://models:8001/operators',
        status: 200,
      });
      set({status: 'failed', error});
      await toggled(() => button.click());
      expect(panel.innerText).to.contain(
        `No operators from models:8001. ${reason}`,
      );
      expect(panel.innerText).not.to.contain('did not answer');
    });

    it('are asked again beside operators that are there', async () => {
      const {source, set, asked} = server();
      const {registry, opened, root, button, names, toggled} =
        await setup(THREE);
      registry.addSource(source);
      set({status: 'failed', error: new OperatorNotFoundError('x')});
      await toggled(() => button.click());
      expect(names()).to.have.length(3);
      root.querySelector<HTMLButtonElement>('[part=retry]')!.focus();
      await sendKeys({press: 'Enter'});
      expect(asked()).to.equal(1);
      expect(opened).to.be.empty;
    });
  });

  describe('layout', () => {
    it('keeps the list in the window', async () => {
      await setViewport({width: 400, height: 300});
      const {menu, button, panel, toggled} = await setup(
        Array.from('abcdefgh').map((letter) => operator(letter)),
      );
      menu.style.cssText = 'position: fixed; right: 0; bottom: 0';
      await toggled(() => button.click());
      const {left, top, right, bottom} = panel.getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(top).to.be.at.least(0);
      expect(right).to.be.at.most(400);
      expect(bottom).to.be.at.most(300);
      await setViewport({width: 800, height: 600});
    });

    it('stays at its button when the list above it gets shorter', async () => {
      const {menu, button, panel, toggled} = await setup(
        Array.from('abcdefgh').map((letter) => operator(letter)),
      );
      menu.style.cssText = 'position: fixed; left: 0; bottom: 0';
      await toggled(() => button.click());
      const before = panel.getBoundingClientRect();
      await sendKeys({type: 'h'});
      await menu.updateComplete;
      const after = panel.getBoundingClientRect();
      expect(after.height).to.be.below(before.height);
      expect(after.bottom).to.equal(before.bottom);
    });
  });

  describe('teardown', () => {
    it('no longer listens to the registry', async () => {
      const {registry, menu, button, toggled} = await setup(THREE);
      await toggled(() => button.click());
      menu.remove();
      let updates = 0;
      menu.requestUpdate = () => {
        updates += 1;
      };
      registry.register(operator('Late'));
      await aTimeout(0);
      expect(updates).to.equal(0);
    });
  });
});
