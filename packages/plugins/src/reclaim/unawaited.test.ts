import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import {PluginRuntime} from '../runtime/plugin-runtime.js';
import {ScriptElementLoader} from '../script/script-element-loader.js';

import type {PluginReceipt} from './plugin-receipt.js';

type Page = Record<string, unknown>;
const page = globalThis as unknown as Page;

/** A module whose work nobody awaits; what it does is for the test to say. */
const moduleOf = (work: string): string => `
  export default {id: 'loose', activate({lsi, session, htx, annotation}) {
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
  const session = new LabelingSession({scripts: new ScriptElementLoader()});
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
const LIBRARY = '/packages/plugins/fixtures/empty-library.js';

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
  'a picture that is decoded':
    'await new Image().decode().catch(() => 1); take();',
  'a picture that is cut out': `await createImageBitmap(new ImageData(1, 1));
    take();`,
  'a canvas that is drawn': `const canvas = new OffscreenCanvas(1, 1);
    canvas.getContext('2d');
    await canvas.convertToBlob(); take();`,
  'a blob that is read': "await new Blob(['x']).text(); take();",
  'a file that is read': `await new Promise((go) => {
      const reader = new FileReader();
      reader.onload = go;
      reader.readAsText(new Blob(['x']));
    }); take();`,
  'a request that is read':
    "await new Request('/', {method: 'POST', body: 'x'}).text(); take();",
  'a response of its own': "await new Response('x').json().catch(take);",
  'a stream': "await new Blob(['x']).stream().getReader().read(); take();",
  'the end of a stream': `const reader = new Blob([]).stream().getReader();
    void reader.read();
    await reader.closed; take();`,
  'the parts of a stream': `for await (const part of new Blob(['x']).stream());
    take();`,
  'what is packed': `await new Response(new Blob(['x']).stream()
      .pipeThrough(new CompressionStream('gzip'))).bytes(); take();`,
  'a stream into another': `await new Blob(['x']).stream()
      .pipeTo(new WritableStream()); take();`,
  'what is written': `await new WritableStream().getWriter().write('x');
    take();`,
  'a digest':
    "await crypto.subtle.digest('SHA-256', new Uint8Array(1)); take();",
  'a key': `await crypto.subtle.generateKey({name: 'AES-GCM', length: 128},
      true, ['encrypt']); take();`,
  'a code that is compiled': `await WebAssembly.compile(
      new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); take();`,
  'fonts that are ready': 'await document.fonts.ready; take();',
  'a font': "await document.fonts.load('10px serif'); take();",
  'a style sheet': "await new CSSStyleSheet().replace(''); take();",
  'an animation': `await document.body.animate({opacity: [1, 1]}, 1).finished;
    take();`,
  'an element that is defined':
    "await customElements.whenDefined('ls-now'); take();",
  'scheduler.yield()': 'await scheduler.yield(); take();',
  'a permission':
    "await navigator.permissions.query({name: 'geolocation'}); take();",
  'a cache': "await caches.match('/nowhere'); take();",
  'a database': `await new Promise((go) => {
      indexedDB.open('ls-unawaited').onsuccess = ({target}) => {
        target.result.close();
        go();
      };
    }); take();`,
  'the databases': 'await indexedDB.databases(); take();',
  'the room there is': 'await navigator.storage.estimate(); take();',
  'the locks': 'await navigator.locks.query(); take();',
  'the devices': 'await navigator.mediaDevices.enumerateDevices(); take();',
  'a directory': 'await navigator.storage.getDirectory(); take();',
  'what is in a directory': `const root = await navigator.storage.getDirectory();
    for await (const name of root.keys());
    take();`,
  'a sound that is made':
    'await new OfflineAudioContext(1, 1, 8000).startRendering(); take();',
  'a save': 'await session.submit(); take();',
  'a save by Htx': 'await htx.updateAnnotation(); take();',
  'a draft': 'await annotation.saveDraft(); take();',
  'a script of LSI': `await lsi.import('${LIBRARY}'); take();`,
};

describe('work of a module that nobody awaits', () => {
  before(() => {
    customElements.define('ls-now', class extends HTMLElement {});
  });

  after(() => indexedDB.deleteDatabase('ls-unawaited'));

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
