import {expect} from '@open-wc/testing';

import type {LsError} from '@ls-annotation/core';

import type {PluginDefinition} from '../plugin-definition.js';

import {checkManifest} from './check-manifest.js';

function check(fields: object): LsError & {readonly field?: string} {
  try {
    checkManifest({
      id: 'x',
      activate: () => undefined,
      ...fields,
    } satisfies PluginDefinition);
  } catch (error) {
    return error as LsError;
  }
  throw new Error('The manifest is right.');
}

const ROWS: readonly (readonly [string, object])[] = [
  ['id', {id: ' '}],
  ['id', {id: 7}],
  ['name', {name: ''}],
  ['version', {version: 1}],
  ['host', {host: 'newest'}],
  ['requires', {requires: 'a'}],
  ['requires/1', {requires: [{name: 'a'}, 'b']}],
  ['provides/0', {provides: [{}]}],
  ['permissions/0', {permissions: ['everything']}],
  ['settings/0/name', {settings: [{}]}],
  ['settings/1/name', {settings: [{name: 'a'}, {name: 'a'}]}],
];

describe('checkManifest()', () => {
  for (const [field, fields] of ROWS) {
    it(`names ${field} for ${JSON.stringify(fields)}`, () => {
      expect(check(fields)).to.include({code: 'plugin/manifest', field});
    });
  }

  it('refuses a plugin for another version of the host', () => {
    expect(check({host: '^7'})).to.include({
      code: 'plugin/host-version',
      range: '^7',
    });
  });

  it('accepts a complete manifest', () => {
    expect(() => {
      checkManifest({
        id: 'x',
        name: 'X',
        version: '1.0.0',
        host: '^0.1',
        permissions: ['write:own', 'network:api.example.com'],
        settings: [{name: 'limit', param_type: 'int'}],
        requires: [{name: 'a'}],
        activate: () => undefined,
      });
    }).not.to.throw();
  });
});
