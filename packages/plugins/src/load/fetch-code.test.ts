import {expect} from '@open-wc/testing';

import type {LsError} from '@ls-annotation/core';

import {fetchCode} from './fetch-code.js';
import {integrityOf} from './integrity.js';

const FIXTURES = '/packages/plugins/fixtures/';

async function failure(url: string, integrity = ''): Promise<LsError> {
  try {
    await fetchCode(new URL(url, location.href).href, integrity);
  } catch (error) {
    return error as LsError;
  }
  throw new Error('It resolved.');
}

const BAD_ANSWERS = [
  {what: 'a 404', url: '/fixtures/nowhere.js', code: 'plugin/fetch'},
  {what: 'no answer', url: 'http://127.0.0.1:1/x.js', code: 'plugin/fetch'},
  {
    what: 'an HTML page',
    url: 'data:text/html,<p>Sign in</p>',
    code: 'plugin/not-script',
  },
  {
    what: 'an HTML page that says it is text',
    url: 'data:text/plain,<!doctype html><p>Sign in</p>',
    code: 'plugin/not-script',
  },
  {
    what: 'JSON',
    url: 'data:application/json,{}',
    code: 'plugin/not-script',
  },
];

describe('fetchCode()', () => {
  it('returns the source', async () => {
    const url = new URL(`${FIXTURES}no-plugin.js`, location.href).href;
    expect(await fetchCode(url, '')).to.contain('answer = 42');
  });

  for (const {what, url, code} of BAD_ANSWERS) {
    it(`tells of ${what}, naming the address`, async () => {
      const error = await failure(url);
      expect(error.code).to.equal(code);
      expect(error.message).to.contain(new URL(url, location.href).href);
    });
  }

  it('takes bytes that have the hash, and no others', async () => {
    const url = new URL(`${FIXTURES}no-plugin.js`, location.href).href;
    const bytes = await (await fetch(url)).arrayBuffer();
    const integrity = await integrityOf(bytes, 'sha384');
    expect(await fetchCode(url, integrity)).to.contain('answer');
    const error = await failure(`${FIXTURES}module-plugin.js`, integrity);
    expect(error.code).to.equal('plugin/integrity');
  });
});
