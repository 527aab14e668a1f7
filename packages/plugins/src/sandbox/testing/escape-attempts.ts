import type {PluginSlot} from '../../plugin-source.js';

/** Something that a plugin tries and must not achieve. */
export interface EscapeAttempt {
  /** What it tries, in words that follow "it cannot". */
  readonly what: string;
  /**
   * Body of an asynchronous function that returns something true when it
   * has succeeded; one that throws has not.
   */
  readonly code: string;
  /** Where it shows itself; in a worker, without a document, when left out. */
  readonly slot?: PluginSlot;
  /** What it was given. */
  readonly permissions?: readonly string[];
}

const IN_DOCUMENT = {slot: 'status'} as const;
const TARGET = `${location.origin}/__requests__/`;

/** Rejects when the document's policy keeps something from happening. */
const POLICY = `
  const kept = new Promise((resolve, reject) => {
    addEventListener('securitypolicyviolation', reject, {once: true});
  });`;

/** Ways to see or touch the page. */
export const PAGE_ATTEMPTS: readonly EscapeAttempt[] = [
  {what: 'read the document of the page', code: 'return top.document'},
  {what: 'read the document of its frame', code: 'return parent.document'},
  {what: 'read where the page is', code: 'return top.location.href'},
  {what: 'find the element of its frame', code: 'return frameElement'},
  {what: 'find who opened it', code: 'return opener'},
  {what: 'use Htx of the page', code: 'return top.Htx'},
  {what: 'evaluate in the page', code: 'return top.eval("1")'},
  {
    what: 'add a property to the page',
    code: 'top.lsEscaped = true; return true',
  },
  {what: 'read another frame', code: 'return top.frames[0].document'},
  {
    what: 'reach the page through a frame of its own',
    code: `const frame = document.body.appendChild(
        document.createElement('iframe'));
      return frame.contentWindow.document`,
  },
  {
    what: 'reach the page through a frame with text',
    code: `const frame = document.createElement('iframe');
      frame.srcdoc = '<p>x</p>';
      document.body.append(frame);
      await new Promise((resolve) => { frame.onload = resolve; });
      return frame.contentDocument`,
  },
  {
    what: 'reach the page through a frame in a frame',
    code: `const inner = '<iframe src="${location.origin}/"></iframe>';
      const frame = document.createElement('iframe');
      frame.srcdoc = inner;
      document.body.append(frame);
      await new Promise((resolve) => { frame.onload = resolve; });
      return frame.contentWindow[0].document`,
  },
  {
    what: 'lift its sandbox through a frame of its own',
    code: `const frame = document.createElement('iframe');
      frame.sandbox = 'allow-same-origin allow-scripts allow-top-navigation';
      frame.srcdoc = '<script>top.lsEscaped = 1</script>';
      document.body.append(frame);
      await new Promise((resolve) => { frame.onload = resolve; });
      return frame.contentDocument`,
  },
  {
    what: 'share memory, with which it could measure time',
    code: 'return crossOriginIsolated || new SharedArrayBuffer(8)',
  },
  {
    what: 'listen on a channel of the page',
    code: `return await new Promise((resolve, reject) => {
      new BroadcastChannel('ls-escape').onmessage = resolve;
      new BroadcastChannel('ls-escape-out').postMessage(1);
      setTimeout(reject, 50);
    })`,
  },
  {
    what: 'pass for the host to its own runtime',
    code: `const {port1, port2} = new MessageChannel();
      postMessage({type: 'ls-annotation-boot', policy: "default-src *",
        nonce: 'x', runtime: 'self.lsEscaped = 1'}, '*', [port1, port2]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return self.lsEscaped`,
  },
  {
    what: 'pass for another plugin to the page',
    code: `const {port1, port2} = new MessageChannel();
      parent.postMessage({type: 'ls-annotation-boot'}, '*', [port1]);
      top.postMessage({type: 'write', number: 1, operations: []}, '*');
      for (let i = 0; i < top.length; i++) {
        top[i].postMessage({type: 'ls-annotation-boot'}, '*');
      }
      return await new Promise((resolve, reject) => {
        port2.onmessage = resolve; setTimeout(reject, 50);
      })`,
  },
  {
    what: 'put names on the page by the name of its window',
    code: "self.name = 'Htx'; return top.frames.Htx === self && top.Htx === self",
  },
  {
    what: 'find a way to peers in a frame of its own',
    code: `const frame = document.body.appendChild(
        document.createElement('iframe'));
      return new frame.contentWindow.RTCPeerConnection()`,
  },
  {
    what: 'take back what was taken from it',
    code: `delete self.RTCPeerConnection;
      Object.defineProperty(self, 'RTCPeerConnection', {value: 1});
      return true`,
  },
  {
    what: 'find its runtime in its document',
    code: `return [...document.scripts].some(({text}) => text.length > 1000)`,
  },
  {
    what: 'hear another plugin through the page',
    code: `return await new Promise((resolve, reject) => {
      addEventListener('message', (event) => {
        if (event.source !== self) resolve(event);
      });
      parent.postMessage('ls-annotation-port', '*');
      for (let at = 0; at < top.length; at += 1) {
        top[at].postMessage('ls-annotation-port', '*');
        for (let inner = 0; inner < top[at].length; inner += 1) {
          top[at][inner].postMessage(
            'ls-annotation-port', '*', [new MessageChannel().port2]);
        }
      }
      setTimeout(reject, 50);
    })`,
  },
  {
    what: 'leave an object of its own where the page looks',
    code: `top.postMessage({type: 'ls-annotation-boot',
        get policy() { self.lsEscaped = 1; return ''; }}, '*',
        [new MessageChannel().port1]);
      return parent.lsEscaped`,
  },
  {
    what: 'take the origin of the page',
    code: 'document.domain = "localhost"; return top.document',
  },
].map((attempt) => ({...attempt, ...IN_DOCUMENT}));

/** Ways to another document. */
export const NAVIGATION_ATTEMPTS: readonly EscapeAttempt[] = [
  {
    what: 'take the page elsewhere',
    code: `top.location.href = '${TARGET}top'; return true`,
  },
  {
    what: 'replace the page',
    code: `top.location.replace('${TARGET}top-replace'); return true`,
  },
  {
    what: 'take its outer frame elsewhere',
    code: `parent.location.href = '${TARGET}parent'; return true`,
  },
  {
    what: 'take another frame elsewhere',
    code: `top.frames[0].location.href = '${TARGET}frame'; return true`,
  },
  {
    what: 'run a script address in the page',
    code: `top.location.href = 'javascript:document.title="escaped"'; return true`,
  },
  {
    what: 'open a window',
    code: `return open('${TARGET}popup')`,
  },
  {
    what: 'open a window by a link',
    code: `const a = document.createElement('a');
      a.href = '${TARGET}link-blank'; a.target = '_blank';
      document.body.append(a); a.click(); return false`,
  },
  {
    what: 'take the page elsewhere by a link',
    code: `const a = document.createElement('a');
      a.href = '${TARGET}link-top'; a.target = '_top';
      document.body.append(a); a.click(); return false`,
  },
  {
    what: 'submit a form to the page',
    code: `const form = document.createElement('form');
      form.action = '${TARGET}form-top'; form.target = '_top';
      document.body.append(form); form.submit(); return false`,
  },
  {
    what: 'submit a form',
    code: `const form = document.createElement('form');
      form.action = '${TARGET}form';
      document.body.append(form); form.submit(); return false`,
  },
  {
    what: 'open a window with what it knows, by the middle button',
    code: `const a = document.createElement('a');
      a.href = '${TARGET}link-middle'; document.body.append(a);
      a.dispatchEvent(new MouseEvent('click', {button: 1, ctrlKey: true}));
      return false`,
  },
  {
    what: 'submit a form to a window',
    code: `const form = document.createElement('form');
      form.action = '${TARGET}form-blank'; form.target = '_blank';
      form.method = 'post';
      document.body.append(form); form.requestSubmit(); return false`,
  },
  {
    what: 'keep the person from leaving the page',
    code: `addEventListener('beforeunload', (event) => event.preventDefault());
      top.onbeforeunload = () => 'stay'; return true`,
  },
  {
    what: 'open a window that does not know it',
    code: `open('${TARGET}noopener', '_blank', 'noopener,noreferrer');
      return false`,
  },
  {
    what: 'open a window with a document of its own',
    code: `const html = new Blob(['<p>x</p>'], {type: 'text/html'});
      return open(URL.createObjectURL(html))`,
  },
  {
    what: 'follow a link on a map to another window',
    code: `document.body.innerHTML = '<map><area target="_top" ' +
        'href="${TARGET}area"></map>';
      document.querySelector('area').click(); return false`,
  },
  {
    what: 'move all its links to the page',
    code: `document.head.innerHTML += '<base target="_top">';
      const a = document.createElement('a');
      a.href = '${TARGET}base-top'; document.body.append(a);
      a.click(); return false`,
  },
  {
    what: 'give the page another address',
    code: `top.history.pushState(null, '', '/escaped'); return true`,
  },
  {
    what: 'give itself the address of the page',
    code: `history.pushState(null, '', '${location.origin}/escaped');
      return true`,
  },
  {
    what: 'use the navigation of the page',
    code: `top.navigation.navigate('${TARGET}navigation'); return true`,
  },
  {
    what: 'make itself what opens addresses',
    code: `navigator.registerProtocolHandler('web+ls', '${TARGET}%s');
      return true`,
  },
  {
    what: 'print itself',
    code: `let asked = false;
      addEventListener('beforeprint', () => { asked = true; });
      print(); return asked`,
  },
  {what: 'stop the page from loading', code: 'top.stop(); return true'},
  {what: 'print the page', code: 'top.print(); return true'},
  {what: 'go back in the history of the page', code: 'top.history.back()'},
  {what: 'close the page', code: 'top.close(); return top.closed'},
].map((attempt) => ({...attempt, ...IN_DOCUMENT}));

/** Ways for a document to leave itself, with what it knows in the address. */
export const LEAVING_ATTEMPTS: readonly EscapeAttempt[] = [
  {
    what: 'take its document elsewhere',
    code: `location.href = '${TARGET}self?secret'`,
  },
  {
    what: 'replace its document',
    code: `location.replace('${TARGET}self-replace?secret')`,
  },
  {
    what: 'take its document elsewhere by a link',
    code: `const a = document.createElement('a');
      a.href = '${TARGET}self-link?secret';
      document.body.append(a); a.click();`,
  },
  {
    what: 'take its document to data',
    code: `location.href = 'data:text/html,<script>top.lsEscaped=1</script>'`,
  },
  {
    what: 'take its document to a blob',
    code: `const html = new Blob(['<img src="${TARGET}blob-image">'],
        {type: 'text/html'});
      location.href = URL.createObjectURL(html)`,
  },
  {what: 'load its document again', code: 'location.reload()'},
  {
    what: 'open its document anew',
    code: `document.open();
      document.write('<img src="${TARGET}written">'); document.close();`,
  },
  {
    what: 'take its document elsewhere by its navigation',
    code: `navigation.navigate('${TARGET}self-navigation?secret')`,
  },
  {
    what: 'take its document elsewhere by a drawing',
    code: `document.body.innerHTML = '<svg><a href="${TARGET}svg-link">' +
        '<text>x</text></a></svg>';
      document.querySelector('svg a')
        .dispatchEvent(new MouseEvent('click', {bubbles: true}));`,
  },
  {
    what: 'have its document refreshed',
    code: `const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh'; meta.content = '0;url=${TARGET}refresh?secret';
      document.head.append(meta);`,
  },
].map((attempt) => ({...attempt, ...IN_DOCUMENT}));

/** Ways to keep something in the browser. */
export const STORAGE_ATTEMPTS: readonly EscapeAttempt[] = [
  {
    what: 'keep a cookie',
    code: 'document.cookie = "escaped=1"; return document.cookie',
    ...IN_DOCUMENT,
  },
  {
    what: 'read the cookies of the page',
    code: 'return (await cookieStore.getAll()).length',
    ...IN_DOCUMENT,
  },
  {what: 'use local storage', code: 'return localStorage', ...IN_DOCUMENT},
  {what: 'use session storage', code: 'return sessionStorage', ...IN_DOCUMENT},
  {what: 'find local storage in a worker', code: 'return self.localStorage'},
  ...[IN_DOCUMENT, {}].flatMap((place) => [
    {
      what: `use a database${'slot' in place ? '' : ' in a worker'}`,
      code: `return new Promise((resolve, reject) => {
        const request = indexedDB.open('escaped');
        request.onsuccess = () => resolve(true);
        request.onerror = reject;
      })`,
      ...place,
    },
    {
      what: `use caches${'slot' in place ? '' : ' in a worker'}`,
      code: 'return await caches.open("escaped")',
      ...place,
    },
    {
      what: `use files${'slot' in place ? '' : ' in a worker'}`,
      code: 'return await navigator.storage.getDirectory()',
      ...place,
    },
  ]),
  ...[IN_DOCUMENT, {}].flatMap((place) => [
    {
      what: `use a bucket of storage${'slot' in place ? '' : ' in a worker'}`,
      code: 'return await navigator.storageBuckets.open("escaped")',
      ...place,
    },
    {
      what: `hold a lock of the page${'slot' in place ? '' : ' in a worker'}`,
      code: 'return await navigator.locks.request("ls-escape", () => true)',
      ...place,
    },
  ]),
  {
    what: 'use storage that sites share',
    code: 'await sharedStorage.set("a", "b"); return true',
    ...IN_DOCUMENT,
  },
  {
    what: 'keep a cookie by the store of cookies',
    code: 'await cookieStore.set("escaped", "1"); return true',
    ...IN_DOCUMENT,
  },
  {
    what: 'find storage in a frame of its own',
    code: `const frame = document.body.appendChild(
        document.createElement('iframe'));
      return frame.contentWindow.localStorage`,
    ...IN_DOCUMENT,
  },
  {
    what: 'install a service worker',
    code: `return await navigator.serviceWorker.register('${TARGET}sw.js')`,
    ...IN_DOCUMENT,
  },
  {
    what: 'share a worker with the page',
    code: `return await new Promise((resolve, reject) => {
      const worker = new SharedWorker('${TARGET}shared.js');
      worker.onerror = reject; worker.port.onmessage = resolve;
      worker.port.start();
    })`,
    ...IN_DOCUMENT,
  },
];

/** Ways into the network from anywhere. */
const ANYWHERE: readonly Omit<EscapeAttempt, 'slot'>[] = [
  {
    what: 'fetch',
    code: `await fetch('${TARGET}fetch', {mode: 'no-cors'}); return true`,
  },
  {
    what: 'fetch what outlives it',
    code: `await fetch('${TARGET}keepalive', {mode: 'no-cors', keepalive: true}); return true`,
  },
  {
    what: 'ask with XMLHttpRequest',
    code: `const request = new XMLHttpRequest();
      request.open('GET', '${TARGET}xhr', false); request.send(); return true`,
  },
  {
    what: 'open a web socket',
    code: `return await new Promise((resolve, reject) => {
      const socket = new WebSocket('${TARGET.replace('http', 'ws')}socket');
      socket.onopen = resolve; socket.onerror = reject;
    })`,
  },
  {
    what: 'listen to a stream of events',
    code: `return await new Promise((resolve, reject) => {
      const source = new EventSource('${TARGET}events');
      source.onopen = resolve; source.onerror = reject;
    })`,
  },
  {what: 'import a module', code: `return await import('${TARGET}module.js')`},
  {
    what: 'run a worker from elsewhere',
    code: `return await new Promise((resolve, reject) => {
      const worker = new Worker('${TARGET}worker.js');
      worker.onerror = reject; worker.onmessage = resolve;
    })`,
  },
  {
    what: 'fetch from a worker of its own',
    code: `const code = "fetch('${TARGET}nested', {mode: 'no-cors'})" +
        ".then(() => postMessage(true), () => postMessage(false))";
      const worker = new Worker(URL.createObjectURL(new Blob([code])));
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({data}) => resolve(data); worker.onerror = reject;
      })`,
  },
  {
    what: 'import elsewhere in a module that is a worker',
    code: `const code = "import '${TARGET}worker-import.js'; postMessage(1)";
      const address = URL.createObjectURL(
        new Blob([code], {type: 'text/javascript'}));
      return await new Promise((resolve, reject) => {
        const worker = new Worker(address, {type: 'module'});
        worker.onerror = reject; worker.onmessage = resolve;
      })`,
  },
  {
    what: 'import a module by its text',
    code: `const code = "export {x} from '${TARGET}blob-import.js'";
      return await import(URL.createObjectURL(
        new Blob([code], {type: 'text/javascript'})))`,
  },
  {
    what: 'open a socket that is a stream',
    code: `const socket = new WebSocketStream(
        '${TARGET.replace('http', 'ws')}stream');
      return await socket.opened`,
  },
  {
    what: 'compile what it fetches',
    code: `return await WebAssembly.compileStreaming(fetch('${TARGET}wasm'))`,
  },
  {
    what: 'fetch with the rights of the page',
    code: `const response = await fetch('${TARGET}credentials',
        {mode: 'cors', credentials: 'include', redirect: 'manual'});
      return response.type`,
  },
  {
    what: 'fetch in the background',
    code: `return await (await navigator.serviceWorker.ready)
        .backgroundFetch.fetch('x', ['${TARGET}background'])`.replace(
      'await (await',
      'navigator.serviceWorker.controller && await (await',
    ),
  },
  {
    what: 'connect to a peer',
    code: 'return new RTCPeerConnection()',
  },
  {
    what: 'connect by web transport',
    code: `return new WebTransport('https://localhost:1/')`,
  },
  {
    what: 'load a script that it may not load',
    code: `await LSI.import('${TARGET}import.js'); return true`,
  },
];

const STYLED = {
  'a cursor': 'cursor',
  'a filter': 'filter',
  'a mask': 'mask-image',
  'a list': 'list-style-image',
  'a border': 'border-image-source',
  'a clip': 'clip-path',
};

/** Ways into the network by elements and styles. */
const BY_ELEMENTS = [
  ...Object.entries(STYLED).map(([what, property]) => ({
    what: `ask by the style of ${what}`,
    act: `document.body.append('x');
      document.body.style.display = 'list-item';
      document.body.style.setProperty('${property}',
        'url(${TARGET}css-${property}#x)');
      document.body.getBoundingClientRect();`,
    isSilent: ![
      'mask-image',
      'list-style-image',
      'border-image-source',
    ].includes(property),
  })),
  ...Object.entries({
    'a picture of several': "background: image-set('$' 1x) !important",
    'words before words': "content: url('$')",
    'a shape': "float: left; width: 9px; height: 9px; shape-outside: url('$')",
    'a mirror': "-webkit-box-reflect: below 0 url('$')",
  }).map(([what, style]) => ({
    what: `ask by the style of ${what}`,
    act: `const style = document.createElement('style');
      style.textContent = \`b { display: block; ${style.replaceAll('$', `${TARGET}css-of-${what.replaceAll(' ', '-')}`)} }\`;
      document.head.append(style);
      document.body.innerHTML = '<b>x</b>';
      document.body.getBoundingClientRect();`,
    isSilent: true,
  })),
  ...Object.entries({
    'a source of a picture':
      '<picture><source srcset="$"><img src="data:,"></picture>',
    'a source of a sound': '<audio><source src="$"></audio>',
    'a filter in a drawing':
      '<svg><filter id="f"><feImage href="$"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>',
    'a script in a drawing': '<svg><script href="$"></script></svg>',
    'a body with a picture': '<table background="$"><td>x</table>',
    'a set of frames': '<frameset><frame src="$"></frameset>',
    'a fenced frame': '<fencedframe src="$"></fencedframe>',
    'a portal': '<portal src="$"></portal>',
    'a picture that is attributed': '<img src="data:," attributionsrc="$">',
    'a picture for later': '<img loading="lazy" src="$">',
    'a link to a preloaded set':
      '<link rel="preload" as="image" imagesrcset="$ 1x">',
    'a link to a dictionary': '<link rel="compression-dictionary" href="$">',
    'a link to a page of the future': '<link rel="prerender" href="$">',
    'a link to a font': '<link rel="preload" as="font" crossorigin href="$">',
    'a link to what is fetched':
      '<link rel="preload" as="fetch" crossorigin href="$">',
    'a style that begins with another':
      '<link rel="stylesheet" href="data:text/css,@import url($)">',
    'a template that is a root':
      '<div><template shadowrootmode="open"><img src="$"></template></div>',
  }).map(([what, html]) => ({
    what: `ask by ${what}`,
    act: `document.body.setHTMLUnsafe(\`${html.replaceAll('$', `${TARGET}html-${what.replaceAll(' ', '-')}`)}\`);
      document.body.getBoundingClientRect();
      await new Promise((resolve) => setTimeout(resolve, 20));`,
    isSilent: true,
  })),
  {
    what: 'have what is kept from it reported elsewhere',
    act: `const meta = document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = "img-src 'none'; report-uri ${TARGET}report";
      document.head.append(meta);
      new Image().src = 'data:,';`,
    isSilent: true,
  },
  {
    what: 'paint by code from elsewhere',
    act: `await CSS.paintWorklet?.addModule('${TARGET}paint.js')
        .catch(() => {});
      await new AudioContext().audioWorklet?.addModule('${TARGET}audio.js')
        .catch(() => {});`,
    isSilent: true,
  },
  {
    what: 'turn a document into one from elsewhere',
    act: `const parse = (text) =>
        new DOMParser().parseFromString(text, 'text/xml');
      const sheet = parse('<xsl:stylesheet version="1.0" ' +
        'xmlns:xsl="http://www.w3.org/1999/XSL/Transform">' +
        '<xsl:import href="${TARGET}xsl-import"/><xsl:template match="/">' +
        '<xsl:copy-of select="document(\\'${TARGET}xsl\\')"/>' +
        '</xsl:template></xsl:stylesheet>');
      const processor = new XSLTProcessor();
      try { processor.importStylesheet(sheet);
        processor.transformToFragment(parse('<x/>'), document); } catch {}`,
    isSilent: true,
  },
  {
    what: 'load resources in a bundle',
    act: `const script = document.createElement('script');
      script.type = 'webbundle';
      script.textContent = JSON.stringify(
        {source: '${TARGET}bundle', resources: ['${TARGET}bundled']});
      document.head.append(script);`,
    isSilent: true,
  },
  {
    what: 'have a picture put in by an editor',
    act: `document.designMode = 'on'; document.body.append('x');
      getSelection().selectAllChildren(document.body);
      document.execCommand('insertImage', false, '${TARGET}command');`,
    isSilent: true,
  },
  {
    what: 'show a cover of what it plays',
    act: `navigator.mediaSession.metadata = new MediaMetadata(
        {title: 'x', artwork: [{src: '${TARGET}artwork'}]});
      navigator.mediaSession.playbackState = 'playing';`,
    isSilent: true,
  },
  {
    what: 'have an account looked up elsewhere',
    act: `await navigator.credentials.get({identity: {providers:
        [{configURL: '${TARGET}identity', clientId: 'x'}]}}).catch(() => {});`,
    isSilent: true,
  },
  {
    what: 'have a way to pay looked up elsewhere',
    act: `try { await new PaymentRequest([{supportedMethods: '${TARGET}pay'}],
        {total: {label: 'x', amount: {currency: 'EUR', value: '1'}}})
        .canMakePayment(); } catch {}`,
    isSilent: true,
  },
  {
    what: 'tell what stands in a field by a style',
    act: `document.body.innerHTML = '<input value="secret">';
      const style = document.createElement('style');
      style.textContent = 'input[value^="s"] {' +
        'background: url(${TARGET}css-value-s) }';
      document.head.append(style);
      document.body.getBoundingClientRect();`,
  },
  {
    what: 'load a picture for another width',
    act: `document.body.innerHTML = '<img srcset="${TARGET}srcset 1x">';`,
  },
  {
    what: 'have a button that is a picture',
    act: `document.body.innerHTML = '<input type="image" src="${TARGET}input">';`,
  },
  {
    what: 'show words to a video',
    act: `document.body.innerHTML = '<video crossorigin="anonymous"><track ' +
        'default kind="captions" src="${TARGET}track"></video>';
      document.querySelector('track').track.mode = 'showing';`,
    isSilent: true,
  },
  {
    what: 'show the poster of a video',
    act: `document.body.innerHTML = '<video poster="${TARGET}poster"></video>';`,
  },
  {
    what: 'use a drawing from elsewhere',
    act: `document.body.innerHTML =
      '<svg><use href="${TARGET}use.svg#x"/></svg>';`,
    isSilent: true,
  },
  {
    what: 'tell that a link was followed',
    act: `const a = document.createElement('a');
      a.href = '#here'; a.ping = '${TARGET}ping';
      document.body.append(a); a.click();`,
  },
  {
    what: 'have requests made when it is gone',
    act: `globalThis.fetchLater?.('${TARGET}later', {activateAfter: 0});`,
    isSilent: true,
  },
  {
    what: 'map names of modules to elsewhere',
    act: `const map = document.createElement('script');
      map.type = 'importmap';
      map.textContent = JSON.stringify({imports: {x: '${TARGET}mapped.js'}});
      document.head.append(map);
      await import('x').catch(() => {});`,
    isSilent: true,
  },
  {
    what: 'move its policy out of the way',
    act: `document.querySelectorAll('meta').forEach((meta) => meta.remove());
      const meta = document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = "default-src * 'unsafe-inline'";
      document.head.append(meta);
      new Image().src = '${TARGET}no-policy';`,
  },
  ...[
    'prefetch',
    'preload',
    'stylesheet',
    'modulepreload',
    'icon',
    'manifest',
  ].map((rel) => ({
    what: `link to a ${rel}`,
    act: `const link = document.createElement('link');
      link.rel = '${rel}'; link.as = 'image'; link.href = '${TARGET}link-${rel}';
      document.head.append(link);`,
    isSilent: rel === 'manifest' || rel === 'modulepreload',
  })),
  {what: 'load an image', act: `new Image().src = '${TARGET}image';`},
  {
    what: 'load a script',
    act: `const script = document.createElement('script');
      script.src = '${TARGET}script.js'; document.head.append(script);`,
  },
  {
    what: 'show a picture by style',
    act: `document.body.append('x');
      document.body.style.background = 'url(${TARGET}css)';
      document.body.getBoundingClientRect();`,
  },
  {
    what: 'import a style sheet',
    act: `const style = document.createElement('style');
      style.textContent = '@import "${TARGET}css-import"';
      document.head.append(style);`,
  },
  {
    what: 'load a font',
    act: `new FontFace('x', 'url(${TARGET}font)').load().catch(() => {});`,
  },
  {
    what: 'play a video',
    act: `const video = document.createElement('video');
      video.src = '${TARGET}video'; document.body.append(video);`,
  },
  {
    what: 'play a sound',
    act: `new Audio('${TARGET}audio').load();`,
  },
  {
    what: 'embed something',
    act: `const embed = document.createElement('embed');
      embed.src = '${TARGET}embed'; document.body.append(embed);`,
  },
  {
    what: 'show an object',
    act: `const object = document.createElement('object');
      object.data = '${TARGET}object'; document.body.append(object);`,
  },
  {
    what: 'frame a page',
    act: `const frame = document.createElement('iframe');
      frame.src = '${TARGET}frame'; document.body.append(frame);`,
  },
  {
    what: 'draw a picture from elsewhere',
    act: `document.body.innerHTML =
      '<svg><image href="${TARGET}svg" width="9" height="9"/></svg>';`,
  },
  {
    what: 'send a beacon',
    act: `navigator.sendBeacon('${TARGET}beacon', 'secret');`,
  },
  {
    what: 'move where addresses start',
    act: `const base = document.createElement('base');
      base.href = '${TARGET}'; document.head.append(base);`,
  },
  {
    what: 'have pages loaded ahead',
    act: `const script = document.createElement('script');
      script.type = 'speculationrules';
      script.textContent = JSON.stringify(
        {prefetch: [{source: 'list', urls: ['${TARGET}speculation']}]});
      document.head.append(script);`,
  },
];

/** Ways into the network. */
export const NETWORK_ATTEMPTS: readonly EscapeAttempt[] = [
  ...ANYWHERE,
  ...ANYWHERE.map((attempt) => ({
    ...attempt,
    what: `${attempt.what}, from a document`,
    ...IN_DOCUMENT,
  })),
  ...BY_ELEMENTS.map(({what, act, ...rest}) => ({
    what,
    code:
      'isSilent' in rest && rest.isSilent
        ? `${act} return false`
        : `${POLICY} ${act} await kept`,
    ...IN_DOCUMENT,
  })),
  {
    what: 'load a script into a worker',
    code: `importScripts('${TARGET}import-scripts.js'); return true`,
  },
];

/** Ways to bother the person, or to pass for the page. */
export const UI_ATTEMPTS: readonly EscapeAttempt[] = [
  {
    what: 'fill the screen',
    code: `await document.body.requestFullscreen(); return true`,
  },
  {
    what: 'lock the pointer',
    code: `await document.body.requestPointerLock(); return true`,
  },
  {
    what: 'show a dialog of the browser',
    code: `return confirm('escaped') || prompt('escaped', 'x')`,
  },
  {
    what: 'show a notification',
    code: `return (await Notification.requestPermission()) === 'granted'`,
  },
  {
    what: 'use the camera',
    code: `return await navigator.mediaDevices.getUserMedia({video: true})`,
  },
  {
    what: 'find the place of the person',
    code: `return await new Promise((resolve, reject) => {
      navigator.geolocation.getCurrentPosition(resolve, reject);
    })`,
  },
  {
    what: 'read the clipboard',
    code: `return await navigator.clipboard.readText()`,
  },
  {
    what: 'write to the clipboard',
    code: `await navigator.clipboard.writeText('escaped'); return true`,
  },
  {
    what: 'take the pointer of a drag out of its frame',
    code: `document.body.innerHTML = '<b draggable="true">x</b>';
      const data = new DataTransfer();
      data.setData('text/uri-list', '${TARGET}drag');
      top.dispatchEvent(new DragEvent('drop', {dataTransfer: data}));
      return true`,
  },
  {
    what: 'play a sound without being asked',
    code: `const context = new AudioContext();
      context.resume().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 50));
      return context.state === 'running'`,
  },
  {
    what: 'stand over other windows',
    code: 'return await documentPictureInPicture.requestWindow()',
  },
  {
    what: 'move the window',
    code: 'top.moveTo(0, 0); top.resizeTo(9, 9); return true',
  },
  {
    what: 'keep the screen awake',
    code: "return await navigator.wakeLock.request('screen')",
  },
  {
    what: 'record the screen',
    code: 'return await navigator.mediaDevices.getDisplayMedia()',
  },
  {
    what: 'share with other programs',
    code: "await navigator.share({url: 'x:'}); return true",
  },
  {what: 'open files', code: 'return await showOpenFilePicker()'},
  {what: 'save files', code: 'return await showSaveFilePicker()'},
  {
    what: 'ask for the storage of the page',
    code: 'await document.requestStorageAccess(); return true',
  },
  {
    what: 'ask for a password',
    code: 'return await navigator.credentials.get({password: true})',
  },
  {
    what: 'find devices',
    code: 'return await navigator.usb.requestDevice({filters: []})',
  },
  {
    what: 'show another colour scheme or title for the page',
    code: `top.document.title = 'escaped'; return true`,
  },
  {
    what: 'make the page hear a key',
    code: `top.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}));
      return true`,
  },
  ...Object.entries({
    'find Bluetooth devices':
      'return await navigator.bluetooth.requestDevice({acceptAllDevices: true})',
    'find input devices':
      'return await navigator.hid.requestDevice({filters: []})',
    'find serial ports': 'return await navigator.serial.requestPort()',
    'find musical instruments': 'return await navigator.requestMIDIAccess()',
    'find the fonts of the person': 'return (await queryLocalFonts()).length',
    'find the screens of the person': 'return await getScreenDetails()',
    'pick a colour off the screen': 'return await new EyeDropper().open()',
    'keep keys from the page': 'await navigator.keyboard.lock(); return true',
    'tell whether the person is there':
      "return (await IdleDetector.requestPermission()) === 'granted'",
    'turn the screen': "await screen.orientation.lock('portrait'); return true",
    'show itself on another screen':
      "return await new PresentationRequest('https://localhost:1/').start()",
    'copy what it has selected':
      "document.body.append('x'); getSelection().selectAllChildren(document.body); return document.execCommand('copy')",
    'read the clipboard by a command': "return document.execCommand('paste')",
    'feel how the device is held':
      'return await new Promise((resolve, reject) => { const sensor = new Accelerometer(); sensor.onreading = resolve; sensor.onerror = reject; sensor.start(); })',
    'make a passkey':
      "return await navigator.credentials.create({publicKey: {challenge: new Uint8Array(9), rp: {name: 'x'}, user: {id: new Uint8Array(9), name: 'x', displayName: 'x'}, pubKeyCredParams: [{type: 'public-key', alg: -7}]}})",
    'keep what it stores for ever': 'return await navigator.storage.persist()',
    'give the page another size': 'top.resizeBy(9, 9); return true',
    'scroll the page': 'top.scrollTo(0, 9); return true',
    'put itself on top of the page':
      "const own = document.body.appendChild(document.createElement('div')); own.popover = 'manual'; own.showPopover(); return innerHeight > 120",
  }).map(([what, code]) => ({what, code})),
  {
    what: 'offer a download',
    code: `const a = document.createElement('a');
      a.href = 'data:text/plain,escaped'; a.download = 'escaped.txt';
      document.body.append(a); a.click(); return false`,
  },
].map((attempt) => ({...attempt, ...IN_DOCUMENT}));

/** Changes that a plugin may not make, or may not make without permission. */
export const STATE_ATTEMPTS: readonly EscapeAttempt[] = [
  {
    what: 'make a region without permission',
    code: `LSI.annotation.createResult({start: 0, end: 2, text: 'He'},
      {labels: ['PER']}, 'label', 'text'); return true`,
  },
  {
    what: 'make an answer without permission',
    code: `LSI.annotation.createResult({}, {choices: ['Good']}, 'tone', 'text');
      return true`,
  },
  {
    what: 'delete a region that it did not make',
    code: 'LSI.annotation.deleteRegion(LSI.regions[0]); return true',
    permissions: ['write:own'],
  },
  {
    what: 'change a region that it did not make',
    code: `LSI.regions[0].setMetaText('escaped'); return true`,
    permissions: ['write:own'],
  },
  {
    what: 'hide a region that it did not make',
    code: 'LSI.regions[0].toggleHidden(); return true',
    permissions: ['write:own', 'veto'],
  },
  {
    what: 'delete every region',
    code: 'LSI.annotation.deleteAllRegions({deleteReadOnly: true}); return true',
    permissions: ['write:own'],
  },
  {
    what: 'read results in without permission',
    code: `LSI.annotation.deserializeResults([{from_name: 'tone', to_name: 'text',
      type: 'choices', value: {choices: ['Bad']}}]); return LSI.regions.length > 2`,
  },
  {
    what: 'link regions that it did not make',
    code: `const [a, b] = LSI.regions;
      LSI.annotation.relationStore.addRelation(a, b); return true`,
    permissions: ['write:own'],
  },
  {
    what: 'undo what a person did',
    code: `await Htx.annotationStore.selected.store.annotationStore; 
      LSI.annotation.undo(); return LSI.annotation.history.canUndo`,
    permissions: ['write:own'],
  },
  {
    what: 'write to another annotation',
    code: `const [, other] = Htx.annotationStore.annotations;
      other.createResult({start: 0, end: 2, text: 'He'}, {labels: ['PER']},
        'label', 'text'); return true`,
    permissions: ['write'],
  },
  {
    what: 'delete an annotation',
    code: `Htx.annotationStore.deleteAnnotation(LSI.annotation); return true`,
    permissions: ['write'],
  },
  {
    what: 'choose another annotation',
    code: `Htx.annotationStore.selectAnnotation(
      Htx.annotationStore.annotations[1].id); return true`,
    permissions: ['write', 'submit'],
  },
  {
    what: 'make an annotation',
    code: `Htx.annotationStore.createAnnotation(); return true`,
    permissions: ['write'],
  },
  {
    what: 'mark the reference answer',
    code: `LSI.annotation.setGroundTruth(true); return true`,
    permissions: ['write'],
  },
  {
    what: 'give the annotation another id',
    code: `LSI.annotation.updatePersonalKey(99); return true`,
    permissions: ['write'],
  },
  {
    what: 'take another task',
    code: `Htx.assignTask({id: 8, data: {}}); return true`,
    permissions: ['write'],
  },
  {
    what: 'submit without permission',
    code: 'return await Htx.submitAnnotation()',
    permissions: ['write', 'veto'],
  },
  {
    what: 'skip without permission',
    code: 'return await Htx.skipTask()',
    permissions: ['write', 'veto'],
  },
  {
    what: 'select without permission',
    code: 'LSI.annotation.selectArea(LSI.regions[0]); return true',
  },
  {
    what: 'type for a person',
    code: `LSI.annotation.names.get('text').setRemoteValue('escaped'); return true`,
    permissions: ['write:own', 'veto'],
  },
  {
    what: 'make a region with the id of another',
    code: `LSI.annotation.deserializeResults([{id: 'a', from_name: 'label',
      to_name: 'text', type: 'labels',
      value: {start: 0, end: 1, labels: ['PER']}}]);
      return false`,
    permissions: ['modal'],
  },
  {
    what: 'reach into prototypes by what it writes',
    code: `LSI.annotation.deserializeResults(JSON.parse(
      '[{"id": "__proto__", "from_name": "label", "to_name": "text",' +
      '"type": "labels", "value": {"start": 0, "end": 2, "labels": ["PER"]},' +
      '"meta": {"__proto__": {"lsEscaped": 1}}}]'));
      return false`,
    permissions: ['modal'],
  },
  {
    what: 'change the task that others see',
    code: `LSI.task.data.text = 'escaped'; return false`,
    permissions: ['write'],
  },
];
