import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import {checkNumber} from './number-value.js';

type Row = readonly [attributes: string, value: number, problem: string | null];

const LEAST = 'Value must be greater than or equal to';
const MOST = 'Value must be less than or equal to';
const STEP = 'The two nearest valid values are';

const ROWS: readonly Row[] = [
  ['', 1e9, null],
  ['min="1" max="10"', 1, null],
  ['min="1" max="10"', 10, null],
  ['min="1" max="10"', 0, `${LEAST} 1`],
  ['min="1" max="10"', 11, `${MOST} 10`],
  ['min="-5"', -5.5, `${LEAST} -5`],
  ['step="2"', 4, null],
  ['step="2"', -4, null],
  ['step="2"', 5, `${STEP} 4 and 6`],
  ['step="2"', -5, `${STEP} -6 and -4`],
  ['step="2" min="1"', 5, null],
  ['step="2" min="1"', 4, `${STEP} 3 and 5`],
  ['step="0.1"', 0.3, null],
  ['step="0.1"', 0.35, `${STEP} 0.3 and 0.4`],
  ['step="0.01" min="0.05"', 1.15, null],
  ['step="0"', 0.3, null],
  ['min="2" step="5"', 1, `${LEAST} 2, ${STEP} -3 and 2`],
];

describe('checkNumber()', () => {
  for (const [attributes, value, problem] of ROWS) {
    it(`${problem === null ? 'accepts' : 'refuses'} ${value} with ${attributes || 'no bounds'}`, () => {
      const {root} = labelConfigFromXml(
        `<View><Text name="t" value="$t"/><Number name="n" ${attributes}/></View>`,
      );
      expect(checkNumber(root.children[1]!, value)).to.equal(
        problem === null ? null : `Number "${value}" is not valid: ${problem}.`,
      );
    });
  }
});
