import {expect} from '@open-wc/testing';

import {csvColumns} from './csv-columns.js';

describe('csvColumns()', () => {
  it('gives cells by column, whatever ends the lines', () => {
    const columns = [
      ['a', '1', '3'],
      ['b', '2', '4'],
    ];
    expect(csvColumns('a,b\n1,2\n3,4\n', ',')).to.deep.equal(columns);
    expect(csvColumns('a,b\r\n1,2\r\n\r\n3,4', ',')).to.deep.equal(columns);
  });

  it('fills up short lines and leaves out what is too much', () => {
    expect(csvColumns('a,b,c\n1\n1,2,3,4\n,,\n1,', ',')).to.deep.equal([
      ['a', '1', '1', '', '1'],
      ['b', '', '2', '', ''],
      ['c', '', '3', '', ''],
    ]);
  });

  it('reads quotes', () => {
    expect(csvColumns('"a, b",c\n1,"x ""y"""', ',')).to.deep.equal([
      ['a, b', '1'],
      ['c', 'x "y"'],
    ]);
  });

  it('has nothing of nothing', () => {
    expect(csvColumns('', ',')).to.deep.equal([]);
    expect(csvColumns('\n', ',')).to.deep.equal([]);
  });
});
