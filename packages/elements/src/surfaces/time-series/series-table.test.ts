import {expect} from '@open-wc/testing';

import {columnPlace, readSeriesTable} from './series-table.js';
import type {SeriesTable} from './series-table.js';

function tableOf(value: unknown, separator = ','): SeriesTable {
  const table = readSeriesTable(value, separator);
  if (!table.ok) throw new Error(table.problem);
  return table.value;
}

function problemOf(value: unknown, separator = ','): string {
  const table = readSeriesTable(value, separator);
  return table.ok ? '' : table.problem;
}

describe('readSeriesTable()', () => {
  it('reads an object of lists and leaves out what is none', () => {
    const {names, columns} = tableOf({a: [1, 2], note: 'x', b: [3, 4]});
    expect(names).to.deep.equal(['a', 'b']);
    expect(columns).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
  });

  it('reads a list of objects, and text of either', () => {
    const expected = {
      names: ['a', 'b'],
      columns: [
        [1, 2],
        [3, undefined],
      ],
    };
    const rows = [{a: 1, b: 3}, {a: 2}];
    expect(tableOf(rows)).to.deep.equal(expected);
    expect(tableOf(JSON.stringify(rows))).to.deep.equal(expected);
  });

  it('takes the first line for headings when the next differs in kind', () => {
    expect(tableOf('time,v\n2026-01-01,1').names).to.deep.equal(['time', 'v']);
    expect(tableOf('1,2\n3,4').names).to.deep.equal(['0', '1']);
    expect(tableOf('2026-01-01,1\n2026-01-02,2').names).to.deep.equal([
      '0',
      '1',
    ]);
  });

  it('reads quotes, line ends of any system and empty lines', () => {
    const text = '"a, b",c\r\n1,2\r\n\r\n3,4\n';
    expect(tableOf(text)).to.deep.equal({
      names: ['a, b', 'c'],
      columns: [
        ['1', '3'],
        ['2', '4'],
      ],
    });
  });

  for (const [sep, text] of [
    ['tab', 'a\tb\n1\t2'],
    ['\\t', 'a\tb\n1\t2'],
    [';', 'a;b\n1;2'],
    ['space', 'a b\n1 2'],
    ['auto', 'a|b\n1|2'],
    ['auto', 'a;b\n1;2'],
  ] as const) {
    it(`divides columns by "${sep}"`, () => {
      expect(tableOf(text, sep).names).to.deep.equal(['a', 'b']);
    });
  }

  it('reads a file of one column', () => {
    expect(tableOf('v\n1\n2').columns).to.deep.equal([['1', '2']]);
  });

  it('says what is wrong with anything else', () => {
    expect(problemOf(null)).to.match(/no data in this task/);
    expect(problemOf(5)).to.match(/cannot show "5"/);
    expect(problemOf([])).to.match(/no rows/);
    expect(problemOf([1, 2])).to.match(/a list of such things/);
    expect(problemOf('  ')).to.match(/empty/);
    expect(problemOf('<html>')).to.match(/HTML/);
    expect(problemOf('a;b\n1;2')).to.match(/Say with sep/);
    expect(problemOf('https://x.test/a.csv')).to.match(/valueType="url"/);
    expect(problemOf('/a.csv')).to.match(/valueType="url"/);
  });
});

describe('columnPlace()', () => {
  const table = {names: ['Time', '2', 'v'], columns: []};

  it('finds a column by its name in any case, before its number', () => {
    expect(columnPlace(table, 'time')).to.equal(0);
    expect(columnPlace(table, '2')).to.equal(1);
    expect(columnPlace(table, '0')).to.equal(0);
    expect(columnPlace(table, '7')).to.equal(-1);
    expect(columnPlace(table, 'x')).to.equal(-1);
  });
});
