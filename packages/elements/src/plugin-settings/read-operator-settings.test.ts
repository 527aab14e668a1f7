import {expect} from '@open-wc/testing';

import type {PluginSetting} from '@ls-annotation/plugins';
import {PluginManifestError} from '@ls-annotation/plugins';

import {readOperatorSettings} from './read-operator-settings.js';

/** A setting that is as it should be. */
const RIGHT: PluginSetting = {name: 'unit', default: 'words'};

/** Schemas that cannot be meant, and words that the error must have. */
const WRONG: readonly (readonly [string, PluginSetting, string])[] = [
  [
    'a default of another type',
    {name: 'limit', param_type: 'int', default: 'many'},
    'default',
  ],
  [
    'a default under the least',
    {name: 'limit', param_type: 'int', default: 0, min: 1},
    'default',
  ],
  [
    'a default that cannot be chosen',
    {name: 'limit', default: 'c', choices: ['a', 'b']},
    'default',
  ],
  [
    'a type that nobody knows',
    {name: 'limit', param_type: 'number'},
    'Use one of str, int',
  ],
  [
    'a bound that is no number',
    {name: 'limit', param_type: 'int', min: 'one'},
    'min',
  ],
  ['a table without columns', {name: 'limit', param_type: 'table'}, 'column'],
  [
    'a column of an unknown type',
    {
      name: 'limit',
      param_type: 'table',
      columns: [{name: 'a', param_type: 'number'}],
    },
    'Use one of str, int',
  ],
];

function manifestError(
  settings: readonly PluginSetting[],
): PluginManifestError {
  try {
    readOperatorSettings(settings);
  } catch (error) {
    if (error instanceof PluginManifestError) return error;
    throw error;
  }
  throw new Error('The settings were accepted.');
}

describe('readOperatorSettings()', () => {
  for (const [what, setting, words] of WRONG) {
    it(`refuses ${what}, with the name of the setting and a remedy`, () => {
      const error = manifestError([RIGHT, setting]);
      expect(error.field).to.equal('settings/1');
      expect(error.message).to.contain('"limit"');
      expect(error.message).to.contain(words);
    });
  }

  it('takes defaults that fit, and keys that it does not know', () => {
    const schema = readOperatorSettings([
      RIGHT,
      {name: 'limit', param_type: 'int', default: 1, min: 1, unit: 'words'},
    ]);
    expect(schema.defaults()).to.deep.equal({unit: 'words', limit: 1});
  });
});
