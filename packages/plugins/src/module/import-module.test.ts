import {expect} from '@open-wc/testing';

import type {PluginSyntaxError} from '../errors.js';
import {integrityOf} from '../load/integrity.js';

import {importInline, importModule} from './import-module.js';

const OPTIONS = {integrity: '', nonce: ''};

function fixture(name: string): string {
  return new URL(`/packages/plugins/fixtures/${name}`, location.href).href;
}

async function failure(work: Promise<unknown>): Promise<PluginSyntaxError> {
  try {
    await work;
  } catch (error) {
    return error as PluginSyntaxError;
  }
  throw new Error('It resolved.');
}

describe('importModule()', () => {
  it('returns the exports', async () => {
    const exports = await importModule(fixture('no-plugin.js'), OPTIONS);
    expect(exports.answer).to.equal(42);
  });

  it('has the browser check the hash', async () => {
    const url = fixture('no-plugin.js?hash');
    const bytes = await (await fetch(url)).arrayBuffer();
    const integrity = await integrityOf(bytes, 'sha384');
    const exports = await importModule(url, {integrity, nonce: ''});
    expect(exports.answer).to.equal(42);
    const wrong = importModule(fixture('module-plugin.js?hash'), {
      integrity,
      nonce: '',
    });
    expect((await failure(wrong)).code).to.equal('plugin/integrity');
  });

  it('names the status of a module that is not there', async () => {
    const error = await failure(importModule(fixture('no.js'), OPTIONS));
    expect(error).to.deep.include({code: 'plugin/fetch', status: 404});
  });

  it('names line and column of a module that does not parse', async () => {
    const code = 'export default {\n  activate( {\n  },\n};';
    const url = URL.createObjectURL(
      new Blob([code], {type: 'text/javascript'}),
    );
    const error = await failure(importModule(url, OPTIONS));
    URL.revokeObjectURL(url);
    expect(error.code).to.equal('plugin/syntax');
    expect(error.line).to.equal(4);
  });
});

describe('importInline()', () => {
  it('imports source text', async () => {
    const exports = await importInline('export default 5', OPTIONS);
    expect(exports.default).to.equal(5);
  });

  it('names line and column of source that does not parse', async () => {
    const error = await failure(importInline('\n\nexport defalt 5', OPTIONS));
    expect(error.line).to.equal(3);
  });

  for (const address of ['./other.js', '/fixtures/nowhere.js']) {
    it(`says that an import does not arrive: ${address}`, async () => {
      const url = address.startsWith('/')
        ? new URL(address, location.href).href
        : address;
      const error = await failure(importInline(`import '${url}'`, OPTIONS));
      expect(error.code).to.equal('plugin/import');
    });
  }

  it('hands on what the module itself throws', async () => {
    const error = await failure(
      importInline('throw new RangeError("no")', OPTIONS),
    );
    expect(error).to.be.instanceOf(RangeError);
  });
});
