import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import {PluginRuntime} from '../runtime/plugin-runtime.js';

import type {PluginReceipt} from './plugin-receipt.js';

type Page = Record<string, unknown>;
const page = globalThis as unknown as Page;

/** A module whose work nobody awaits; what it does is for the test to say. */
const moduleOf = (work: string): string => `
  export default {id: 'loose', activate() {
    if (!globalThis.lsIsOn) return;
    const me = globalThis.lsBegan.push(1);
    const take = () => {
      globalThis.lsTook.push(me);
      window.addEventListener('ls-late', () => undefined);
    };
    void (async () => { ${work} })();
  }};`;

function setup(work: string) {
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
  runtime.setSources([{id: 'loose', type: 'module', code: moduleOf(work)}]);
  return {
    session,
    receipts,
    /** Starts it on a display of its own; at once, when it is loaded. */
    display: async (): Promise<void> => {
      session.redisplay();
      if (session.scope) await runtime.run(session.scope);
    },
    close: () => {
      session.close();
      runtime.close();
    },
  };
}

/** Runs of the test's modules that have gone on. */
function begin(): readonly number[] {
  const took: number[] = [];
  Object.assign(page, {lsTook: took, lsBegan: [], lsIsOn: false});
  return took;
}

function end(): void {
  for (const name of ['lsTook', 'lsBegan', 'lsIsOn']) {
    Reflect.deleteProperty(page, name);
  }
}

function later(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

const ADDRESS = '/packages/plugins/fixtures/no-plugin.js';

/** What goes with the display, and does not come any more when it has. */
const WAYS: Readonly<Record<string, string>> = {
  'a timer': 'await new Promise((go) => setTimeout(go)); take();',
  'then() of a timer': 'new Promise((go) => setTimeout(go)).then(take);',
  'a frame': 'await new Promise((go) => requestAnimationFrame(go)); take();',
  'an idle time':
    'await new Promise((go) => requestIdleCallback(go, {timeout: 1})); take();',
  'a task': 'await scheduler.postTask(() => 1); take();',
  'an answer': `await fetch('${ADDRESS}'); take();`,
  'an answer that is read': `await (await fetch('${ADDRESS}')).text(); take();`,
  'an event': `await new Promise((go) => {
      window.addEventListener('ls-go', go, {once: true});
    }); take();`,
  'an observer': `await new Promise((go) => {
      new MutationObserver(go).observe(document.body, {attributes: true});
    }); take();`,
  'a message': `await new Promise((go) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = go;
      port2.postMessage(0);
    }); take();`,
  'a picture': `await new Promise((go) => {
      const image = new Image();
      image.onerror = go;
      image.src = 'data:image/png,';
    }); take();`,
};

describe('work of a module that nobody awaits', () => {
  for (const [what, work] of Object.entries(WAYS)) {
    it(`does not go on over a switch, waiting for ${what}`, async () => {
      const took = begin();
      const {session, receipts, display, close} = setup(work);
      await display();
      page.lsIsOn = true;
      // Both begin in one task: nothing comes in between.
      void display();
      void display();
      expect(page.lsBegan).to.have.length(2);
      while (took.length === 0) {
        await later();
        window.dispatchEvent(new Event('ls-go'));
        document.body.toggleAttribute('data-ls-go');
      }
      await later();
      expect(took).to.deep.equal([2]);
      session.hide();
      const lines = receipts.at(-1)!.items.map(({what: line}) => line);
      expect(lines).to.include('ls-late on window');
      document.body.removeAttribute('data-ls-go');
      close();
      end();
    });
  }

  it('is that of its own display, of two that are open', async () => {
    const took = begin();
    const work = `await fetch('${ADDRESS}'); take();`;
    const one = setup(work);
    const other = setup('');
    await one.display();
    await other.display();
    page.lsIsOn = true;
    void one.display();
    void other.display();
    while (took.length === 0) await later();
    one.session.hide();
    other.session.hide();
    const linesOf = ({receipts}: typeof one) =>
      receipts.at(-1)!.items.map(({what}) => what);
    expect(linesOf(one)).to.include('ls-late on window');
    expect(linesOf(other)).to.deep.equal([]);
    one.close();
    other.close();
    end();
  });
});
