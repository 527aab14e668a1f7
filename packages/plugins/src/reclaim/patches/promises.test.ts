import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import type {PluginSource} from '../../plugin-source.js';
import {loadPageTools} from '../../runtime/load-page-tools.js';
import {PluginRuntime} from '../../runtime/plugin-runtime.js';
import type {PluginReceipt} from '../plugin-receipt.js';

import type {PlatformPromise} from './platform-promises.js';
import {platformPromises} from './platform-promises.js';

const page = globalThis as unknown as Record<string, unknown>;

/**
 * Puts stand-ins in the place of the platform's functions before the runtime
 * does: what many of them promise cannot be had without a person, a device or
 * a server.
 */
function standIn(promises: readonly PlatformPromise[]) {
  const settle: (() => void)[] = [];
  const restorers = promises.map(({owner, name, isGetter, what}) => {
    const found = Object.getOwnPropertyDescriptor(owner, name)!;
    const ask = (): Promise<unknown> =>
      new Promise((resolve) => {
        settle.push(() => {
          resolve(what);
        });
      });
    const put = isGetter ? {...found, get: ask} : {...found, value: ask};
    Object.defineProperty(owner, name, put);
    return () => Object.defineProperty(owner, name, found);
  });
  return {
    /** Has everything come that was asked for. */
    settle: async (): Promise<void> => {
      for (const one of settle.splice(0)) one();
      for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
    },
    restore: () => {
      for (const restore of restorers) restore();
    },
  };
}

function setup(source: PluginSource) {
  const parsed = parseLabelConfig({
    tag: 'View',
    attributes: {},
    text: '',
    children: [],
  });
  if (!parsed.ok) throw new Error('The config is broken.');
  const session = new LabelingSession();
  session.setConfig(parsed.value);
  session.setTask({id: 7, data: {}});
  const runtime = new PluginRuntime(session);
  const receipts: PluginReceipt[] = [];
  runtime.receipts$.subscribe((receipt) => receipts.push(receipt));
  const errors: unknown[] = [];
  runtime.errors$.subscribe((error) => errors.push(error));
  runtime.setSources([source]);
  const run = async (): Promise<void> => {
    if (session.scope) await runtime.run(session.scope);
  };
  const end = (): void => {
    session.close();
    runtime.close();
  };
  return {session, run, receipts, errors, end};
}

/** Asks for every promise, and notes those that come, by `who`. */
const ASK = (who: string): string => `
  for (const [what, ask] of lsPromises) ask().then(() => {
    lsCame.push('${who} ' + what);
  });`;

// So that a plugin which is there starts at once.
before(loadPageTools);

describe('what the platform promises', () => {
  function prepare() {
    // What plays is on the receipt by itself.
    const promises = platformPromises().filter(
      ({what}) => what !== 'HTMLMediaElement.play()',
    );
    const {settle, restore} = standIn(promises);
    const came: string[] = [];
    page.lsCame = came;
    page.lsPromises = promises.map(({what, owner, name, isGetter}) => {
      const ask = (): unknown => {
        const found = Object.getOwnPropertyDescriptor(owner, name)!;
        const ask = (isGetter ? found.get : found.value) as () => unknown;
        return Reflect.apply(ask, {}, []);
      };
      return [what, ask];
    });
    return {
      came,
      settle,
      namesOf: (who: string): readonly string[] =>
        promises.map(({what}) => `${who} ${what}`),
      unprepare: () => {
        restore();
        delete page.lsCame;
        delete page.lsPromises;
      },
    };
  }

  it('is what the table says, in this browser', () => {
    const promises = platformPromises();
    expect(promises.length).to.be.greaterThan(100);
    const named = promises.filter(({owner}) => !('prototype' in owner));
    for (const {what, owner, name, isGetter} of named) {
      if (owner === globalThis || owner === WebAssembly) continue;
      const found = Object.getOwnPropertyDescriptor(owner, name)!;
      const native = (isGetter ? found.get : found.value) as () => unknown;
      // The platform rejects, instead of throwing, where it promises.
      const answer = Reflect.apply(native, {}, []);
      expect(answer, what).to.be.instanceof(Promise);
      (answer as Promise<unknown>).catch(() => undefined);
    }
  });

  it('does not come when the run has ended; that of others and the page’s does', async () => {
    const {came, settle, namesOf, unprepare} = prepare();
    const first = setup({code: ASK('closed')});
    const other = setup({code: ASK('other')});
    await first.run();
    await other.run();
    expect([...first.errors, ...other.errors]).to.deep.equal([]);
    (0, eval)(ASK('page'));
    first.session.hide();
    await settle();
    expect([...came].sort()).to.deep.equal(
      [...namesOf('other'), ...namesOf('page')].sort(),
    );
    expect(first.receipts[0]?.items).to.deep.equal([]);
    first.end();
    other.end();
    unprepare();
  });

  it('is refused to code that goes on after the close', async () => {
    const {came, settle, namesOf, unprepare} = prepare();
    let open = (): void => undefined;
    page.lsGate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const one = setup({
      code: `lsBegan(); await lsGate; window.name; ${ASK('late')}`,
    });
    const begun = new Promise((resolve) => {
      page.lsBegan = resolve;
    });
    void one.run();
    await begun;
    one.session.hide();
    open();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await settle();
    expect(came).to.deep.equal([]);
    const lines = one.receipts.at(-1)!.items;
    expect(lines.map(({outcome, what}) => `${outcome} ${what}`)).to.deep.equal(
      namesOf('refused'),
    );
    one.end();
    unprepare();
    delete page.lsGate;
    delete page.lsBegan;
  });

  it('comes for what a disposer asks for', async () => {
    const {came, settle, namesOf, unprepare} = prepare();
    const activate = (): (() => void) => () => {
      (0, eval)(ASK('disposer'));
    };
    const one = setup({definition: {id: 'mine', activate}});
    await one.run();
    one.session.hide();
    await settle();
    expect([...came].sort()).to.deep.equal([...namesOf('disposer')].sort());
    one.end();
    unprepare();
  });
});
