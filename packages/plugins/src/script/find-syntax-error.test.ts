import {expect} from '@open-wc/testing';

import {findSyntaxError} from './find-syntax-error.js';

const SCRIPT = {kind: 'script', nonce: ''} as const;
const NONCED = {kind: 'script', nonce: 'n1'} as const;
const MODULE = {kind: 'module', nonce: ''} as const;

describe('findSyntaxError()', () => {
  it('finds nothing in scripts and modules that parse', async () => {
    for (const options of [SCRIPT, NONCED]) {
      const script = 'return await LSI;';
      expect(await findSyntaxError(script, options)).to.equal(null);
    }
    const code = 'const x = await 1; export default x;';
    expect(await findSyntaxError(code, MODULE)).to.equal(null);
  });

  it('tells reason, line and column', async () => {
    for (const options of [SCRIPT, NONCED]) {
      const script = await findSyntaxError('f();\nlet b = = 2;', options);
      expect(script?.position).to.deep.equal({line: 2, column: 9});
      expect(script?.message).to.contain("Unexpected token '='");
      const open = await findSyntaxError('f(() => {\n', options);
      expect(open?.position).to.deep.equal({line: 2, column: 1});
    }
    const module = await findSyntaxError('export const;\n', MODULE);
    expect(module?.position).to.deep.equal({line: 1, column: 13});
    expect(module?.message).to.contain('Unexpected token');
  });

  it('asks for nothing that a module imports', async () => {
    const requests = new URL('/__requests__/', location.href).href;
    const code = `import '${requests}import-of-a-check'; export {};`;
    expect(await findSyntaxError(code, MODULE)).to.equal(null);
    expect(await (await fetch(requests)).text()).not.to.contain(
      'import-of-a-check',
    );
  });

  it('does not run what it reads', async () => {
    await findSyntaxError('lsRan = 1;', SCRIPT);
    await findSyntaxError('}); lsRan = 1; (function () {', SCRIPT);
    await findSyntaxError('lsRan = 1;', NONCED);
    await findSyntaxError('}); top.lsRan = 1; (function () {', NONCED);
    await findSyntaxError('globalThis.lsRan = 1; export {};', MODULE);
    expect('lsRan' in globalThis).to.equal(false);
    expect(document.querySelectorAll('iframe')).to.have.length(0);
  });
});
