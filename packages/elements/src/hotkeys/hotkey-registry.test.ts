import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {HotkeyRegistry} from './hotkey-registry.js';
import {parseKeyChords, toAriaKeyShortcuts} from './key-chord.js';

async function setup() {
  const page = await fixture(html`
    <div>
      <div id="one"><button>one</button><input aria-label="one" /></div>
      <div id="two"><button>two</button></div>
      <input id="outside" aria-label="outside" />
      <button id="elsewhere">elsewhere</button>
    </div>
  `);
  const find = (query: string) => page.querySelector<HTMLElement>(query)!;
  const calls: string[] = [];
  const one = new HotkeyRegistry(find('#one'));
  const two = new HotkeyRegistry(find('#two'));
  const call = (name: string) => () => {
    calls.push(name);
  };
  return {
    page,
    find,
    calls,
    call,
    one,
    two,
    end: () => {
      one.clear();
      two.clear();
    },
  };
}

describe('HotkeyRegistry', () => {
  it('calls the handler of the host that holds the focus, and no other', async () => {
    const {find, calls, call, one, two, end} = await setup();
    one.bind('a', call('one'));
    two.bind('a', call('two'));
    find('#two button').focus();
    await sendKeys({press: 'a'});
    find('#one button').focus();
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal(['two', 'one']);
    end();
  });

  it('calls the host that was used last while the focus is nowhere', async () => {
    const {find, calls, call, one, two, end} = await setup();
    one.bind('a', call('one'));
    two.bind('a', call('two'));
    find('#two button').focus();
    find('#two button').blur();
    await sendKeys({press: 'a'});
    find('#elsewhere').focus();
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal(['two', 'two']);
    end();
  });

  it('calls the only host on the page before anything was used', async () => {
    const {calls, call, one, end} = await setup();
    one.bind('a', call('one'));
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal(['one']);
    end();
  });

  it('calls nobody when several hosts are there and none was used', async () => {
    const {calls, call, one, two, end} = await setup();
    one.bind('a', call('one'));
    two.bind('a', call('two'));
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal([]);
    end();
  });

  it('leaves keys alone that are typed outside every host', async () => {
    const {find, calls, call, one, end} = await setup();
    one.bind('a', call('one'), {scope: 'all'});
    find('#outside').focus();
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal([]);
    expect((find('#outside') as HTMLInputElement).value).to.equal('a');
    end();
  });

  it('keeps the scopes main and input apart', async () => {
    const {find, calls, call, one, end} = await setup();
    one.bind('a', call('main'));
    one.bind('a', call('input'), {scope: 'input'});
    find('#one button').focus();
    await sendKeys({press: 'a'});
    find('#one input').focus();
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal(['main', 'input']);
    end();
  });

  it('calls the binding that was made last, and the one before when it has nothing to do', async () => {
    const {calls, call, one, end} = await setup();
    let isReady = true;
    one.bind('a', call('first'));
    one.bind('a', () => (isReady ? void calls.push('last') : false));
    await sendKeys({press: 'a'});
    isReady = false;
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal(['last', 'first']);
    end();
  });

  it('takes modifiers and alternatives', async () => {
    const {calls, call, one, end} = await setup();
    one.bind('ctrl+shift+z, ctrl+y', call('redo'));
    await sendKeys({press: 'Control+Shift+Z'});
    await sendKeys({press: 'Control+y'});
    await sendKeys({press: 'y'});
    expect(calls).to.deep.equal(['redo', 'redo']);
    end();
  });

  it('is silent while paused, until every pause has ended', async () => {
    const {calls, call, one, end} = await setup();
    one.bind('a', call('one'));
    const first = one.pause();
    const second = one.pause();
    first();
    first();
    await sendKeys({press: 'a'});
    second();
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal(['one']);
    end();
  });

  it('is silent while the focus is in a dialog', async () => {
    const {find, calls, call, one, end} = await setup();
    one.bind('a', call('one'));
    find('#one button').setAttribute('aria-modal', 'true');
    find('#one button').focus();
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal([]);
    end();
  });

  it('works in a host that is in a dialog itself', async () => {
    const {page, find, calls, call, one, end} = await setup();
    one.bind('a', call('one'));
    page.setAttribute('aria-modal', 'true');
    find('#one button').focus();
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal(['one']);
    end();
  });

  it('binds nothing to a text that names no key', async () => {
    const {one} = await setup();
    one.bind('', () => undefined);
    expect(one.bindings).to.deep.equal([]);
  });

  it('calls nobody after unbinding', async () => {
    const {calls, call, one, end} = await setup();
    const unbind = one.bind('a', call('one'));
    unbind();
    unbind();
    await sendKeys({press: 'a'});
    expect(calls).to.deep.equal([]);
    end();
  });

  it('leaves no listener on the document', async () => {
    const added: string[] = [];
    const {addEventListener, removeEventListener} = document;
    document.addEventListener = ((type: string, ...rest: [EventListener]) => {
      added.push(type);
      addEventListener.call(document, type, ...rest);
    }) as typeof addEventListener;
    document.removeEventListener = ((
      type: string,
      ...rest: [EventListener]
    ) => {
      added.splice(added.indexOf(type), 1);
      removeEventListener.call(document, type, ...rest);
    }) as typeof removeEventListener;
    try {
      const {one, two, call} = await setup();
      const unbind = one.bind('a', call('one'));
      two.bind('a', call('two'));
      expect(added).to.have.length(3);
      unbind();
      expect(added).to.have.length(3);
      two.clear();
      expect(added).to.deep.equal([]);
    } finally {
      Reflect.deleteProperty(document, 'addEventListener');
      Reflect.deleteProperty(document, 'removeEventListener');
    }
  });
});

describe('parseKeyChords()', () => {
  it('leaves out what names no key', () => {
    expect(parseKeyChords('hyper+a, ,b')).to.have.length(1);
  });
});

describe('toAriaKeyShortcuts()', () => {
  it('spells keys as ARIA does', () => {
    expect(toAriaKeyShortcuts('ctrl+enter, space')).to.equal(
      'Control+Enter Space',
    );
    expect(toAriaKeyShortcuts('1')).to.equal('1');
    expect(toAriaKeyShortcuts('alt+up')).to.equal('Alt+ArrowUp');
  });
});
