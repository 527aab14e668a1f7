import {expect} from '@open-wc/testing';

import {HOST_VERSION, isInRange} from './host-range.js';

const ROWS: readonly (readonly [string, string, boolean | null])[] = [
  ['0.1.0', '^0.1', true],
  ['0.1.9', '^0.1.2', true],
  ['0.1.1', '^0.1.2', false],
  ['0.2.0', '^0.1', false],
  ['0.0.3', '^0.0.3', true],
  ['0.0.4', '^0.0.3', false],
  ['1.9.0', '^1.2.3', true],
  ['2.0.0', '^1.2.3', false],
  ['1.2.9', '~1.2.3', true],
  ['1.3.0', '~1.2', false],
  ['1.9.0', '~1', true],
  ['1.4.0', '1.x', true],
  ['2.0.0', '1.x', false],
  ['1.4.0', '1', true],
  ['7.0.0', '*', true],
  ['7.0.0', '', true],
  ['0.1.0', '>=0.1 <2', true],
  ['2.0.0', '>= 0.1 < 2', false],
  ['1.2.0', '>1.2', false],
  ['1.3.0', '>1.2', true],
  ['1.2.1', '>1.2.0', true],
  ['1.2.9', '<=1.2', true],
  ['1.3.0', '<=1.2', false],
  ['3.1.0', '^1 || ^3', true],
  ['2.1.0', '^1 || ^3', false],
  ['0.1.0', 'newest', null],
];

describe('isInRange()', () => {
  for (const [version, range, expected] of ROWS) {
    it(`answers ${expected} for ${version} in "${range}"`, () => {
      expect(isInRange(version, range)).to.equal(expected);
    });
  }

  it('is asked about the version of the package', async () => {
    const response = await fetch('/packages/plugins/package.json');
    const {version} = (await response.json()) as {version: string};
    expect(HOST_VERSION).to.equal(version);
  });
});
