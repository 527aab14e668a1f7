import {expect} from '@open-wc/testing';

import type {ScriptImportError} from '@ls-annotation/lsi';

import {integrityOf} from '../load/integrity.js';

import {ScriptElementLoader} from './script-element-loader.js';

const FIXTURES = '/packages/plugins/fixtures/';

let count = 0;

/** A new address every time, since an address is loaded once per page. */
function fixture(name: string): string {
  count += 1;
  return `${FIXTURES}${name}?${String(count)}`;
}

function runs(): number {
  return (globalThis as {lsFixtureRuns?: number}).lsFixtureRuns ?? 0;
}

async function failure(work: Promise<unknown>): Promise<ScriptImportError> {
  try {
    await work;
  } catch (error) {
    return error as ScriptImportError;
  }
  throw new Error('It resolved.');
}

async function hashOf(url: string): Promise<string> {
  const response = await fetch(url);
  return integrityOf(await response.arrayBuffer(), 'sha384');
}

function scriptsFor(url: string): HTMLScriptElement[] {
  return [...document.scripts].filter((script) => script.src.endsWith(url));
}

describe('ScriptElementLoader', () => {
  it('resolves when the script has run', async () => {
    const before = runs();
    await new ScriptElementLoader().load(fixture('defines-global.js'));
    expect(runs()).to.equal(before + 1);
  });

  it('loads an address once, whoever asks', async () => {
    const before = runs();
    const url = fixture('defines-global.js');
    await Promise.all([
      new ScriptElementLoader().load(url),
      new ScriptElementLoader().load(url),
    ]);
    expect(runs()).to.equal(before + 1);
  });

  it('names the line that asked in the stack of each failure', async () => {
    const loader = new ScriptElementLoader();
    const url = fixture('missing.js');
    async function askFirst(): Promise<void> {
      await loader.load(url);
    }
    async function askSecond(): Promise<void> {
      await loader.load(url);
    }
    const [first, second] = await Promise.all([
      failure(askFirst()),
      failure(askSecond()),
    ]);
    expect(first.stack).to.contain('askFirst');
    expect(second.stack).to.contain('askSecond');
  });

  it('has the browser check the hash', async () => {
    const url = fixture('defines-global.js');
    const integrity = await hashOf(url);
    await new ScriptElementLoader({nonce: 'abc'}).load(url, integrity);
    const [script] = scriptsFor(url);
    expect(script?.integrity).to.equal(integrity);
    expect(script?.crossOrigin).to.equal('anonymous');
    expect(script?.nonce).to.equal('abc');
  });

  it('rejects with the reason when the hash is another', async () => {
    const before = runs();
    const url = fixture('defines-global.js');
    const wrong = await hashOf(`${FIXTURES}no-plugin.js`);
    const error = await failure(new ScriptElementLoader().load(url, wrong));
    expect(error.code).to.equal('lsi/import-failed');
    expect(error.cause).to.have.property('code', 'plugin/integrity');
    expect(runs()).to.equal(before);
    expect(scriptsFor(url)).to.have.length(0);
  });

  it('refuses an integrity value that browsers would ignore', async () => {
    const url = fixture('defines-global.js');
    const error = await failure(new ScriptElementLoader().load(url, 'md5-x'));
    expect(error.cause).to.have.property('code', 'plugin/integrity');
  });

  it('rejects with the status when the script is not there', async () => {
    const url = fixture('nowhere.js');
    const error = await failure(new ScriptElementLoader().load(url));
    expect(error.cause).to.deep.include({code: 'plugin/fetch', status: 404});
  });

  it('rejects when the script does not parse', async () => {
    const url = fixture('does-not-parse.js');
    const before = window.onerror;
    window.onerror = () => true;
    const error = await failure(new ScriptElementLoader().load(url));
    window.onerror = before;
    expect(error.cause).to.be.instanceOf(SyntaxError);
  });

  it('tries an address again that failed', async () => {
    const loader = new ScriptElementLoader();
    const url = fixture('nowhere.js');
    const first = await failure(loader.load(url));
    const second = await failure(loader.load(url));
    expect(second).not.to.equal(first);
  });

  it('refuses origins that are not allowed', async () => {
    const loader = new ScriptElementLoader({
      allowedOrigins: ['https://cdn.example'],
    });
    const error = await failure(loader.load(fixture('defines-global.js')));
    expect(error.cause).to.have.property('code', 'plugin/origin');
  });
});
