import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import type {ConfigNode} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import type {PluginError} from '../errors.js';
import type {PluginSource} from '../plugin-source.js';
import {PluginRuntime} from '../runtime/plugin-runtime.js';

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
  const session = new LabelingSession();
  session.setConfig(parsed.value);
  session.setTask({id: 7, data: {text: 'Hello'}});
  const runtime = new PluginRuntime(session);
  const errors: PluginError[] = [];
  runtime.errors$.subscribe((error) => errors.push(error));
  const receipts: PluginReceipt[] = [];
  runtime.receipts$.subscribe((receipt) => receipts.push(receipt));
  runtime.setSources(sources);
  page.lsFired = [];
  const run = async (): Promise<void> => {
    const {scope} = session;
    if (scope) await runtime.run(scope);
  };
  const itemsOf = (pluginId: string): readonly ReceiptItem[] =>
    receipts.filter((one) => one.pluginId === pluginId).at(-1)?.items ?? [];
  const end = (): void => {
    session.close();
    runtime.close();
    Reflect.deleteProperty(page, 'lsFired');
  };
  return {session, runtime, errors, receipts, run, itemsOf, end};
}

/** What plugins, the other plugin and the page noted, by who noted it. */
function fired(who: string): number {
  return (page.lsFired as string[]).filter((one) => one === who).length;
}

/** Lets timers, frames and messages come that are on their way. */
async function later(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve));
}

interface Row {
  readonly what: string;
  /** Line of the receipt. */
  readonly line: readonly [kind: string, what: RegExp];
  /** Source; `note()` is called whenever the probe fires. */
  readonly probe: string;
  /** Makes every probe fire that still can; nothing for what fires itself. */
  readonly fire?: () => void | Promise<void>;
  /** Undoes the page's own probe. */
  readonly undo?: string;
}

const KEY = "new KeyboardEvent('keydown', {key: 'F9'})";
const dispatch =
  (target: string, event = KEY) =>
  (): void => {
    (0, eval)(`${target}.dispatchEvent(${event})`);
  };

const ROWS: readonly Row[] = [
  {
    what: 'a listener on window',
    line: ['listener', /^keydown on window$/],
    probe: "window.addEventListener('keydown', note)",
    fire: dispatch('window'),
    undo: "window.removeEventListener('keydown', note)",
  },
  {
    what: 'a listener by its bare name',
    line: ['listener', /^keydown on window$/],
    probe: "addEventListener('keydown', note)",
    fire: dispatch('window'),
    undo: "removeEventListener('keydown', note)",
  },
  {
    what: 'a capturing listener',
    line: ['listener', /^keydown on document \(capturing\)$/],
    probe: "document.addEventListener('keydown', note, true)",
    fire: dispatch('document'),
    undo: "document.removeEventListener('keydown', note, true)",
  },
  {
    what: 'a listener with capture as an option',
    line: ['listener', /^keydown on document \(capturing\)$/],
    probe: "document.addEventListener('keydown', note, {capture: true})",
    fire: dispatch('document'),
    undo: "document.removeEventListener('keydown', note, {capture: true})",
  },
  {
    what: 'a passive listener on an element',
    line: ['listener', /^keydown on <body>$/],
    probe: "document.body.addEventListener('keydown', note, {passive: true})",
    fire: dispatch('document.body'),
    undo: "document.body.removeEventListener('keydown', note)",
  },
  {
    what: 'a listener for once',
    line: ['listener', /^ls-probe on window$/],
    probe: "window.addEventListener('ls-probe', note, {once: true})",
    fire: dispatch('window', "new Event('ls-probe')"),
    undo: "window.removeEventListener('ls-probe', note)",
  },
  {
    what: 'a listener with a signal',
    line: ['listener', /^ls-probe on window$/],
    probe:
      "window.addEventListener('ls-probe', note, {signal: new AbortController().signal})",
    fire: dispatch('window', "new Event('ls-probe')"),
    undo: "window.removeEventListener('ls-probe', note)",
  },
  {
    what: 'a listener object',
    line: ['listener', /^ls-probe on window$/],
    probe: "window.addEventListener('ls-probe', {handleEvent() { note() }})",
    fire: dispatch('window', "new Event('ls-probe')"),
  },
  {
    what: 'a listener on a media query',
    line: ['listener', /^ls-probe on MediaQueryList$/],
    probe: "lsQuery.addEventListener('ls-probe', note)",
    fire: () => {
      const {lsQuery} = page as {lsQuery?: MediaQueryList};
      lsQuery?.dispatchEvent(new Event('ls-probe'));
    },
  },
  {
    what: 'a timeout',
    line: ['timeout', /^setTimeout 5 ms$/],
    probe: 'setTimeout(note, 5)',
  },
  {
    what: 'a timeout of window',
    line: ['timeout', /^setTimeout 5 ms$/],
    probe: 'window.setTimeout(note, 5, 1, 2)',
  },
  {
    what: 'an interval',
    line: ['interval', /^setInterval 2 ms$/],
    probe: 'setInterval(note, 2)',
  },
  {
    what: 'an interval inside a promise',
    line: ['interval', /^setInterval 2 ms$/],
    probe: 'void new Promise(() => { setInterval(note, 2) })',
  },
  {
    what: 'an animation frame',
    line: ['frame', /^requestAnimationFrame$/],
    probe: 'requestAnimationFrame(note)',
  },
  {
    what: 'an idle callback',
    line: ['idle', /^requestIdleCallback$/],
    probe: 'requestIdleCallback(note, {timeout: 1})',
  },
  {
    what: 'a posted task',
    line: ['task', /^postTask$/],
    probe: 'void scheduler.postTask(note, {delay: 2})',
  },
  {
    what: 'a mutation observer',
    line: ['observer', /^MutationObserver on <body>$/],
    probe:
      'new MutationObserver(note).observe(document.body, {attributes: true})',
    fire: () => {
      document.body.toggleAttribute('data-ls-probe');
    },
  },
  {
    what: 'a resize observer',
    line: ['observer', /^ResizeObserver on <html>$/],
    probe: 'new ResizeObserver(note).observe(document.documentElement)',
  },
  {
    what: 'an intersection observer',
    line: ['observer', /^IntersectionObserver on <html>$/],
    probe: 'new IntersectionObserver(note).observe(document.documentElement)',
  },
  {
    what: 'a performance observer',
    line: ['observer', /^PerformanceObserver$/],
    probe: "new PerformanceObserver(note).observe({type: 'mark'})",
    fire: () => {
      performance.mark('ls-probe');
    },
  },
  {
    what: 'a broadcast channel',
    line: ['connection', /^BroadcastChannel ls-probe$/],
    probe: "new BroadcastChannel('ls-probe').onmessage = note",
    fire: () => {
      const channel = new BroadcastChannel('ls-probe');
      channel.postMessage(1);
      setTimeout(() => {
        channel.close();
      }, 20);
    },
  },
  {
    what: 'a message channel',
    line: ['connection', /^MessageChannel$/],
    probe:
      'const {port1, port2} = new MessageChannel(); port2.onmessage = note; port1.postMessage(1)',
  },
  {
    what: 'a worker',
    line: ['connection', /^Worker data:/],
    probe:
      "new Worker('data:text/javascript,setTimeout(() => postMessage(1), 20)').onmessage = note",
  },
  {
    what: 'a socket',
    line: ['connection', /^WebSocket ws:/],
    probe:
      "const socket = new WebSocket('ws://127.0.0.1:9/'); socket.onerror = socket.onclose = note",
  },
  {
    what: 'an event source',
    line: ['connection', /^EventSource \/nowhere$/],
    probe: "new EventSource('/nowhere').addEventListener('error', note)",
  },
  {
    what: 'a request in flight',
    line: ['request', /^GET \/fixtures\/nowhere\.js$/],
    probe: "fetch('/fixtures/nowhere.js').then(note, note)",
  },
  {
    what: 'an XMLHttpRequest in flight',
    line: ['request', /^GET \/fixtures\/nowhere\.js$/],
    probe:
      "const request = new XMLHttpRequest(); request.onloadend = note; request.open('GET', '/fixtures/nowhere.js'); request.send()",
  },
];

/** What is there, rather than what fires. */
const THINGS: readonly {
  readonly what: string;
  readonly line: readonly [kind: string, what: RegExp];
  /** Source; `mark` tells whose it is. */
  readonly probe: string;
  /** Returns whose are there. */
  readonly present: () => Promise<readonly string[]> | readonly string[];
}[] = [
  ...[
    ['appendChild', 'document.body.appendChild(made)'],
    ['append', 'document.body.append(made)'],
    ['prepend', 'document.body.prepend(made)'],
    ['insertBefore', 'document.body.insertBefore(made, null)'],
    ['before', 'document.body.before(made)'],
    ['after', 'document.body.lastElementChild.after(made)'],
    [
      'a fragment',
      'const f = new DocumentFragment(); f.append(made); document.body.append(f)',
    ],
    [
      'insertAdjacentElement',
      "document.body.insertAdjacentElement('beforeend', made)",
    ],
    [
      'insertAdjacentHTML',
      "document.body.insertAdjacentHTML('afterbegin', made.outerHTML)",
    ],
    [
      'a range',
      'const r = document.createRange(); r.setStart(document.body, 0); r.insertNode(made)',
    ],
  ].map(([what = '', put = '']) => ({
    what: `a node put in the page with ${what}`,
    line: ['node', /^<ls-probe> in </] as const,
    probe: `const made = document.createElement('ls-probe'); made.dataset.mark = mark; ${put}`,
    present: () =>
      [...document.querySelectorAll<HTMLElement>('ls-probe')].map(
        ({dataset}) => dataset.mark ?? '',
      ),
  })),
  {
    what: 'a style element',
    line: ['style', /^<style> in <head>$/],
    probe:
      "const style = document.createElement('style'); style.title = mark; document.head.append(style)",
    present: () =>
      [...document.querySelectorAll('style[title]')].map(
        (style) => (style as HTMLStyleElement).title,
      ),
  },
  {
    what: 'a rule in a style sheet of the page',
    line: ['style', /^rule \.ls-/],
    probe: 'lsSheet.insertRule(`.ls-${mark} { color: red }`)',
    present: () => [...rulesOf(page.lsSheet as CSSStyleSheet)],
  },
  {
    what: 'an adopted style sheet that is pushed',
    line: ['style', /^an adopted style sheet$/],
    probe:
      'const sheet = new CSSStyleSheet(); sheet.replaceSync(`.ls-${mark} {}`); document.adoptedStyleSheets.push(sheet)',
    present: () => document.adoptedStyleSheets.flatMap(rulesOf),
  },
  {
    what: 'an adopted style sheet that is assigned',
    line: ['style', /^an adopted style sheet$/],
    probe:
      'const sheet = new CSSStyleSheet(); sheet.replaceSync(`.ls-${mark} {}`); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]',
    present: () => document.adoptedStyleSheets.flatMap(rulesOf),
  },
  ...[
    ['a member of window', 'window[`lsProbe_${mark}`] = mark'],
    [
      'a property of self',
      'Object.defineProperty(self, `lsProbe_${mark}`, {value: mark, configurable: true, enumerable: true})',
    ],
    [
      'several at once',
      'Object.assign(globalThis, {[`lsProbe_${mark}`]: mark})',
    ],
  ].map(([what = '', probe = '']) => ({
    what: `a global set as ${what}`,
    line: ['global', /^window\.lsProbe_/] as const,
    probe,
    present: () =>
      Object.keys(globalThis)
        .filter((name) => name.startsWith('lsProbe_'))
        .map((name) => name.slice('lsProbe_'.length)),
  })),
  {
    what: 'an object URL',
    line: ['object-url', /^text\/plain$/],
    probe:
      "lsUrls[mark] = URL.createObjectURL(new Blob(['x'], {type: 'text/plain'}))",
    present: async () => {
      const urls = Object.entries(page.lsUrls as Record<string, string>);
      const answers = await Promise.all(
        urls.map(async ([mark, url]) =>
          (await fetch(url).catch(() => null)) ? [mark] : [],
        ),
      );
      return answers.flat();
    },
  },
];

function rulesOf(sheet: CSSStyleSheet): readonly string[] {
  return [...sheet.cssRules].flatMap((rule) => {
    const [, mark] =
      /^\.ls-(\w+)$/.exec((rule as CSSStyleRule).selectorText) ?? [];
    return mark === undefined ? [] : [mark];
  });
}

const noteAs = (who: string): string =>
  `const note = () => { lsFired.push('${who}') };`;

describe('what plugins take from the page', () => {
  for (const {what, line, probe, fire, undo} of ROWS) {
    it(`is taken back: ${what}`, async () => {
      const source = (who: string): PluginSource => ({
        id: who,
        code: `${noteAs(who)}\n${probe}`,
      });
      page.lsQuery = matchMedia('(width > 1px)');
      const first = setup([source('closed')]);
      const other = setup([source('other')]);
      await first.run();
      await other.run();
      (0, eval)(
        `(() => { ${noteAs('page')} window.lsNote = note; ${probe} })()`,
      );
      first.session.hide();
      await fire?.();
      while (fired('other') === 0 || fired('page') === 0) await later();
      expect(fired('closed')).to.equal(0);
      const [item] = first.itemsOf('closed');
      expect(item).to.deep.include({
        kind: line[0],
        count: 1,
        outcome: 'reclaimed',
        isReclaimed: true,
      });
      expect(item?.what).to.match(line[1]);
      expect(item?.position?.line).to.equal(2);
      expect(first.itemsOf('closed')).to.have.length(1);
      (0, eval)(`(() => { const note = lsNote; ${undo ?? ''} })()`);
      other.end();
      first.end();
      stopTimers();
    });
  }

  for (const {what, line, probe, present} of THINGS) {
    it(`is taken back: ${what}`, async () => {
      const style = document.createElement('style');
      document.head.append(style);
      page.lsSheet = style.sheet;
      page.lsUrls = {};
      const source = (who: string): PluginSource => ({
        id: who,
        code: `const mark = '${who}';\n${probe}`,
      });
      const first = setup([source('closed')]);
      const other = setup([source('other')]);
      await first.run();
      await other.run();
      (0, eval)(`(() => { const mark = 'page'; ${probe} })()`);
      expect(await present()).to.include.members(['closed', 'other', 'page']);
      first.session.hide();
      const left = await present();
      expect(left).to.include.members(['other', 'page']);
      expect(left).not.to.include('closed');
      const [item] = first.itemsOf('closed');
      expect(item).to.deep.include({kind: line[0], outcome: 'reclaimed'});
      expect(item?.what).to.match(line[1]);
      expect(first.itemsOf('closed')).to.have.length(1);
      other.end();
      first.end();
      expect(await present()).to.deep.equal(['page']);
      style.remove();
      clearThings();
    });
  }
});

/** Timers of the page's own probes. */
function stopTimers(): void {
  const last = Number(setTimeout(() => undefined));
  for (let id = last - 40; id <= last; id += 1) clearTimeout(id);
}

function clearThings(): void {
  for (const node of document.querySelectorAll('ls-probe, style[title]')) {
    node.remove();
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
    (sheet) => rulesOf(sheet).length === 0,
  );
  for (const name of Object.keys(globalThis)) {
    if (name.startsWith('lsProbe_')) Reflect.deleteProperty(globalThis, name);
  }
  for (const name of ['lsSheet', 'lsUrls', 'lsNote', 'lsQuery']) {
    Reflect.deleteProperty(globalThis, name);
  }
}
