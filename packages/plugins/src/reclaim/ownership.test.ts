import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import type {ConfigNode} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import type {PluginError} from '../errors.js';
import type {PluginContext} from '../plugin-context.js';
import type {PluginSource} from '../plugin-source.js';
import {loadPageTools} from '../runtime/load-page-tools.js';
import {PluginRuntime} from '../runtime/plugin-runtime.js';
import {ScriptElementLoader} from '../script/script-element-loader.js';

import {pageOwnership} from './page-ownership.js';
import type {PluginReceipt, ReceiptItem} from './plugin-receipt.js';

const CONFIG: ConfigNode = {
  tag: 'View',
  attributes: {},
  text: '',
  children: [
    {
      tag: 'Text',
      attributes: {name: 'text', value: '$text'},
      text: '',
      children: [],
    },
  ],
};

type Page = Record<string, unknown>;
const page = globalThis as unknown as Page;

function setup(sources: readonly PluginSource[]) {
  const parsed = parseLabelConfig(CONFIG);
  if (!parsed.ok) throw new Error('The config is broken.');
  const session = new LabelingSession({scripts: new ScriptElementLoader()});
  session.setConfig(parsed.value);
  session.setTask({id: 7, data: {text: 'Hello'}});
  const runtime = new PluginRuntime(session);
  const errors: PluginError[] = [];
  runtime.errors$.subscribe((error) => errors.push(error));
  const receipts: PluginReceipt[] = [];
  runtime.receipts$.subscribe((receipt) => receipts.push(receipt));
  runtime.setSources(sources);
  const log: unknown[] = [];
  page.lsLog = log;
  page.lsBegan = [];
  const run = async (): Promise<void> => {
    const {scope} = session;
    if (scope) await runtime.run(scope);
  };
  const linesOf = (run: number): readonly string[] =>
    (receipts.filter((one) => one.run === run).at(-1)?.items ?? []).map(toLine);
  const end = (): void => {
    session.close();
    runtime.close();
    Reflect.deleteProperty(page, 'lsLog');
    Reflect.deleteProperty(page, 'lsBegan');
  };
  return {session, runtime, errors, receipts, log, run, linesOf, end};
}

function toLine({outcome, what, count}: ReceiptItem): string {
  return `${outcome} ${what}${count > 1 ? ` ×${String(count)}` : ''}`;
}

/** A promise that scripts can await, and what resolves it. */
function gate(): () => Promise<void> {
  let open = (): void => undefined;
  page.lsGate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async () => {
    open();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
}

/** Resolves when as many runs of a plugin have begun. */
async function begun(count: number): Promise<void> {
  while ((page.lsBegan as unknown[]).length < count) await later();
}

function later(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** How many elements have been defined for a test. */
let elements = 0;

// So that a plugin which is there starts at once.
before(loadPageTools);

describe('code that goes on after an await', () => {
  const TAKES = [
    'setTimeout(fire)',
    'window.setTimeout(fire)',
    "addEventListener('ls-late', fire)",
    "window.addEventListener('ls-late', fire)",
    "document.addEventListener('ls-late', fire)",
    'new MutationObserver(fire).observe(document.body, {attributes: true})',
    'document.body.append(document.createElement("ls-late"))',
    'requestAnimationFrame(fire)',
    'self.lsLateGlobal = 1',
    'lsLateImplicit = 1',
    'void fetch("/fixtures/nowhere.js?late").then(fire, fire)',
    'LSI.on("entityCreate", fire)',
    'Htx.showModal("late")',
  ];

  for (const take of TAKES) {
    it(`is inert once its display has closed: ${take}`, async () => {
      const open = gate();
      const code = `const fire = () => lsLog.push(LSI);
        await lsGate;
        ${take};`;
      const {session, run, linesOf, receipts, log, end} = setup([{code}]);
      const modals: unknown[] = [];
      session.modals$.subscribe((modal) => modals.push(modal));
      void run();
      await later();
      session.hide();
      const {run: number} = receipts[0]!;
      expect(receipts[0]?.isEmpty).to.equal(true);
      await open();
      window.dispatchEvent(new Event('ls-late'));
      document.dispatchEvent(new Event('ls-late'));
      document.body.toggleAttribute('data-ls-late');
      await later();
      await later();
      expect(log).to.deep.equal([]);
      expect(modals).to.deep.equal([]);
      expect(document.querySelector('ls-late')).to.equal(null);
      expect('lsLateGlobal' in page).to.equal(false);
      expect('lsLateImplicit' in page).to.equal(false);
      if (!take.startsWith('self.')) {
        expect(linesOf(number)[0]).to.match(/^refused /);
      }
      end();
    });
  }

  /** Ways for code to go on later, that ends in `take()`. */
  const WAYS: Readonly<Record<string, string>> = {
    'an async function': 'await lsGate; take();',
    'then()': 'await lsGate.then(() => { take(); });',
    'catch()':
      'await lsGate.then(() => { throw 1; }).catch(() => { take(); });',
    'finally()': 'await lsGate.finally(() => { take(); });',
    'a promise of its own':
      'await new Promise((resolve) => { lsGate.then(resolve); }).then(() => { take(); });',
    'Promise.all()': 'await Promise.all([lsGate, 1]).then(() => { take(); });',
    'an async generator': `async function* parts() { await lsGate; yield 1; take(); }
      for await (const part of parts());`,
    'for await over promises': 'for await (const part of [lsGate]) take();',
    'a generator that is driven by promises': `function* parts() { yield lsGate; take(); }
      const steps = parts();
      const step = ({done, value}) => done || value.then(() => step(steps.next()));
      await step(steps.next());`,
    'a thenable': `const thenable = {then(resolve) { void lsGate.then(resolve); }};
      await thenable; take();`,
    'a thenable that takes': `await lsGate;
      await {then(resolve) { take(); resolve(); }};`,
    'import()': `await lsGate;
      await import('data:text/javascript,export default 1'); take();`,
    'an element that is defined later':
      'await customElements.whenDefined(lsElement); take();',
    'scheduler.yield()': 'await lsGate; await scheduler.yield(); take();',
    'a blob that is read':
      "await lsGate; await new Blob(['x']).text(); take();",
    'a picture that is decoded': `await lsGate;
      await new Image().decode().catch(() => {}); take();`,
    'fonts that are ready': 'await lsGate; await document.fonts.ready; take();',
    'a method of a class': `class Later { async go() { await lsGate; take(); } }
      await new Later().go();`,
    'a nested function':
      'const go = async () => { await lsGate; const deep = () => { take(); }; deep(); }; await go();',
  };

  /** What of them is refused before they get to `take()`. */
  const REFUSED: Readonly<Record<string, string>> = {
    'scheduler.yield()': 'Scheduler.yield()',
    'a blob that is read': 'Blob.text()',
    'a picture that is decoded': 'HTMLImageElement.decode()',
    'fonts that are ready': 'FontFaceSet.ready',
  };

  for (const type of ['script', 'module'] as const) {
    for (const [way, goOn] of Object.entries(WAYS)) {
      it(`of a ${type} is inert once its display has closed: ${way}`, async () => {
        const open = gate();
        elements += 1;
        const name = `ls-late-${String(elements)}`;
        page.lsElement = name;
        const take = `lsBegan.push(1); const take = () => {
            window.addEventListener('${name}', () => lsLog.push('fired'));
          };`;
        const code =
          type === 'script'
            ? `${take} void (async () => { ${goOn} })();`
            : `export default {id: 'mine', async activate() { ${take} ${goOn} }};`;
        const {session, run, linesOf, receipts, log, errors, end} = setup([
          {id: 'mine', type, code},
        ]);
        void run();
        await begun(1);
        session.createAnnotation();
        void run();
        await begun(2);
        expect(errors).to.deep.equal([]);
        const [{run: number}] = receipts as [PluginReceipt];
        await open();
        customElements.define(name, class extends HTMLElement {});
        // That of the open display goes on as well.
        while (log.length === 0) {
          await later();
          window.dispatchEvent(new Event(name));
        }
        expect(log).to.deep.equal(['fired']);
        const refused = REFUSED[way] ?? `${name} on window`;
        const isKept = way === 'an element that is defined later';
        expect(linesOf(number)).to.deep.equal(
          isKept ? [] : [`refused ${refused}`],
        );
        session.hide();
        expect(linesOf(number + 1)).to.deep.equal([
          `reclaimed ${name} on window`,
        ]);
        end();
        Reflect.deleteProperty(page, 'lsElement');
      });
    }
  }

  it('belongs to the display that started it, not to the one that is open', async () => {
    const open = gate();
    const code = `const gate = lsGate;
      const go = async () => {
        await gate;
        window.addEventListener('ls-late', () => lsLog.push('fired'));
      };
      void go();`;
    const {session, run, receipts, linesOf, log, end} = setup([{code}]);
    await run();
    const openFirst = open;
    const openSecond = gate();
    session.createAnnotation();
    await run();
    const {run: first} = receipts[0]!;
    await openFirst();
    expect(linesOf(first)).to.deep.equal(['refused ls-late on window']);
    await openSecond();
    window.dispatchEvent(new Event('ls-late'));
    expect(log).to.deep.equal(['fired']);
    session.hide();
    expect(linesOf(first + 1)).to.deep.equal(['reclaimed ls-late on window']);
    window.dispatchEvent(new Event('ls-late'));
    expect(log).to.deep.equal(['fired']);
    end();
  });

  it('of a module belongs to the display that started it', async () => {
    const code = `export default {id: 'late', async activate({pluginId}) {
      const gate = globalThis.lsGate;
      lsBegan.push(1);
      await gate;
      window.addEventListener('ls-late', () => globalThis.lsLog.push(pluginId));
    }}`;
    const openFirst = gate();
    const {session, run, receipts, linesOf, log, end} = setup([
      {id: 'late', type: 'module', code},
    ]);
    void run();
    await begun(1);
    const openSecond = gate();
    session.createAnnotation();
    void run();
    await begun(2);
    const {run: first} = receipts[0]!;
    await openFirst();
    expect(linesOf(first)).to.deep.equal(['refused ls-late on window']);
    await openSecond();
    window.dispatchEvent(new Event('ls-late'));
    expect(log).to.deep.equal(['late']);
    session.hide();
    expect(linesOf(first + 1)).to.deep.equal(['reclaimed ls-late on window']);
    end();
  });

  it('in a callback that the plugin was called with is owned as well', async () => {
    const open = gate();
    const code = `document.addEventListener('ls-late', async () => {
      await lsGate;
      const target = document.body;
      await 0;
      target.addEventListener('ls-later', () => lsLog.push('fired'));
    });`;
    const {session, run, receipts, linesOf, end} = setup([{code}]);
    await run();
    document.dispatchEvent(new Event('ls-late'));
    await open();
    session.hide();
    expect(linesOf(receipts[0]!.run)).to.deep.equal([
      'reclaimed ls-late on document',
      'reclaimed ls-later on <body>',
    ]);
    end();
  });
});

describe('what is listened to after an await, and is not on the page', () => {
  const WAYS: Readonly<Record<string, string>> = {
    'a database': `indexedDB.deleteDatabase('ls-nowhere').onsuccess = fire;`,
    'a file that is read': `const reader = new FileReader();
      reader.addEventListener('load', fire);
      reader.readAsText(new Blob(['x']));`,
    'a picture': `const image = new Image();
      image.onload = image.onerror = fire;
      image.src = 'data:image/png,';`,
    'a script': `const script = document.createElement('script');
      script.addEventListener('load', fire);
      script.src = 'data:text/javascript,';
      document.head.append(script);`,
    'a request that writes': `const request = new XMLHttpRequest();
      request.onloadend = fire;
      request.open('POST', '/fixtures/nowhere.js?late');
      request.send();`,
    'a request for a file': `const request = new XMLHttpRequest();
      request.addEventListener('loadend', fire);
      request.open('POST', 'data:,x');
      request.send();`,
  };

  for (const [what, listen] of Object.entries(WAYS)) {
    it(`tells nothing when the display has closed: ${what}`, async () => {
      const open = gate();
      const code = `export default {id: 'mine', async activate() {
        const fire = () => globalThis.lsLog.push('fired');
        globalThis.lsBegan.push(1);
        await globalThis.lsGate;
        ${listen}
        globalThis.lsBegan.push(2);
      }};`;
      const {session, run, log, end} = setup([
        {id: 'mine', type: 'module', code},
      ]);
      void run();
      await begun(1);
      await open();
      expect(page.lsBegan).to.deep.equal([1, 2]);
      session.hide();
      await new Promise<void>((resolve) => {
        page.lsFire = resolve;
        (0, eval)(`{ const fire = lsFire; ${listen} }`);
      });
      await later();
      expect(log).to.deep.equal([]);
      end();
      delete page.lsFire;
      document.head
        .querySelector('script[src="data:text/javascript,"]')
        ?.remove();
    });
  }
});

describe('what is not a plugin’s', () => {
  it('is what the plugin gave back itself', async () => {
    const code = `
      const f = () => {};
      window.addEventListener('ls-x', f, true);
      window.removeEventListener('ls-x', f, true);
      clearInterval(setInterval(f, 9));
      cancelAnimationFrame(requestAnimationFrame(f));
      const observer = new MutationObserver(f);
      observer.observe(document.body, {childList: true});
      observer.disconnect();
      const node = document.body.appendChild(document.createElement('i'));
      node.remove();
      window.onhashchange = f;
      window.onhashchange = null;
      new BroadcastChannel('x').close();
      URL.revokeObjectURL(URL.createObjectURL(new Blob([])));
      window.lsTemporary = 1;
      delete window.lsTemporary;
      window.addEventListener('ls-once', f, {once: true});
      window.dispatchEvent(new Event('ls-once'));`;
    const {session, run, receipts, end} = setup([{code}]);
    await run();
    session.hide();
    expect(receipts[0]?.items.map(toLine)).to.deep.equal([]);
    end();
  });

  it('is what a library sets up that it imported', async () => {
    const code =
      "await LSI.import('/packages/plugins/fixtures/library.js'); lsLog.push(window.lsLibrary.ticks())";
    const {session, run, receipts, log, end} = setup([{code}]);
    await run();
    session.hide();
    expect(receipts[0]?.isEmpty).to.equal(true);
    const {lsLibrary} = page as {
      lsLibrary: {ticks: () => number; end: () => void};
    };
    expect(log).to.deep.equal([lsLibrary.ticks()]);
    window.dispatchEvent(new Event('ls-library'));
    expect(lsLibrary.ticks()).to.equal((log[0] as number) + 1);
    lsLibrary.end();
    end();
  });

  it('is what the host does in answer to it', async () => {
    const {session, run, receipts, end} = setup([
      {
        code: 'Htx.showModal("x"); LSI.annotation.setGroundTruth(true); Htx.submitAnnotation()',
      },
    ]);
    let calls = 0;
    session.store.changes$.subscribe(() => {
      window.addEventListener('ls-host', () => (calls += 1), {once: true});
    });
    await run();
    session.hide();
    window.dispatchEvent(new Event('ls-host'));
    expect(calls).to.be.greaterThan(0);
    expect(receipts[0]?.items.map(toLine)).to.deep.equal([]);
    end();
  });

  it('is what the page’s listeners do when a plugin fires an event', async () => {
    let calls = 0;
    const onTrigger = (): void => {
      window.addEventListener('ls-host', () => (calls += 1), {once: true});
    };
    window.addEventListener('ls-trigger', onTrigger);
    const {session, run, receipts, end} = setup([
      {code: 'window.dispatchEvent(new Event("ls-trigger"))'},
    ]);
    await run();
    session.hide();
    window.dispatchEvent(new Event('ls-host'));
    expect(calls).to.equal(1);
    expect(receipts[0]?.isEmpty).to.equal(true);
    window.removeEventListener('ls-trigger', onTrigger);
    end();
  });
});

describe('subscriptions', () => {
  it('to streams of the host end with the display', async () => {
    let count = 0;
    const {session, run, receipts, end} = setup([
      {
        definition: {
          id: 'mine',
          activate: ({session: given}: PluginContext) => {
            given.store.changes$.subscribe(() => {
              count += 1;
            });
          },
        },
      },
    ]);
    await run();
    session.annotation?.setGroundTruth(true);
    const before = count;
    expect(before).to.be.greaterThan(0);
    session.createAnnotation();
    expect(receipts[0]?.items.map(toLine)).to.deep.equal([
      'reclaimed a stream of the host',
    ]);
    const after = count;
    session.annotation?.setGroundTruth(true);
    expect(count).to.equal(after);
    end();
  });

  it('through Htx.events end with the display, and their errors are named', async () => {
    const {session, run, receipts, errors, end} = setup([
      {
        id: 'mine',
        code: '\nHtx.events.on("entityDelete", () => { throw new Error("no") })',
      },
    ]);
    await run();
    void session.events.invoke('entityDelete', null as never);
    expect(errors[0]).to.deep.include({pluginId: 'mine', place: 'handler'});
    expect(errors[0]?.position?.line).to.equal(2);
    session.hide();
    expect(session.events.hasHandlers('entityDelete')).to.equal(false);
    expect(receipts[0]?.items.map(toLine)).to.deep.equal([
      'reclaimed "entityDelete" of the host',
    ]);
    end();
  });
});

describe('handler properties', () => {
  it('are what they were before when the display has closed', async () => {
    const own = (): void => undefined;
    window.onhashchange = own;
    const {session, run, receipts, log, end} = setup([
      {
        code: `const mine = () => lsLog.push('fired');
          window.onhashchange = mine;
          document.onkeydown = mine;
          lsLog.push(window.onhashchange === mine)`,
      },
    ]);
    await run();
    window.dispatchEvent(new Event('hashchange'));
    document.dispatchEvent(new Event('keydown'));
    expect(log).to.deep.equal([true, 'fired', 'fired']);
    session.hide();
    expect(window.onhashchange).to.equal(own);
    expect(document.onkeydown).to.equal(null);
    expect(receipts[0]?.items.map(toLine)).to.deep.equal([
      'reclaimed onhashchange of window',
      'reclaimed onkeydown of document',
    ]);
    window.onhashchange = null;
    end();
  });
});

describe('handlers that are attributes', () => {
  it('do not come back with the plugin that replaced them', async () => {
    const code = 'document.body.setAttribute("onclick", `"${name}"`)';
    const [first, second] = ['a', 'b'].map((name) =>
      setup([{id: name, code: `const name = '${name}'; ${code}`}]),
    ) as [ReturnType<typeof setup>, ReturnType<typeof setup>];
    await first.run();
    await second.run();
    first.session.hide();
    expect(document.body.getAttribute('onclick')).to.equal('"b"');
    second.session.hide();
    expect(document.body.getAttribute('onclick')).to.equal(null);
    first.end();
    second.end();
  });
});

describe('adopted style sheets', () => {
  const push = 'document.adoptedStyleSheets.push(lsSheet);';

  function adopt(): CSSStyleSheet {
    const sheet = new CSSStyleSheet();
    page.lsSheet = sheet;
    return sheet;
  }

  const count = (sheet: CSSStyleSheet): number =>
    document.adoptedStyleSheets.filter((one) => one === sheet).length;

  it('that a plugin takes away and brings back are one', async () => {
    const sheet = adopt();
    const {session, run, receipts, end} = setup([
      {
        code: `${push}
          addEventListener('ls-x', () => {
            document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
              (one) => one !== lsSheet);
          });
          addEventListener('ls-y', () => { ${push} });`,
      },
    ]);
    await run();
    for (const type of ['ls-x', 'ls-y', 'ls-x', 'ls-y']) {
      window.dispatchEvent(new Event(type));
    }
    session.hide();
    expect(count(sheet)).to.equal(0);
    expect(receipts[0]?.items.map(toLine)).to.include(
      'reclaimed an adopted style sheet',
    );
    end();
    delete page.lsSheet;
  });

  it('of the page stay once, and with others who have adopted them', async () => {
    const sheet = adopt();
    document.adoptedStyleSheets.push(sheet);
    const first = setup([{code: push}]);
    const second = setup([{code: push + push}]);
    await first.run();
    await second.run();
    expect(count(sheet)).to.equal(4);
    first.session.hide();
    expect(count(sheet)).to.equal(3);
    second.session.hide();
    expect(count(sheet)).to.equal(1);
    expect(second.receipts[0]?.items.map(toLine)).to.deep.equal([
      'reclaimed an adopted style sheet ×2',
    ]);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (one) => one !== sheet,
    );
    first.end();
    second.end();
    delete page.lsSheet;
  });
});

describe('functions of the page', () => {
  const code = (name: string): string => `
    const {lsOf} = lsTools;
    lsTools.lsOf = (what) => '${name}(' + lsOf(what) + ')';`;

  it('are what they were, in whichever order plugins end', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const tools = {lsOf: (what: string) => what};
      const {lsOf} = tools;
      page.lsTools = tools;
      const both = ['a', 'b'].map((name) =>
        setup([{id: name, code: code(name)}]),
      );
      for (const {run} of both) await run();
      expect(tools.lsOf('x')).to.equal('b(a(x))');
      for (const index of order) both[index]?.session.hide();
      expect(tools.lsOf).to.equal(lsOf);
      expect(both[0]?.receipts[0]?.items.map(toLine) ?? []).to.deep.equal(
        order[0] === 0 ? [] : ['reclaimed lsTools.lsOf'],
      );
      for (const {end} of both) end();
    }
    delete page.lsTools;
  });
});

describe('what the page does through functions of plugins', () => {
  const standIn = (name: string, rest = ''): string => `
    const native = window.${name};
    window.${name} = (...args) => native(...args);
    ${rest}`;

  for (const rest of ['', 'await 0;']) {
    const words = rest ? 'that waits' : 'that does not wait';
    it(`stays the page’s: a timer, by one ${words}`, async () => {
      const {session, run, receipts, end} = setup([
        {code: standIn('setTimeout', rest)},
      ]);
      await run();
      const fired = new Promise((resolve) => window.setTimeout(resolve));
      session.hide();
      await fired;
      expect(receipts[0]?.items.map(toLine)).to.deep.equal([
        'reclaimed setTimeout',
      ]);
      end();
    });

    it(`stays the page’s: a request, by two ${words}`, async () => {
      const {fetch: native} = window;
      const [first, second] = ['a', 'b'].map((id) =>
        setup([{id, code: standIn('fetch', rest)}]),
      ) as [ReturnType<typeof setup>, ReturnType<typeof setup>];
      await first.run();
      await second.run();
      const url = new URL('ownership.test.ts', import.meta.url);
      const early = window.fetch(url);
      first.session.hide();
      const late = window.fetch(url);
      expect([(await early).ok, (await late).ok]).to.deep.equal([true, true]);
      second.session.hide();
      expect(window.fetch).to.equal(native);
      first.end();
      second.end();
    });
  }

  it('is the plugin’s when a function of another name does it', async () => {
    const {session, run, receipts, log, end} = setup([
      {
        code: `window.lsLater = (work) => setTimeout(work);
          await 0;`,
      },
    ]);
    await run();
    (page.lsLater as (work: () => void) => void)(() => log.push('fired'));
    session.hide();
    await later();
    expect(log).to.deep.equal([]);
    expect(receipts[0]?.items.map(({kind}) => kind)).to.include('timeout');
    end();
  });
});

describe('the document', () => {
  it('is not replaced: what would is refused, and named', async () => {
    const {session, run, errors, end} = setup([
      {id: 'mine', code: '\ndocument.write("<p>no</p>")'},
    ]);
    await run();
    expect(errors[0]?.cause).to.have.property(
      'code',
      'plugin/page-replacement',
    );
    expect(errors[0]?.position?.line).to.equal(2);
    session.hide();
    end();
  });
});

describe('words of the page', () => {
  it('come back, but not over what the page has said since', async () => {
    const [one, two] = [1, 2].map(() => document.createElement('p'));
    if (!one || !two) throw new Error('They are not there.');
    document.body.append(one, two);
    one.innerHTML = two.innerHTML = 'old <b>words</b>';
    Object.assign(page, {lsOne: one, lsTwo: two});
    const {session, run, end} = setup([
      {
        code: `for (const count of [1, 2, 3]) lsOne.textContent = 'new ' + count;
          lsTwo.textContent = 'new';`,
      },
    ]);
    await run();
    expect(one.textContent).to.equal('new 3');
    two.textContent = 'of the page';
    session.hide();
    expect(one.innerHTML).to.equal('old <b>words</b>');
    expect(two.innerHTML).to.equal('of the page');
    end();
    one.remove();
    two.remove();
    delete page.lsOne;
    delete page.lsTwo;
  });
});

describe('cameras and microphones', () => {
  it('are turned off at the close, and when they come later', async () => {
    const {prototype} = MediaDevices;
    const native = Object.getOwnPropertyDescriptor(prototype, 'getUserMedia');
    if (!native) throw new Error('There is nothing to replace.');
    const streams: MediaStream[] = [];
    let give = (): void => undefined;
    prototype.getUserMedia = () => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d');
      const stream = canvas.captureStream();
      streams.push(stream);
      return new Promise((resolve) => {
        give = () => {
          resolve(stream);
        };
      });
    };
    const {session, run, receipts, log, end} = setup([
      {
        code: `for (let count = 0; count < 2; count += 1) {
            await navigator.mediaDevices.getUserMedia({video: true});
            lsLog.push('given');
          }`,
      },
    ]);
    const running = run();
    while (streams.length < 1) await Promise.resolve();
    give();
    while (streams.length < 2) await Promise.resolve();
    session.hide();
    await running;
    give();
    const states = (): readonly (string | undefined)[] =>
      streams.map((stream) => stream.getTracks()[0]?.readyState);
    while (states().includes('live')) await Promise.resolve();
    expect(log).to.deep.equal(['given']);
    expect(receipts[0]?.items.map(toLine)).to.deep.equal([
      'reclaimed camera or microphone',
    ]);
    end();
    Object.defineProperty(prototype, 'getUserMedia', native);
  });
});

describe('globals', () => {
  it('of a plugin on two hosts stay until both have ended', async () => {
    const code = 'window.lsShared = window.lsShared || [];';
    const [first, second] = [1, 2].map(() => setup([{id: 'mine', code}])) as [
      ReturnType<typeof setup>,
      ReturnType<typeof setup>,
    ];
    await first.run();
    await second.run();
    first.session.hide();
    expect('lsShared' in page).to.equal(true);
    second.session.hide();
    expect('lsShared' in page).to.equal(false);
    first.end();
    second.end();
  });

  for (const code of [
    'this.lsSet = 1',
    'for (lsSet in {a: 1});',
    'for (lsSet of [1]);',
    '[lsSet] = [1]',
    '({a: lsSet} = {a: 1})',
    'Object.defineProperty(window, "lsSet", {value: 1, configurable: true})',
    'document.defaultView.lsSet = 1',
    '(0, eval)("var lsSet = 1")',
  ]) {
    it(`are found: ${code}`, async () => {
      const {session, run, receipts, end} = setup([{code}]);
      await run();
      expect('lsSet' in page).to.equal(true);
      session.hide();
      expect('lsSet' in page).to.equal(false);
      expect(receipts[0]?.items.map(toLine)).to.deep.equal([
        'reclaimed window.lsSet',
      ]);
      end();
    });
  }

  /** Ways to set a global where nothing calls the code that does. */
  const LATE: readonly (readonly [type: 'script' | 'module', code: string])[] =
    [
      ['script', 'await 0; lsSet = 1'],
      ['script', 'await fetch("/"); lsSet = 1'],
      ['script', 'await lsGate; for (lsSet of [1]);'],
      ['script', 'await lsGate; window.lsSet = 1'],
      ['script', 'const key = "lsSet"; await lsGate; window[key] = 1'],
      ['script', 'await 0; Object.assign(globalThis, {["ls" + "Set"]: 1})'],
      ['module', 'await 0; window.lsSet = 1'],
      [
        'module',
        'await 0; await (async () => { await 0; })(); window.lsSet = 1',
      ],
      ['module', 'await new Promise((go) => setTimeout(go)); self.lsSet = 1'],
      ['module', 'await new Blob([""]).text(); globalThis.lsSet = 1'],
      ['module', 'await (await fetch("/")).text(); globalThis["lsSet"] = 1'],
    ];

  for (const [type, code] of LATE) {
    it(`are found, set by a ${type} after an await: ${code}`, async () => {
      const open = gate();
      const source =
        type === 'script'
          ? code
          : `export default {id: 'mine', async activate() { ${code} }};`;
      const {session, run, receipts, end} = setup([
        {id: 'mine', type, code: source},
      ]);
      const running = run();
      await later();
      await open();
      await running;
      page.lsOfPage = 1;
      expect('lsSet' in page).to.equal(true);
      session.hide();
      expect('lsSet' in page).to.equal(false);
      expect('lsOfPage' in page).to.equal(true);
      expect(receipts[0]?.items.map(toLine)).to.deep.equal([
        'reclaimed window.lsSet',
      ]);
      end();
      delete page.lsOfPage;
      delete page.lsGate;
    });
  }

  it('that cannot be deleted are said to be left', async () => {
    const code = "Object.defineProperty(window, 'lsFixed', {value: 1})";
    const {session, run, receipts, end} = setup([{code}]);
    await run();
    session.hide();
    expect(receipts[0]?.items.map(toLine)).to.deep.equal([
      'left window.lsFixed',
    ]);
    expect(receipts[0]?.items[0]?.isReclaimed).to.equal(false);
    end();
  });

  it('that are assigned to by name alone are like any others', async () => {
    const {session, run, log, end} = setup([
      {
        code: `lsLog.push(typeof lsBare);
          lsBare = function () { return this === window; };
          await 0;
          lsLog.push(window.lsBare === lsBare, lsBare(), delete lsBare);
          lsLog.push(typeof lsBare, 'lsBare' in window);
          lsBare = 2;
          lsBare += 1;
          lsLog.push(window.lsBare);`,
      },
    ]);
    await run();
    expect(log).to.deep.equal([
      'undefined',
      true,
      true,
      true,
      'undefined',
      false,
      3,
    ]);
    session.hide();
    expect('lsBare' in page).to.equal(false);
    end();
  });

  it('are found though the plugin is called again before it sets them', async () => {
    const {session, run, receipts, end} = setup([
      {
        code: `window.addEventListener('ls-x', () => {});
          window.dispatchEvent(new Event('ls-x'));
          window.lsSetLate = 1;`,
      },
    ]);
    await run();
    session.hide();
    expect('lsSetLate' in page).to.equal(false);
    expect(receipts[0]?.items.map(toLine)).to.include(
      'reclaimed window.lsSetLate',
    );
    end();
  });
});

describe('keep', () => {
  const code = `window.addEventListener('ls-x', () => lsLog.push('fired'));
    document.body.append(document.createElement('ls-kept'));`;

  it('leaves the kinds that it names, and says so', async () => {
    const {session, run, receipts, log, end} = setup([
      {code, keep: ['listener']},
    ]);
    await run();
    session.hide();
    window.dispatchEvent(new Event('ls-x'));
    expect(log).to.deep.equal(['fired']);
    expect(document.querySelector('ls-kept')).to.equal(null);
    expect(receipts[0]?.items.map(toLine)).to.deep.equal([
      'kept ls-x on window',
      'reclaimed <ls-kept> in <body>',
    ]);
    end();
  });

  it('leaves everything when it is true', async () => {
    const {session, run, receipts, end} = setup([{code, keep: true}]);
    await run();
    session.hide();
    const kept = document.querySelector('ls-kept');
    expect(kept).not.to.equal(null);
    expect(receipts[0]?.items.every(({isReclaimed}) => !isReclaimed)).to.equal(
      true,
    );
    kept?.remove();
    end();
  });
});

describe('the page’s own functions', () => {
  const NAMES: readonly (readonly [object, string])[] = [
    [EventTarget.prototype, 'addEventListener'],
    [globalThis, 'setTimeout'],
    [globalThis, 'MutationObserver'],
    [globalThis, 'fetch'],
    [globalThis, 'onresize'],
    [Node.prototype, 'appendChild'],
    [Element.prototype, 'innerHTML'],
    [MutationObserver.prototype, 'constructor'],
    [Function.prototype, 'toString'],
  ];
  const look = () =>
    NAMES.map(([owner, name]) => {
      const found = Object.getOwnPropertyDescriptor(owner, name)!;
      const functions = [found.value, found.get, found.set].filter(
        (one) => typeof one === 'function',
      ) as (() => void)[];
      return {
        name,
        flags: [found.writable, found.enumerable, found.configurable],
        functions: functions.map((one) => [
          one.name,
          one.length,
          Function.prototype.toString.call(one),
          String(one),
          Object.getOwnPropertyNames(one).sort(),
        ]),
      };
    });
  const descriptors = () =>
    NAMES.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name)!);

  it('look the same while plugins run', async () => {
    const before = look();
    const {session, run, end} = setup([{code: ''}]);
    await run();
    expect(pageOwnership().isActive).to.equal(true);
    expect(look()).to.deep.equal(before);
    session.hide();
    end();
  });

  it('are put back when nothing is on display any more', async () => {
    const before = descriptors();
    const first = setup([{code: ''}]);
    const second = setup([{code: ''}]);
    await first.run();
    await second.run();
    first.session.hide();
    expect(pageOwnership().isActive).to.equal(true);
    second.session.hide();
    expect(pageOwnership().isActive).to.equal(false);
    descriptors().forEach((descriptor, index) => {
      expect(descriptor).to.deep.equal(before[index]);
    });
    first.end();
    second.end();
  });

  it('are never replaced when there is no plugin', async () => {
    const before = descriptors();
    const {run, end} = setup([]);
    await run();
    descriptors().forEach((descriptor, index) => {
      expect(descriptor).to.deep.equal(before[index]);
    });
    end();
  });

  it('are replaced once, though this package is on the page twice', async () => {
    const first = setup([{code: ''}]);
    await first.run();
    const before = descriptors();
    const url = new URL('./page-ownership.js?copy', import.meta.url).href;
    const copy = (await import(url.replace('.js', '.ts'))) as {
      pageOwnership: typeof pageOwnership;
    };
    const letGo = copy.pageOwnership().hold(() => false);
    descriptors().forEach((descriptor, index) => {
      expect(descriptor).to.deep.equal(before[index]);
    });
    letGo();
    first.end();
  });

  it('keep what somebody else has put in their place', async () => {
    const {session, run, end} = setup([{code: ''}]);
    await run();
    const ours = window.fetch;
    const theirs = (...args: Parameters<typeof fetch>) => ours(...args);
    window.fetch = theirs;
    session.hide();
    expect(window.fetch).to.equal(theirs);
    expect((await window.fetch('/fixtures/nowhere.js?own')).status).to.equal(
      404,
    );
    end();
    // For the tests that follow.
    Reflect.deleteProperty(window, 'fetch');
    Object.defineProperty(window, 'fetch', {
      value: nativeFetch,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  });
});

const nativeFetch = window.fetch;

describe('globals that scripts see', () => {
  it('are the page’s own', async () => {
    const {run, log, end} = setup([
      {
        code: `lsLog.push(
          window === window.window && window === globalThis && self === window,
          document === window.document && document.defaultView === window,
          window instanceof Window && document.body instanceof HTMLElement,
          setTimeout === window.setTimeout,
          MutationObserver === window.MutationObserver,
          typeof lsNowhere === 'undefined',
          (function () { return this === window })(),
        );
        window.lsShared = 1; lsImplicit = 2;`,
      },
      {code: 'lsLog.push(lsShared, window.lsImplicit)'},
    ]);
    await run();
    expect(log).to.deep.equal([true, true, true, true, true, true, true, 1, 2]);
    end();
    expect('lsShared' in page || 'lsImplicit' in page).to.equal(false);
  });

  it('do what they do, called by their names alone', async () => {
    const {run, log, end} = setup([
      {
        code: `const {width} = await createImageBitmap(new ImageData(2, 1));
          const bytes = await new Response('three').bytes();
          const text = await new Blob(['four']).text();
          lsLog.push(width, bytes.length, text);`,
      },
    ]);
    await run();
    expect(log).to.deep.equal([2, 5, 'four']);
    end();
  });
});
