import {expect} from '@open-wc/testing';

const POLICY =
  "script-src 'self' 'nonce-n1'; require-trusted-types-for 'script'; " +
  'trusted-types ls-annotation-plugins';

/** Runs a plugin on a page that requires Trusted Types. */
async function runTrusted(source: object): Promise<readonly string[]> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html><head>
    <meta http-equiv="Content-Security-Policy" content="${POLICY}"></head><body>
    <script type="module" nonce="n1">
      const {sandboxSetup} = await import(
        '/packages/plugins/src/sandbox/testing/sandbox-setup.ts'
      );
      const source = ${JSON.stringify(source)};
      const {modals, errors, close} = await sandboxSetup({
        ...source,
        runtime: {nonce: 'n1'},
      });
      const said = [...errors, ...modals].map(({message}) => message);
      parent.postMessage(said, '*');
      close();
    </script></body></html>`;
  const answer = new Promise<readonly string[]>((resolve) => {
    addEventListener('message', ({source: from, data}: MessageEvent) => {
      if (from === frame.contentWindow) resolve(data as readonly string[]);
    });
  });
  document.body.append(frame);
  try {
    return await answer;
  } finally {
    frame.remove();
  }
}

const CODE = 'Htx.showModal(String(LSI.regions.length))';
const SCRIPT = '/packages/plugins/fixtures/spelling.js';

describe('trusted()', () => {
  const ROWS = [
    {what: 'a script', source: {sandbox: false, code: CODE}, says: '2'},
    {
      what: 'a script that does not parse, with its place',
      source: {sandbox: false, code: '\n)'},
      says: '(line 2, column 1)',
    },
    {
      what: 'a sandboxed script',
      source: {code: CODE, permissions: ['modal']},
      says: '2',
    },
    {
      what: 'a sandboxed script with a document and a library',
      source: {
        code: `await LSI.import('${SCRIPT}'); Htx.showModal(typeof Spelling)`,
        permissions: ['modal', `network:${location.origin}`],
        slot: 'status',
      },
      says: 'function',
    },
  ];
  for (const {what, source, says} of ROWS) {
    it(`lets ${what} run where Trusted Types are required`, async () => {
      const said = await runTrusted(source);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(says);
    });
  }
});
