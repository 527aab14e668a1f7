import {expect} from '@open-wc/testing';

import {ParameterDefinitionError} from '../errors.js';

import {FloatParameter} from './float-parameter.js';
import {IntParameter} from './int-parameter.js';
import {StringParameter} from './string-parameter.js';
import {TableParameter} from './table-parameter.js';
import type {TableParameterOptions} from './table-parameter.js';

function setup(overrides: Partial<TableParameterOptions> = {}): TableParameter {
  return new TableParameter({
    name: 't',
    columns: [
      new StringParameter({name: 'text'}),
      new IntParameter({name: 'count', required: false}),
    ],
    ...overrides,
  });
}

describe('TableParameter', () => {
  describe('columns', () => {
    it('are at least one', () => {
      expect(() => setup({columns: []})).to.throw(
        ParameterDefinitionError,
        'at least one column',
      );
    });

    it('have names of their own', () => {
      const columns = [
        new StringParameter({name: 'a'}),
        new IntParameter({name: 'a'}),
      ];
      expect(() => setup({columns})).to.throw(ParameterDefinitionError, "'a'");
    });

    it('are no tables', () => {
      expect(() => setup({columns: [setup()]})).to.throw(
        ParameterDefinitionError,
      );
    });
  });

  describe('default', () => {
    it('may be no rows, which is not the same as none', () => {
      expect(setup({default: []}).default).to.deep.equal([]);
      expect(setup().default).to.be.null;
    });

    it('is checked row by row', () => {
      const bad: readonly [unknown, string][] = [
        ['x', "Expected value of type 'list' but got string"],
        [[3], "Expected row 0 of type 'dict' but got number"],
        [
          [{text: 'a'}],
          "Row 0 must have exactly the columns ['text', 'count']",
        ],
        [[{text: 'a', count: 1, more: 2}], "but got ['text', 'count', 'more']"],
        [[{text: 1, count: 1}], "Expected value of type 'str'"],
        [[{text: 'a', count: true}], "Expected value of type 'int'"],
      ];
      for (const [value, message] of bad) {
        expect(() => setup({default: value as never})).to.throw(
          ParameterDefinitionError,
          message,
        );
      }
    });
  });

  describe('validate()', () => {
    it('wants a row when it is required', () => {
      for (const value of [undefined, null, []]) {
        expect(setup().validate(value)[0]?.code).to.equal('parameter/required');
        expect(setup({required: false}).validate(value)).to.be.empty;
      }
    });

    it('points at the cell', () => {
      const columns = [new FloatParameter({name: 'x', min: 0, max: 1})];
      const issues = setup({columns}).validate([{x: 0}, {x: 2}, {x: null}]);
      expect(issues.map(({path, code}) => [path, code])).to.deep.equal([
        ['/t/1/x', 'parameter/range'],
        ['/t/2/x', 'parameter/required'],
      ]);
    });

    it('lets optional cells be empty but not absent', () => {
      expect(setup().validate([{text: 'a', count: null}])).to.be.empty;
      expect(setup().validate([{text: 'a'}])[0]?.code).to.equal(
        'parameter/columns',
      );
    });
  });

  it('normalises cells to the order of the columns', () => {
    const [row] = setup().normalize([{count: 1, text: 'a'}]);
    expect(Object.keys(row!)).to.deep.equal(['text', 'count']);
  });

  it('writes columns with five keys each', () => {
    const {columns} = setup().toView();
    expect(columns).to.deep.equal([
      {
        name: 'text',
        description: '',
        default: null,
        required: true,
        param_type: 'str',
      },
      {
        name: 'count',
        description: '',
        default: null,
        required: false,
        param_type: 'int',
      },
    ]);
  });
});
