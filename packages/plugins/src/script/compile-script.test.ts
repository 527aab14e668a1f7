import {expect} from '@open-wc/testing';

import type {PluginSyntaxError} from '../errors.js';

import {compileScript} from './compile-script.js';
import {errorPosition} from './error-position.js';

const OPTIONS = {sourceUrl: 'ls-plugin-test.js', nonce: ''};

async function syntaxErrorOf(code: string): Promise<PluginSyntaxError> {
  try {
    await compileScript(code, OPTIONS);
  } catch (error) {
    return error as PluginSyntaxError;
  }
  throw new Error('It compiled.');
}

/** Runs a module in a frame under a policy; answers what it posts. */
async function runUnderPolicy(policy: string, body: string): Promise<unknown> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <script type="module" nonce="n1">
      import {compileScript} from '/packages/plugins/src/script/compile-script.ts';
      try {
        ${body}
      } catch (error) {
        parent.postMessage({code: error.code, line: error.line}, '*');
      }
    </script>`;
  const answer = new Promise((resolve) => {
    addEventListener('message', (event) => {
      if (event.source === frame.contentWindow) resolve(event.data);
    });
  });
  document.body.append(frame);
  try {
    return await answer;
  } finally {
    frame.remove();
  }
}

describe('compileScript()', () => {
  it('puts LSI, Htx and DM in scope of the source', async () => {
    const run = await compileScript('return [LSI, Htx, DM];', OPTIONS);
    expect(await run('a', 'b', 'c')).to.deep.equal(['a', 'b', 'c']);
  });

  it('runs the source in sloppy mode', async () => {
    const run = await compileScript(
      'lsUndeclared = 7; return [lsUndeclared, typeof this];',
      OPTIONS,
    );
    expect(await run(null, null, null)).to.deep.equal([7, 'object']);
    Reflect.deleteProperty(globalThis, 'lsUndeclared');
  });

  it('lets the source await at its top level', async () => {
    const run = await compileScript('return await LSI;', OPTIONS);
    expect(await run(Promise.resolve(3), null, null)).to.equal(3);
  });

  it('takes a source that ends in a comment', async () => {
    const run = await compileScript('return 1; // done', OPTIONS);
    expect(await run(null, null, null)).to.equal(1);
  });

  it('names line and column of the author’s file in a syntax error', async () => {
    const error = await syntaxErrorOf('const a = 1;\nconst b = = 2;\n');
    expect(error.code).to.equal('plugin/syntax');
    expect(error.line).to.equal(2);
    expect(error.column).to.equal(11);
  });

  it('names the end of a file that breaks off', async () => {
    const error = await syntaxErrorOf('if (true) {\n  f(');
    expect(error.line).to.equal(2);
  });

  it('refuses a source that closes the function around it', async () => {
    const error = await syntaxErrorOf(
      '}); window.lsBrokeOut = 1; (function(){',
    );
    expect(error.code).to.equal('plugin/syntax');
    expect('lsBrokeOut' in globalThis).to.equal(false);
  });

  it('keeps the page’s error handlers out of it', async () => {
    let heard = 0;
    const onError = (): void => {
      heard += 1;
    };
    addEventListener('error', onError);
    await syntaxErrorOf('let let = 1');
    removeEventListener('error', onError);
    expect(heard).to.equal(0);
    expect(document.querySelectorAll('iframe[hidden]')).to.have.length(0);
  });

  it('keeps the line numbers of the file in stacks', async () => {
    const run = await compileScript('\n\n  missing();', OPTIONS);
    const error = await run(null, null, null).catch((e: unknown) => e);
    expect(errorPosition(error, OPTIONS.sourceUrl)).to.deep.equal({
      line: 3,
      column: 3,
    });
  });

  describe('under a policy without unsafe-eval', () => {
    const POLICY = "script-src 'self' 'nonce-n1'";

    it('uses a script element with the nonce', async () => {
      const answer = await runUnderPolicy(
        POLICY,
        `const run = await compileScript(
           'lsSloppy = LSI + 1; return lsSloppy;',
           {sourceUrl: 'x.js', nonce: 'n1'});
         parent.postMessage(await run(1), '*');`,
      );
      expect(answer).to.equal(2);
    });

    it('tells line and column of a syntax error all the same', async () => {
      const answer = await runUnderPolicy(
        POLICY,
        `await compileScript('f();\\nlet let = 1;', {sourceUrl: 'x.js', nonce: 'n1'});`,
      );
      expect(answer).to.deep.equal({code: 'plugin/syntax', line: 2});
    });

    it('reports the policy when there is no nonce', async () => {
      const answer = await runUnderPolicy(
        POLICY,
        `await compileScript('return 1', {sourceUrl: 'x.js', nonce: ''});`,
      );
      expect(answer).to.deep.include({code: 'plugin/policy'});
    });
  });
});
