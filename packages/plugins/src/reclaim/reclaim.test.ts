import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import {parseLabelConfig} from '@ls-annotation/core';
import type {ConfigNode} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import type {PluginError} from '../errors.js';
import type {PluginSource} from '../plugin-source.js';
import {loadPageTools} from '../runtime/load-page-tools.js';
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
  /** True when it comes from no line of the source. */
  readonly isNowhere?: boolean;
  /** Asked until it is true, before the display closes. */
  readonly begin?: () => boolean;
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
    what: 'a listener on document',
    line: ['listener', /^ls-probe on document$/],
    probe: "document.addEventListener('ls-probe', note)",
    fire: dispatch('document', "new Event('ls-probe')"),
    undo: "document.removeEventListener('ls-probe', note)",
  },
  {
    what: 'a capturing listener on an element, for once',
    line: ['listener', /^ls-probe on <html> \(capturing\)$/],
    probe:
      "document.documentElement.addEventListener('ls-probe', note, {capture: true, once: true})",
    fire: dispatch('document.documentElement', "new Event('ls-probe')"),
    undo: "document.documentElement.removeEventListener('ls-probe', note, true)",
  },
  {
    what: 'a listener object that learns to listen later',
    line: ['listener', /^ls-probe on window$/],
    probe:
      "const late = {}; window.addEventListener('ls-probe', late); late.handleEvent = note",
    fire: dispatch('window', "new Event('ls-probe')"),
  },
  {
    what: 'a listener in the shadow of an element of the page',
    line: ['listener', /^ls-probe on <b>$/],
    probe: "lsShadow.firstChild.addEventListener('ls-probe', note)",
    fire: () => {
      const {lsShadow} = page as {lsShadow?: ShadowRoot};
      lsShadow?.firstChild?.dispatchEvent(new Event('ls-probe'));
    },
  },
  {
    what: 'a handler that is a property of an element',
    line: ['listener', /^onclick of <button id="ls-closed">$/],
    probe: 'lsButtons[who].onclick = note',
    fire: () => {
      clickAll();
    },
  },
  {
    what: 'a handler that is an attribute of an element',
    line: ['listener', /^onclick of <button id="ls-closed">$/],
    probe: "lsButtons[who].setAttribute('onclick', `(${note})()`)",
    fire: () => {
      clickAll();
    },
  },
  ...[
    ['a namespace', 'button.setAttributeNS(null, "onclick", text)'],
    ['a node', 'made.value = text; button.setAttributeNode(made)'],
    [
      'a node with a namespace',
      'made.value = text; button.setAttributeNodeNS(made)',
    ],
    [
      'the map of its attributes',
      'made.value = text; button.attributes.setNamedItem(made)',
    ],
    [
      'the value of an attribute that is there',
      'button.setAttribute("onclick", ""); button.attributes.onclick.value = text',
    ],
  ].map(([how = '', set = '']) => ({
    what: `a handler that is an attribute, set by ${how}`,
    line: ['listener', /^onclick of <button id="ls-closed">$/] as const,
    probe: `const button = lsButtons[who], made = document.createAttribute('onclick'), text = '(' + note + ')()'; ${set}`,
    fire: () => {
      clickAll();
    },
  })),
  {
    what: 'a listener for the history',
    line: ['listener', /^popstate on window$/],
    probe: "window.addEventListener('popstate', note)",
    fire: dispatch('window', "new PopStateEvent('popstate')"),
    undo: "window.removeEventListener('popstate', note)",
  },
  ...[
    ['', "addEventListener('change', note)", 'change on'],
    [', as it was once written', 'addListener(note)', 'change on'],
    [', by a property', 'onchange = note', 'onchange of'],
  ].map(([how = '', listen = '', name = '']) => ({
    what: `a listener on a media query that changes${how}`,
    line: ['listener', new RegExp(`^${name} MediaQueryList$`)] as const,
    probe: `lsQueries[who].${listen}`,
    fire: async () => {
      const {innerWidth: width, innerHeight: height} = window;
      await setViewport({width: 500, height});
      await setViewport({width: Math.max(width, 700), height});
    },
    undo: "lsQueries.page.onchange = null; lsQueries.page.removeEventListener('change', note)",
  })),
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
    what: 'a timeout that is text',
    line: ['timeout', /^setTimeout 5 ms$/],
    probe: 'setTimeout(`(${note})()`, 5)',
  },
  {
    what: 'a timeout that sets itself again',
    line: ['timeout', /^setTimeout 5 ms$/],
    probe:
      'const again = () => { note(); setTimeout(again, 5) }; setTimeout(again, 5)',
  },
  {
    what: 'a timeout that is text and sets an interval',
    line: ['interval', /^setInterval 2 ms$/],
    probe: 'setTimeout(`setInterval(${note}, 2)`, 1)',
    begin: () => fired('closed') > 0,
    isNowhere: true,
  },
  {
    what: 'an interval that the page has a function of the plugin set',
    line: ['interval', /^setInterval 2 ms$/],
    probe: 'lsCalls[who] = () => { setInterval(note, 2) }',
    begin: () => {
      const calls = page.lsCalls as Record<string, (() => void) | null>;
      for (const [who, call] of Object.entries(calls)) {
        if (who !== 'page') call?.();
        if (who !== 'page') calls[who] = null;
      }
      return true;
    },
    fire: () => {
      (page.lsCalls as Record<string, (() => void) | null>).page?.();
    },
  },
  {
    what: 'a callback of the video that plays',
    line: ['frame', /^requestVideoFrameCallback$/],
    probe: 'lsVideo.requestVideoFrameCallback(note)',
    fire: async () => {
      const {lsVideo, lsCanvas} = page as {
        lsVideo?: HTMLVideoElement;
        lsCanvas?: HTMLCanvasElement;
      };
      lsCanvas?.getContext('2d')?.fillRect(0, 0, 9, 9);
      await lsVideo?.play();
    },
  },
  {
    what: 'a picture of a canvas',
    line: ['task', /^toBlob$/],
    probe: 'lsCanvas.toBlob(note)',
  },
  {
    what: 'a view that is changed',
    line: ['task', /^startViewTransition$/],
    probe: 'document.startViewTransition(note).ready.catch(() => {})',
  },
  {
    what: 'a view that is changed with types',
    line: ['task', /^startViewTransition$/],
    probe:
      "document.startViewTransition({update: note, types: ['ls']}).ready.catch(() => {})",
  },
  {
    what: 'a sound that is decoded',
    line: ['task', /^decodeAudioData$/],
    probe:
      'void new OfflineAudioContext(1, 1, 8000).decodeAudioData(new ArrayBuffer(1), note, note).catch(() => {})',
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
    what: 'what waits for a posted task',
    line: ['task', /^postTask$/],
    probe: 'void scheduler.postTask(() => 1, {delay: 2}).then(note)',
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
    what: 'a port that somebody has handed over',
    line: ['listener', /^onmessage of MessagePort$/],
    probe: 'lsPorts[who].onmessage = note',
    fire: () => {
      for (const port of page.lsFarPorts as MessagePort[]) port.postMessage(1);
    },
  },
  {
    what: 'a shared worker',
    line: ['connection', /^SharedWorker blob:/],
    probe: 'new SharedWorker(lsWorkerUrl).port.onmessage = note',
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
    ['innerHTML', 'lsHolders[mark].innerHTML = made.outerHTML'],
    [
      'outerHTML',
      'const old = document.createElement("i"); lsHolders[mark].append(old); old.outerHTML = made.outerHTML',
    ],
    [
      'replaceWith',
      'const old = document.createElement("i"); lsHolders[mark].append(old); old.replaceWith(made)',
    ],
    ['setHTMLUnsafe', 'lsHolders[mark].setHTMLUnsafe(made.outerHTML)'],
  ].map(([what = '', put = '']) => ({
    what: `a node put in the page with ${what}`,
    line: ['node', /^<ls-probe> in </] as const,
    probe: `const made = document.createElement('ls-probe'); made.dataset.mark = mark; ${put}`,
    present: () =>
      [...document.querySelectorAll<HTMLElement>('ls-probe')].map(
        ({dataset}) => dataset.mark ?? '',
      ),
  })),
  ...['textContent', 'innerText'].map((name) => ({
    what: `words put in an element of the page with ${name}`,
    line: ['node', /^text in <div>$/] as const,
    probe: `lsHolders[mark].${name} = mark`,
    present: () =>
      Object.values(page.lsHolders as Record<string, HTMLElement>)
        .map(({textContent}) => textContent)
        .filter((text) => text !== ''),
  })),
  {
    what: 'an animation that is made by hand',
    line: ['style', /^animation of <body>$/],
    probe:
      'const animation = new Animation(new KeyframeEffect(document.body, {opacity: [1, 1]}, 1e6)); animation.id = `ls-${mark}`; animation.play()',
    present: () =>
      document.getAnimations().flatMap(({id}) => withoutPrefix(id)),
  },
  {
    what: 'what records',
    line: ['media', /^MediaRecorder /],
    probe:
      '(lsRecorders[mark] = new MediaRecorder(lsCanvas.captureStream())).start()',
    present: () =>
      Object.entries(page.lsRecorders as Record<string, MediaRecorder>).flatMap(
        ([mark, {state}]) => (state === 'inactive' ? [] : [mark]),
      ),
  },
  {
    what: 'a node put in the shadow of an element of the page',
    line: ['node', /^<ls-probe> in ShadowRoot$/],
    probe:
      "const made = document.createElement('ls-probe'); made.dataset.mark = mark; lsShadow.append(made)",
    present: () =>
      [
        ...(page.lsShadow as ShadowRoot).querySelectorAll<HTMLElement>(
          'ls-probe',
        ),
      ].map(({dataset}) => dataset.mark ?? ''),
  },
  {
    what: 'a row of a table of the page',
    line: ['node', /^<tr> in <table>$/],
    probe: 'lsTable.insertRow().title = mark',
    present: () =>
      [...(page.lsTable as HTMLTableElement).rows].map(({title}) => title),
  },
  {
    what: 'an option of a list of the page',
    line: ['node', /^<option> in <select>$/],
    probe: 'lsSelect.add(new Option(mark))',
    present: () =>
      [...(page.lsSelect as HTMLSelectElement).options].map(({text}) => text),
  },
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
    what: 'a rule in an adopted style sheet of the page',
    line: ['style', /^rule \.ls-/],
    probe: 'lsAdopted.insertRule(`.ls-${mark} { color: red }`)',
    present: () => [...rulesOf(page.lsAdopted as CSSStyleSheet)],
  },
  {
    what: 'a highlight',
    line: ['style', /^highlight ls-closed$/],
    probe: 'CSS.highlights.set(`ls-${mark}`, new Highlight())',
    present: () => [...CSS.highlights.keys()].flatMap(withoutPrefix),
  },
  {
    what: 'a font',
    line: ['style', /^font ls-closed$/],
    probe: 'document.fonts.add(new FontFace(`ls-${mark}`, "local(x)"))',
    present: () =>
      [...document.fonts].flatMap(({family}) => withoutPrefix(family)),
  },
  {
    what: 'an animation',
    line: ['style', /^animation of <body>$/],
    probe:
      'document.body.animate({opacity: [1, 1]}, {duration: 1e6, id: `ls-${mark}`})',
    present: () =>
      document.getAnimations().flatMap(({id}) => withoutPrefix(id)),
  },
  {
    what: 'a place where sound is made',
    line: ['media', /^AudioContext$/],
    probe: 'lsSounds[mark] = new AudioContext()',
    present: () =>
      Object.entries(page.lsSounds as Record<string, AudioContext>).flatMap(
        ([mark, {state}]) => (state === 'closed' ? [] : [mark]),
      ),
  },
  {
    what: 'a video that plays',
    line: ['media', /^<video> that plays$/],
    probe:
      "const video = lsPlaying[mark] = document.createElement('video'); video.muted = true; video.srcObject = lsCanvas.captureStream(); void video.play().catch(() => {})",
    present: () =>
      Object.entries(
        page.lsPlaying as Record<string, HTMLVideoElement>,
      ).flatMap(([mark, {paused}]) => (paused ? [] : [mark])),
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
    ['a member of this', 'this[`lsProbe_${mark}`] = mark'],
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

/** Marks are behind a prefix where the page has names of its own. */
function withoutPrefix(name: string): readonly string[] {
  return name.startsWith('ls-') ? [name.slice('ls-'.length)] : [];
}

function rulesOf(sheet: CSSStyleSheet): readonly string[] {
  return [...sheet.cssRules].flatMap((rule) => {
    const [, mark] =
      /^\.ls-(\w+)$/.exec((rule as CSSStyleRule).selectorText) ?? [];
    return mark === undefined ? [] : [mark];
  });
}

const noteAs = (who: string): string =>
  `const who = '${who}', note = () => { lsFired.push('${who}') };`;

// So that a plugin which is there starts at once.
before(loadPageTools);

describe('what plugins take from the page', () => {
  for (const {what, line, probe, isNowhere, begin, fire, undo} of ROWS) {
    it(`is taken back: ${what}`, async () => {
      const source = (who: string): PluginSource => ({
        id: who,
        code: `${noteAs(who)}\n${probe}`,
      });
      const unprepare = prepare();
      const first = setup([source('closed')]);
      const other = setup([source('other')]);
      await first.run();
      await other.run();
      while (begin && !begin()) await later();
      (0, eval)(
        `(() => { ${noteAs('page')} window.lsNote = note; ${probe} })()`,
      );
      const before = fired('closed');
      first.session.hide();
      await fire?.();
      while (fired('other') === 0 || fired('page') === 0) await later();
      expect(fired('closed')).to.equal(before);
      const [item] = first.itemsOf('closed');
      expect(item).to.deep.include({
        kind: line[0],
        count: 1,
        outcome: 'reclaimed',
        isReclaimed: true,
      });
      expect(item?.what).to.match(line[1]);
      expect(item?.position?.line).to.equal(isNowhere ? undefined : 2);
      expect(first.itemsOf('closed')).to.have.length(1);
      (0, eval)(`(() => { const note = lsNote; ${undo ?? ''} })()`);
      other.end();
      first.end();
      unprepare();
      stopTimers();
    });
  }

  for (const {what, line, probe, present} of THINGS) {
    it(`is taken back: ${what}`, async () => {
      const style = document.createElement('style');
      document.head.append(style);
      page.lsSheet = style.sheet;
      page.lsUrls = {};
      const unprepare = prepare();
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
      unprepare();
      clearThings();
    });
  }
});

describe('what a handler does that is text', () => {
  const WAYS: Readonly<Record<string, string>> = {
    setAttribute: 'button.setAttribute("onclick", text); button.click()',
    'an attribute of its own': `const made = document.createAttribute('onclick');
      made.value = text;
      button.setAttributeNode(made);
      button.click()`,
    innerHTML: `button.innerHTML = '<b onclick="' + text + '"></b>';
      button.firstChild.click()`,
    'innerHTML of what is not shown': `const made = document.createElement('i');
      made.innerHTML = '<b onclick="' + text + '"></b>';
      button.append(made);
      made.firstChild.click()`,
    insertAdjacentHTML: `button.insertAdjacentHTML('afterend',
        '<b onclick="' + text + '"></b>');
      button.nextSibling.click();
      button.nextSibling.remove()`,
  };

  for (const [how, set] of Object.entries(WAYS)) {
    it(`is the plugin’s that has set it: by ${how}`, async () => {
      const unprepare = prepare();
      const code = (who: string): string => `const button = lsButtons.${who};
        const text = 'setInterval(() => { lsFired.push(lsWho.${who}) }, 2)';
        ${set}`;
      page.lsWho = {closed: 'closed', other: 'other', page: 'page'};
      const first = setup([{id: 'closed', code: code('closed')}]);
      const other = setup([{id: 'other', code: code('other')}]);
      await first.run();
      await other.run();
      (0, eval)(`(() => { ${code('page')} })()`);
      while (fired('closed') === 0) await later();
      first.session.hide();
      const before = fired('closed');
      const theirs = fired('other') + fired('page');
      while (fired('other') + fired('page') < theirs + 4) await later();
      expect(fired('closed')).to.equal(before);
      const lines = first.itemsOf('closed').map(({what}) => what);
      expect(lines).to.include('setInterval 2 ms');
      other.end();
      first.end();
      unprepare();
      stopTimers();
      delete page.lsWho;
    });
  }
});

describe('what is still coming', () => {
  const WAYS = {
    'by a reader': `const reader = body.getReader();
      for (;;) { const {done} = await reader.read(); if (done) break; note(); }`,
    'piece by piece': 'for await (const part of body) note();',
    'into a stream of its own':
      'await body.pipeTo(new WritableStream({write: note}));',
    'through another stream': `for await (const part of
      body.pipeThrough(new TextDecoderStream())) note();`,
    'in two': 'const [one] = body.tee(); for await (const part of one) note();',
  };

  for (const [how, read] of Object.entries(WAYS)) {
    it(`is broken off when it is read ${how}`, async () => {
      const code = `fetch('/trickle/').then(async ({body}) => { ${read} })
        .finally(() => lsFired.push(who + ' went on'))`;
      const source = (who: string): PluginSource => ({
        id: who,
        code: `${noteAs(who)}\n${code}`,
      });
      const first = setup([source('closed')]);
      const other = setup([source('other')]);
      page.lsFired = [];
      await Promise.all([first.run(), other.run()]);
      const own = await fetch('/trickle/');
      const reader = own.body!.getReader();
      while (fired('closed') === 0 || fired('other') === 0) await later();
      first.session.hide();
      const before = fired('closed');
      const target = fired('other') + 3;
      while (fired('other') < target) await later();
      expect((await reader.read()).done).to.equal(false);
      expect(fired('closed')).to.equal(before);
      expect(fired('closed went on')).to.equal(0);
      expect(first.itemsOf('closed')).to.have.length(1);
      expect(first.itemsOf('closed')[0]).to.include({
        kind: 'request',
        what: 'GET /trickle/',
        outcome: 'reclaimed',
      });
      await reader.cancel();
      other.end();
      first.end();
    });
  }

  it('is broken off when all of it is waited for', async () => {
    const {session, run, itemsOf, end} = setup([
      {
        id: 'mine',
        code: `const response = await fetch('/trickle/');
          lsFired.push('answered');
          await response.text().finally(() => lsFired.push('went on'));`,
      },
    ]);
    void run();
    while (fired('answered') === 0) await later();
    session.hide();
    await later();
    expect(fired('went on')).to.equal(0);
    expect(itemsOf('mine').map(({what}) => what)).to.deep.equal([
      'GET /trickle/',
    ]);
    end();
  });

  it('is not what has been read, nor what nobody reads', async () => {
    const url = '/fixtures/nowhere.js?read';
    const {session, run, itemsOf, end} = setup([
      {
        id: 'mine',
        code: `await (await fetch('${url}')).text();
          await (await fetch('${url}')).clone().arrayBuffer();
          for await (const part of (await fetch('${url}')).body);
          const reader = (await fetch('${url}')).body.getReader();
          while (!(await reader.read()).done);
          await (await fetch('${url}')).body.cancel();
          await fetch('${url}');`,
      },
    ]);
    await run();
    session.hide();
    expect(itemsOf('mine')).to.deep.equal([]);
    end();
  });
});

describe('what plugins hold of the page', () => {
  it('is let go at the close: a lock, for whoever waits for it', async () => {
    const {session, run, itemsOf, end} = setup([
      {
        id: 'mine',
        code: `navigator.locks.request('ls-mine', () => new Promise(() => {}));
          navigator.locks.request('ls-brief', () => 1);`,
      },
    ]);
    await run();
    while ((await heldLocks()).join() !== 'ls-mine') await later();
    const waiting = navigator.locks.request('ls-mine', () => 'mine now');
    session.hide();
    expect(await waiting).to.equal('mine now');
    expect(itemsOf('mine').map(({kind, what}) => [kind, what])).to.deep.equal([
      ['lock', 'lock "ls-mine"'],
    ]);
    end();
  });

  it('is let go at the close: a key of a keyboard for media', async () => {
    const set: unknown[] = [];
    const {prototype} = MediaSession;
    const native = Object.getOwnPropertyDescriptor(
      prototype,
      'setActionHandler',
    )!;
    Object.defineProperty(prototype, 'setActionHandler', {
      ...native,
      value: (action: string, handler: (() => void) | null) => {
        set.push(action, handler);
      },
    });
    const {session, run, itemsOf, end} = setup([
      {
        id: 'mine',
        code: `const note = () => { lsFired.push('mine') };
          navigator.mediaSession.setActionHandler('play', note);
          navigator.mediaSession.setActionHandler('stop', note);
          navigator.mediaSession.setActionHandler('stop', null);`,
      },
    ]);
    await run();
    const [, play] = set as [string, () => void];
    play();
    expect(fired('mine')).to.equal(1);
    session.hide();
    play();
    expect(fired('mine')).to.equal(1);
    expect(set.slice(-2)).to.deep.equal(['play', null]);
    expect(itemsOf('mine').map(({kind, what}) => [kind, what])).to.deep.equal([
      ['media', 'media key "play"'],
    ]);
    end();
    Object.defineProperty(prototype, 'setActionHandler', native);
  });

  it('does not fire though it is no longer on the page: what reads a file', async () => {
    const {session, run, itemsOf, end} = setup([
      {
        id: 'mine',
        code: `const note = () => { lsFired.push('mine') };
          const reader = new FileReader();
          reader.onload = note;
          reader.addEventListener('loadend', note);
          reader.readAsText(new Blob(['x']));`,
      },
    ]);
    await run();
    session.hide();
    const own = new FileReader();
    const read = new Promise((resolve) => {
      own.onloadend = resolve;
    });
    own.readAsText(new Blob(['x']));
    await read;
    await later();
    expect(fired('mine')).to.equal(0);
    expect(itemsOf('mine')).to.deep.equal([]);
    end();
  });

  it('fires nothing of what it listens to through LSI, nor is that left behind', async () => {
    const source = (who: string): PluginSource => ({
      id: who,
      code: `LSI.on('probe', () => { lsFired.push('${who}') });`,
    });
    const first = setup([source('closed')]);
    await first.run();
    const {events} = first.session;
    events.addHandler('probe' as never, () => {
      (page.lsFired as string[]).push('page');
    });
    first.session.hide();
    void events.invoke<string>('probe');
    expect([fired('closed'), fired('page')]).to.deep.equal([0, 1]);
    expect(first.itemsOf('closed')).to.deep.equal([]);
    first.end();
  });
});

async function heldLocks(): Promise<readonly string[]> {
  const {held = []} = await navigator.locks.query();
  return held.map(({name = ''}) => name);
}

/** Puts on the page what probes need; the answer takes it away. */
function prepare(): () => void {
  const holder = document.createElement('div');
  holder.attachShadow({mode: 'open'}).innerHTML = '<b></b>';
  document.body.append(holder);
  const channels = byWhom(() => new MessageChannel());
  const farPorts = Object.values(channels).map(({port1}) => port1);
  const adopted = new CSSStyleSheet();
  document.adoptedStyleSheets.push(adopted);
  const table = document.createElement('table');
  table.createTBody();
  const workerUrl = URL.createObjectURL(
    new Blob(['onconnect = ({ports: [port]}) => port.postMessage(1)'], {
      type: 'text/javascript',
    }),
  );
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const select = document.createElement('select');
  holder.append(table, select);
  let letGo = (): void => undefined;
  const hold = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const sounds: Record<string, AudioContext> = {};
  const playing: Record<string, HTMLVideoElement> = {};
  const recorders: Record<string, MediaRecorder> = {};
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = canvas.captureStream();
  const things: Page = {
    lsAdopted: adopted,
    lsTable: table,
    lsCanvas: canvas,
    lsWorkerUrl: workerUrl,
    lsSelect: select,
    lsHold: hold,
    lsSounds: sounds,
    lsPlaying: playing,
    lsCalls: {},
    lsRecorders: recorders,
    lsVideo: video,
    lsHolders: byWhom(() => holder.appendChild(document.createElement('div'))),
    lsQuery: matchMedia('(width > 1px)'),
    lsShadow: holder.shadowRoot,
    lsButtons: byWhom((who) => {
      const button = document.createElement('button');
      button.id = `ls-${who}`;
      return holder.appendChild(button);
    }),
    lsQueries: byWhom(() => matchMedia('(min-width: 600px)')),
    lsPorts: byWhom((who) => channels[who]?.port2),
    lsFarPorts: farPorts,
  };
  Object.assign(page, things);
  return () => {
    holder.remove();
    for (const port of farPorts) port.close();
    for (const sound of Object.values(sounds)) {
      if (sound.state !== 'closed') void sound.close();
    }
    for (const one of [video, ...Object.values(playing)]) one.pause();
    for (const recorder of Object.values(recorders)) {
      if (recorder.state !== 'inactive') recorder.stop();
    }
    for (const animation of document.getAnimations()) animation.cancel();
    CSS.highlights.clear();
    document.fonts.clear();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => sheet !== adopted,
    );
    letGo();
    URL.revokeObjectURL(workerUrl);
    for (const name of Object.keys(things)) Reflect.deleteProperty(page, name);
  };
}

/** One for each of those whose probes there are. */
function byWhom<T>(make: (who: string) => T): Readonly<Record<string, T>> {
  const whose = ['closed', 'other', 'page'];
  return Object.fromEntries(whose.map((who) => [who, make(who)]));
}

function clickAll(): void {
  const buttons = page.lsButtons as Readonly<Record<string, HTMLElement>>;
  for (const button of Object.values(buttons)) button.click();
}

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
