import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import type {ConfigTag} from '../config/config-tag.js';

import {
  checkDateTime,
  dateTimeFields,
  dateTimeFormat,
  formatDateTime,
  parseDateTime,
} from './date-time.js';

function setup(attributes = ''): ConfigTag {
  return labelConfigFromXml(
    `<View><Text name="t" value="$t"/><DateTime name="d" ${attributes}/></View>`,
  ).byName.get('d')!;
}

const PARTS = {year: 2024, month: 1, day: 31, hour: 9, minute: 5, second: 7};

describe('dateTimeFields()', () => {
  for (const [attributes, expected] of [
    ['', 'date,time'],
    ['only="date"', 'date'],
    ['only="month, year"', 'month,year'],
    ['only=""', 'date,time'],
  ] as const) {
    it(`of a control with ${attributes || 'nothing'} are ${expected}`, () => {
      expect([...dateTimeFields(setup(attributes))].join()).to.equal(expected);
    });
  }
});

describe('dateTimeFormat()', () => {
  for (const [attributes, expected] of [
    ['', '%Y-%m-%dT%H:%M'],
    ['only="date"', '%Y-%m-%d'],
    ['only="year"', '%Y-%m-%d'],
    ['only="date,time"', '%Y-%m-%dT%H:%M'],
    ['only="time"', '%H:%M'],
    ['only="time" format="%Y"', '%H:%M'],
    ['format="%d.%m.%Y"', '%d.%m.%Y'],
  ] as const) {
    it(`of a control with ${attributes || 'nothing'} is ${expected}`, () => {
      expect(dateTimeFormat(setup(attributes))).to.equal(expected);
    });
  }
});

const FORMATS: readonly (readonly [format: string, text: string])[] = [
  ['%Y-%m-%dT%H:%M', '2024-01-31T09:05'],
  ['%d.%m.%Y %H:%M:%S', '31.01.2024 09:05:07'],
  ['%e/%m/%Y', '31/01/2024'],
  ['%Y', '2024'],
  ['(%m) [%d] 100%%', '(01) [31] 100%'],
  ['%q %d', '%q 31'],
];

describe('formatDateTime()', () => {
  for (const [format, text] of FORMATS) {
    it(`writes "${text}" with "${format}"`, () => {
      expect(formatDateTime(PARTS, format)).to.equal(text);
    });
  }

  it('takes what is not given for the first of its kind', () => {
    expect(formatDateTime({year: 2024}, '%Y-%m-%dT%H:%M')).to.equal(
      '2024-01-01T00:00',
    );
    expect(formatDateTime({year: 33, month: 2}, '%Y-%m')).to.equal('0033-02');
  });
});

describe('parseDateTime()', () => {
  for (const [format, text] of FORMATS) {
    it(`reads "${text}" with "${format}"`, () => {
      const parts = parseDateTime(text, format);
      expect(parts).not.to.equal(null);
      expect(PARTS).to.include(parts!);
      expect(formatDateTime(parts!, format)).to.equal(text);
    });
  }

  for (const [text, format] of [
    ['2024-02-30', '%Y-%m-%d'],
    ['2023-02-29', '%Y-%m-%d'],
    ['2024-13-01', '%Y-%m-%d'],
    ['2024-00-10', '%Y-%m-%d'],
    ['24:00', '%H:%M'],
    ['12:60', '%H:%M'],
    ['2024-01-31x', '%Y-%m-%d'],
    ['31x01', '%d.%m'],
    ['', '%Y'],
  ] as const) {
    it(`does not read "${text}" with "${format}"`, () => {
      expect(parseDateTime(text, format)).to.equal(null);
    });
  }

  it('knows leap days and single digits', () => {
    expect(parseDateTime('2024-2-29', '%Y-%m-%d')).to.deep.equal({
      year: 2024,
      month: 2,
      day: 29,
    });
  });
});

describe('checkDateTime()', () => {
  type Row = readonly [string, unknown, string | null];
  const rows: readonly Row[] = [
    ['', '1066-10-14T09:00', null],
    ['min="2021-11-10"', '2021-11-10T00:00', null],
    ['min="2021-11-10"', '2021-11-09T23:59', 'min date is 2021-11-10'],
    [
      'min="2021-11-10" format="%d.%m.%Y %H:%M"',
      '09.11.2021 10:00',
      'min date is 2021-11-10',
    ],
    ['min="2021-11-10" format="%d.%m.%Y %H:%M"', '11.11.2021 10:00', null],
    ['only="date" max="2020-01-01"', '2020-01-02', 'max date is 2020-01-01'],
    ['only="year" min="2000"', '1999-01-01', 'min date is 2000'],
    ['only="year" max="2000" format="%Y"', 2001, 'max date is 2000'],
    ['only="year" max="2000" format="%Y"', '2000', null],
    ['only="year" max="current"', '2999-01-01', 'max date is 2'],
    ['only="year" min="current"', '1999-01-01', 'min date is 2'],
    ['only="time" min="10:00"', '09:00', null],
    ['min="2021-11-10"', undefined, null],
  ];
  for (const [attributes, value, problem] of rows) {
    it(`${problem === null ? 'accepts' : 'refuses'} ${String(value)} with ${attributes || 'no bounds'}`, () => {
      const message = checkDateTime(setup(attributes), value);
      if (problem === null) expect(message).to.equal(null);
      else expect(message).to.match(/^Date "[\d-]+" is not valid: .*\.$/);
      if (problem !== null) expect(message).to.contain(problem);
    });
  }
});
