import {expect} from '@open-wc/testing';

import {ParameterDefinitionError} from '../errors.js';

import type {BaseParameter, ParameterOptions} from './base-parameter.js';
import {BoolParameter} from './bool-parameter.js';
import {FloatParameter} from './float-parameter.js';
import {IntParameter} from './int-parameter.js';
import {StringParameter} from './string-parameter.js';
import {UnknownParameter} from './unknown-parameter.js';

interface Row {
  readonly type: string;
  readonly make: (options: Partial<ParameterOptions<never>>) => BaseParameter;
  readonly fits: readonly unknown[];
  readonly misfits: readonly [value: unknown, code: string][];
  readonly badDefaults: readonly unknown[];
  readonly texts: readonly [text: string, value: unknown][];
  readonly badTexts: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    type: 'str',
    make: (options) => new StringParameter({name: 'p', ...options}),
    fits: ['a', ' a ', '0', 'false'],
    misfits: [
      [1, 'parameter/type'],
      [true, 'parameter/type'],
      [['a'], 'parameter/type'],
      [{}, 'parameter/type'],
    ],
    badDefaults: [1, true, []],
    texts: [
      ['a', 'a'],
      [' a ', ' a '],
      ['', undefined],
    ],
    badTexts: [],
  },
  {
    type: 'int',
    make: (options) => new IntParameter({name: 'p', ...options}),
    fits: [0, -1, 42, 2.0, Number.MAX_SAFE_INTEGER],
    misfits: [
      [1.5, 'parameter/integer'],
      [NaN, 'parameter/integer'],
      [Infinity, 'parameter/integer'],
      [2 ** 53, 'parameter/integer'],
      [true, 'parameter/type'],
      ['42', 'parameter/type'],
    ],
    badDefaults: [1.5, true, '42'],
    texts: [
      ['42', 42],
      [' 42 ', 42],
      ['-7', -7],
      ['+7', 7],
      ['−7', -7],
      ['1.', 1],
      ['1e3', 1000],
      ['1.5', 1.5],
      ['', undefined],
      ['  ', undefined],
    ],
    badTexts: ['-', 'x', '1x', '0x10', '1,5', 'Infinity', 'NaN', '1e999', '.'],
  },
  {
    type: 'float',
    make: (options) => new FloatParameter({name: 'p', ...options}),
    fits: [0, -1, 42, 0.5, 1e-7],
    misfits: [
      [NaN, 'parameter/number'],
      [-Infinity, 'parameter/number'],
      [false, 'parameter/type'],
      ['0.5', 'parameter/type'],
    ],
    badDefaults: [true, '0.5', NaN],
    texts: [
      ['0.5', 0.5],
      ['.5', 0.5],
      ['1.', 1],
      ['1e3', 1000],
      ['1E-3', 0.001],
      ['', undefined],
    ],
    badTexts: ['-', '1e', 'abc', '1 2', 'Infinity'],
  },
  {
    type: 'bool',
    make: (options) => new BoolParameter({name: 'p', ...options}),
    fits: [true, false],
    misfits: [
      [0, 'parameter/type'],
      ['true', 'parameter/type'],
    ],
    badDefaults: [1, 'true'],
    texts: [
      ['true', true],
      ['False', false],
      ['', undefined],
    ],
    badTexts: ['yes', '1'],
  },
];

for (const row of ROWS) {
  describe(`parameter type '${row.type}'`, () => {
    it('is required and without a default unless told otherwise', () => {
      const parameter = row.make({});
      expect(parameter.required).to.be.true;
      expect(parameter.default).to.be.null;
      expect(parameter.description).to.equal('');
    });

    it('writes the six keys of LightlyStudio in their order', () => {
      const view = row.make({description: 'd', required: false}).toView();
      expect(Object.entries(view)).to.deep.equal([
        ['name', 'p'],
        ['description', 'd'],
        ['default', null],
        ['required', false],
        ['param_type', row.type],
        ['columns', null],
      ]);
    });

    it('takes the values that fit', () => {
      for (const value of row.fits) {
        expect(row.make({}).validate(value), String(value)).to.be.empty;
        expect(row.make({default: value as never}).default).to.equal(value);
      }
    });

    it('refuses the values that do not', () => {
      for (const [value, code] of row.misfits) {
        for (const required of [true, false]) {
          const issues = row.make({required}).validate(value);
          expect(
            issues.map((issue) => issue.code),
            String(value),
          ).to.deep.equal([code]);
          expect(issues[0]!.path).to.equal('/p');
        }
      }
    });

    it('checks its default when it is made', () => {
      for (const value of row.badDefaults) {
        expect(
          () => row.make({default: value as never}),
          String(value),
        ).to.throw(ParameterDefinitionError);
      }
    });

    it('misses a value only when it is required', () => {
      for (const value of [undefined, null, '']) {
        const [issue] = row.make({}).validate(value);
        expect(issue?.code, String(value)).to.equal('parameter/required');
        expect(row.make({required: false}).validate(value)).to.be.empty;
      }
    });

    it('reads what people type', () => {
      for (const [text, value] of row.texts) {
        const read = row.make({}).parse(text);
        expect(read, text).to.deep.equal({ok: true, value, warnings: []});
      }
    });

    it('refuses text that writes no value', () => {
      for (const text of row.badTexts) {
        expect(row.make({}).parse(text).ok, text).to.be.false;
      }
    });
  });
}

describe('StringParameter', () => {
  it('does not take blanks for a required value', () => {
    const [issue] = new StringParameter({name: 'p'}).validate('  ');
    expect(issue?.code).to.equal('parameter/required');
  });

  it('passes blanks on when the value is optional', () => {
    const parameter = new StringParameter({name: 'p', required: false});
    expect(parameter.validate('  ')).to.be.empty;
    expect(parameter.isEmpty('  ')).to.be.false;
  });
});

describe('the range of numbers', () => {
  const threshold = new FloatParameter({name: 'p', min: 0, max: 1});

  it('includes its ends', () => {
    expect(threshold.validate(0)).to.be.empty;
    expect(threshold.validate(1)).to.be.empty;
  });

  it('names both ends to who leaves it', () => {
    for (const value of [-0.1, 1.5]) {
      const [issue] = threshold.validate(value);
      expect(issue?.code).to.equal('parameter/range');
      expect(issue?.message).to.equal('Enter a value from 0 to 1.');
    }
  });

  it('may have one end', () => {
    const below = new IntParameter({name: 'p', min: 3});
    const above = new IntParameter({name: 'p', max: 3});
    expect(below.validate(2)[0]?.message).to.contain('at least 3');
    expect(above.validate(4)[0]?.message).to.contain('at most 3');
  });

  it('holds for the default', () => {
    expect(() => new IntParameter({name: 'p', max: 3, default: 4})).to.throw(
      ParameterDefinitionError,
    );
  });

  it('cannot be empty', () => {
    expect(() => new IntParameter({name: 'p', min: 1, max: 0})).to.throw(
      ParameterDefinitionError,
    );
  });

  it('goes on the wire as extension keys', () => {
    expect(threshold.toView()).to.include({min: 0, max: 1});
    expect(new FloatParameter({name: 'p'}).toView()).not.to.have.any.keys(
      'min',
      'max',
    );
  });
});

describe('BaseParameter', () => {
  it('needs a name', () => {
    expect(() => new StringParameter({name: ''})).to.throw(
      ParameterDefinitionError,
    );
  });

  it('escapes its name in paths', () => {
    const [issue] = new StringParameter({name: 'a/b~c'}).validate(null);
    expect(issue?.path).to.equal('/a~1b~0c');
  });
});

describe('UnknownParameter', () => {
  it('takes any value and keeps its type', () => {
    const parameter = new UnknownParameter({name: 'p', paramType: 'colour'});
    expect(parameter.validate({r: 1})).to.be.empty;
    expect(parameter.validate('')[0]?.code).to.equal('parameter/required');
    expect(parameter.toView().param_type).to.equal('colour');
  });
});
