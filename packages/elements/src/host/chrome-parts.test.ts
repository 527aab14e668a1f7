import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {OperatorRegistry} from '@ls-annotation/operators';
import {until} from '@ls-annotation/testing';

import {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';

import {HostOperators} from './host-operators.js';

/** The operators of a host, whose parts come when `isServed`. */
function setup() {
  const host = document.createElement('div');
  host.tabIndex = 0;
  document.body.append(host);
  host.focus();
  const operators = new OperatorRegistry();
  operators.register({
    name: 'Count',
    execute: () => ({success: true, message: ''}),
  });
  const codes: string[] = [];
  const words: string[] = [];
  const asked: string[] = [];
  let isServed = false;
  const load = async (part: string): Promise<void> => {
    asked.push(part);
    if (!isServed) throw new TypeError('Failed to fetch a module');
  };
  const hotkeys = new HotkeyRegistry(host);
  const chrome = new HostOperators({
    host,
    operators,
    hotkeys,
    areHotkeysOn: () => true,
    onChange: () => undefined,
    onError: ({code, message}) => {
      codes.push(code);
      words.push(message);
    },
    loaders: {palette: () => load('palette'), tray: () => load('tray')},
  });
  const disconnect = chrome.connect();
  return {
    host,
    operators,
    codes,
    words,
    asked,
    serve: () => {
      isServed = true;
    },
    end: () => {
      disconnect();
      hotkeys.clear();
      host.remove();
    },
  };
}

describe('HostOperators', () => {
  it('says that the palette did not come, and asks with the next press', async () => {
    const {host, codes, words, asked, serve, end} = setup();
    await sendKeys({press: '`'});
    await until(() => codes.length > 0);
    expect(codes).to.deep.equal(['elements/part-load']);
    expect(words[0]).to.contain('The list of operators could not be loaded');
    expect(host.children).to.have.length(0);
    serve();
    await sendKeys({press: '`'});
    await until(() => host.querySelector('ls-operator-palette'));
    expect(asked).to.deep.equal(['palette', 'palette']);
    end();
  });

  it('says that the tray did not come, and asks with the next run', async () => {
    const {operators, codes, words, asked, serve, end} = setup();
    await operators.run('Count');
    await until(() => codes.length > 0 && codes.length === asked.length);
    expect(words[0]).to.contain('The list of runs could not be loaded');
    serve();
    const before = asked.length;
    await operators.run('Count');
    await until(() => asked.length > before);
    const {length} = asked;
    await operators.run('Count');
    expect(asked, 'asked once it is there').to.have.length(length);
    end();
  });
});
