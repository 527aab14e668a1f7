import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import type {ConfigTag} from '../config/config-tag.js';

import {maxRating, nextValue} from './next-value.js';

function setup(tag: string): ConfigTag {
  return labelConfigFromXml(
    `<View><Text name="t" value="$t"/><${tag} name="n"/></View>`,
  ).byName.get('n')!;
}

describe('maxRating()', () => {
  for (const [tag, expected] of [
    ['Rating', 5],
    ['Rating maxRating="10"', 10],
    ['Rating maxRating="many"', 5],
    ['Rating maxRating="0"', 1],
  ] as const) {
    it(`of ${tag} is ${expected}`, () => {
      expect(maxRating(setup(tag))).to.equal(expected);
    });
  }
});

describe('nextValue()', () => {
  type Row = readonly [tag: string, value: unknown, expected: number];
  const rows: readonly Row[] = [
    ['Rating', undefined, 1],
    ['Rating', 0, 1],
    ['Rating', 4, 5],
    ['Rating', 5, 0],
    ['Rating maxRating="2"', 2, 0],
    ['Number', undefined, 1],
    ['Number', -3, 1],
    ['Number', 7.5, 8.5],
    ['Number max="8"', 8, 0],
    ['Number max="8"', 7, 8],
  ];
  for (const [tag, value, expected] of rows) {
    it(`of ${tag} after ${String(value)} is ${expected}`, () => {
      expect(nextValue(setup(tag), value)).to.equal(expected);
    });
  }
});
