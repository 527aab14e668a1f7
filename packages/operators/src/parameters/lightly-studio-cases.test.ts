import {expect} from '@open-wc/testing';

import {instanceOf} from '@ls-annotation/testing';

import type {BaseParameter} from './base-parameter.js';
import {BoolParameter} from './bool-parameter.js';
import {FloatParameter} from './float-parameter.js';
import {IntParameter} from './int-parameter.js';
import {initialValues} from './parameter-values.js';
import type {ParameterDefinition} from './parameter-view.js';
import {readParameters} from './read-parameters.js';
import {StringParameter} from './string-parameter.js';
import {TableParameter} from './table-parameter.js';
import {UnknownParameter} from './unknown-parameter.js';

/*
 * What LightlyStudio's frontend tests of its parameters (1.0.5), said of ours:
 * the type configuration (31), the helpers of tables (11) and the input (3).
 * Where ours does another thing, the name of the test says so.
 */

function one(
  type: string | null | undefined,
  more: Partial<ParameterDefinition> = {},
): BaseParameter {
  const view = {name: 'p', param_type: type as string, ...more};
  const read = readParameters([view]);
  if (!read.ok) throw new Error(read.issues[0]?.message);
  return read.value[0]!;
}

function table(
  columns: readonly ParameterDefinition[],
  more: Partial<ParameterDefinition> = {},
): TableParameter {
  return instanceOf(TableParameter, one('table', {columns, ...more}));
}

function fits(parameter: BaseParameter, value: unknown): boolean {
  return parameter.validate(value).length === 0;
}

const OPTIONAL = {required: false};

describe("LightlyStudio's type configuration", () => {
  it('maps str, int, float and bool to their types', () => {
    expect(one('str')).to.be.instanceOf(StringParameter);
    expect(one('int')).to.be.instanceOf(IntParameter);
    expect(one('float')).to.be.instanceOf(FloatParameter);
    expect(one('bool')).to.be.instanceOf(BoolParameter);
  });

  it('takes a missing type for text', () => {
    expect(one(null)).to.be.instanceOf(StringParameter);
    expect(one(undefined)).to.be.instanceOf(StringParameter);
  });

  it('takes an unknown type for text, and keeps its name', () => {
    expect(one('mystery')).to.be.instanceOf(UnknownParameter);
    expect(one('mystery').paramType).to.equal('mystery');
  });

  it('reads the text of a whole-number cell as a number', () => {
    expect(one('int').parse('7')).to.deep.include({value: 7});
  });

  it('reads the text of a decimal cell as a number', () => {
    expect(one('float').parse('0.25')).to.deep.include({value: 0.25});
  });

  it('reads an emptied number as unset, where theirs keeps a blank', () => {
    expect(one('int').parse('')).to.deep.include({value: undefined});
    expect(one('float').parse('')).to.deep.include({value: undefined});
  });

  it('has a step for decimals where one is given, not always 0.01', () => {
    const stepOf = (more: object) =>
      instanceOf(FloatParameter, one('float', more)).step;
    expect(stepOf({})).to.be.undefined;
    expect(stepOf({step: 0.01})).to.equal(0.01);
  });

  it('keeps the text of an unknown cell as it is', () => {
    expect(one('mystery').parse(' 1 ')).to.deep.include({value: ' 1 '});
  });

  it('has nothing in null and undefined, whatever the type', () => {
    for (const type of ['str', 'int', 'float', 'bool', 'mystery']) {
      expect(fits(one(type), null), type).to.be.false;
      expect(fits(one(type), undefined), type).to.be.false;
    }
  });

  it('has nothing in blanks of a required text', () => {
    expect(fits(one('str'), '   ')).to.be.false;
    expect(fits(one(null), '   ')).to.be.false;
  });

  it('has a value in both booleans', () => {
    expect(fits(one('bool'), true)).to.be.true;
    expect(fits(one('bool'), false)).to.be.true;
  });

  it('has no number in NaN and in blank text', () => {
    for (const type of ['int', 'float']) {
      expect(fits(one(type), NaN)).to.be.false;
      expect(fits(one(type), '')).to.be.false;
      expect(fits(one(type), 0)).to.be.true;
    }
  });

  it('has a value of an unknown type in anything that is not empty', () => {
    expect(fits(one('mystery'), '')).to.be.false;
    expect(fits(one('mystery'), ' ')).to.be.true;
    expect(fits(one('mystery'), {a: 1})).to.be.true;
  });

  it('has a class for each type, and text for the rest', () => {
    const classes = ['str', 'int', 'float', 'bool', 'mystery'].map(
      (type) => one(type).constructor,
    );
    expect(new Set(classes).size).to.equal(5);
    expect(table([{name: 'c'}])).to.be.instanceOf(TableParameter);
  });

  it('has columns in tables alone', () => {
    expect(one('str', {columns: [{name: 'c'}]})).not.to.have.property(
      'columns',
    );
    expect(table([{name: 'c'}]).columns).to.have.length(1);
  });

  it('takes a required value that is filled', () => {
    expect(fits(one('str'), 'x')).to.be.true;
    expect(fits(one('int'), 3)).to.be.true;
  });

  it('takes null, blank text and an empty list for an optional value', () => {
    expect(fits(one('int', OPTIONAL), null)).to.be.true;
    expect(fits(one('int', OPTIONAL), '')).to.be.true;
    expect(fits(table([{name: 'c'}], OPTIONAL), [])).to.be.true;
  });

  it('refuses a bad value of an optional parameter', () => {
    expect(fits(one('int', OPTIONAL), NaN)).to.be.false;
    expect(fits(one('bool', OPTIONAL), 'yes')).to.be.false;
  });

  it('takes blanks of an optional text, where theirs refuses them', () => {
    expect(fits(one('str', OPTIONAL), '  ')).to.be.true;
  });

  it('refuses an optional table with a row that is not complete', () => {
    expect(fits(table([{name: 'c'}], OPTIONAL), [{c: ''}])).to.be.false;
  });

  it('refuses what is no list for a table', () => {
    expect(fits(table([{name: 'c'}], OPTIONAL), {c: 'x'})).to.be.false;
    expect(fits(table([{name: 'c'}], OPTIONAL), 'x')).to.be.false;
  });

  it('wants a row of a required table', () => {
    expect(fits(table([{name: 'c'}]), [])).to.be.false;
    expect(fits(table([{name: 'c'}]), [{c: 'x'}])).to.be.true;
  });

  it('wants every row complete', () => {
    const rows = [{c: 'x'}, {c: ''}];
    expect(fits(table([{name: 'c'}]), rows)).to.be.false;
  });

  it('lets an optional text cell be blank', () => {
    expect(fits(table([{name: 'c', ...OPTIONAL}]), [{c: ''}])).to.be.true;
  });

  it('lets an optional number cell be empty too, which theirs refuses', () => {
    const cells = table([{name: 'c', param_type: 'int', ...OPTIONAL}]);
    expect(fits(cells, [{c: null}])).to.be.true;
    expect(cells.normalize([{c: ''}])).to.deep.equal([{c: null}]);
    expect(fits(cells, [{c: 'x'}])).to.be.false;
  });

  it('never lets a key be absent, whatever its type', () => {
    for (const type of ['str', 'int', 'float', 'bool', 'mystery']) {
      const cells = table([{name: 'c', param_type: type, ...OPTIONAL}]);
      expect(fits(cells, [{}]), type).to.be.false;
    }
  });

  it('refuses a table whose columns are not known', () => {
    const view = {name: 'p', param_type: 'table', columns: null};
    expect(readParameters([view]).ok).to.be.false;
  });

  it('takes an unchecked cell', () => {
    const cells = table([{name: 'c', param_type: 'bool'}]);
    expect(fits(cells, [{c: false}])).to.be.true;
  });

  it('refuses what is no boolean in a cell, required or not', () => {
    for (const required of [true, false]) {
      const cells = table([{name: 'c', param_type: 'bool', required}]);
      expect(fits(cells, [{c: 'x'}])).to.be.false;
    }
  });

  it('starts with the defaults of the API', () => {
    expect(initialValues([one('int', {default: 3})])).to.deep.equal({p: 3});
  });

  it('starts with nothing of the type, and blank text of an unknown one', () => {
    const empty = (type: string) => one(type).initialValue();
    expect(['str', 'int', 'float', 'bool', 'mystery'].map(empty)).to.deep.equal(
      ['', '', '', false, ''],
    );
    expect(table([{name: 'c'}]).initialValue()).to.deep.equal([]);
  });

  it('starts with rows of its own, list and row', () => {
    const rows = [{c: 'x'}];
    const {default: kept, ...parameter} = {
      default: rows,
      start: table([{name: 'c'}], {default: rows}).initialValue() as object[],
    };
    expect(parameter.start).to.deep.equal(kept);
    expect(parameter.start).not.to.equal(kept);
    expect(parameter.start[0]).not.to.equal(kept[0]);
  });

  it('reads what the server of today answers, word by word', () => {
    const payload: unknown = JSON.parse(`[
      {"name": "rules", "description": "What to find", "default":
        [{"prompt": "a car", "label": "car"}], "required": true,
        "param_type": "table", "columns": [
          {"name": "prompt", "description": "", "default": null,
            "required": true, "param_type": "str"},
          {"name": "label", "description": "", "default": "thing",
            "required": false, "param_type": "str"}]}]`);
    const read = readParameters(payload as ParameterDefinition[]);
    const [rules] = read.ok ? read.value : [];
    expect(read.ok && read.warnings).to.deep.equal([]);
    expect([rules?.toView()]).to.deep.equal(payload);
    expect((rules as TableParameter).newRow()).to.deep.equal({
      prompt: '',
      label: 'thing',
    });
  });
});

describe("LightlyStudio's helpers of tables", () => {
  it('start a cell with a default that fits the type', () => {
    const row = table([
      {name: 'a', default: 'x'},
      {name: 'b', param_type: 'int', default: 2},
      {name: 'c', param_type: 'bool', default: true},
    ]).newRow();
    expect(row).to.deep.equal({a: 'x', b: 2, c: true});
  });

  it('drop the number that a text column has for its default', () => {
    expect(table([{name: 'a', default: 5}]).newRow()).to.deep.equal({a: ''});
  });

  it('drop a default of another type', () => {
    const columns = [{name: 'a', param_type: 'int', default: 'x'}];
    expect(table(columns).newRow()).to.deep.equal({a: ''});
  });

  it('start a cell without a default with nothing', () => {
    expect(
      table([
        {name: 'a', default: null},
        {name: 'b', param_type: 'bool', default: null},
      ]).newRow(),
    ).to.deep.equal({a: '', b: false});
  });

  it('start a cell of an unknown type as text', () => {
    const columns = [{name: 'a', param_type: 'mystery'}];
    expect(table(columns).newRow()).to.deep.equal({a: ''});
  });

  it('refuse a table without columns, of which theirs makes valid CSS', () => {
    expect(() => table([])).to.throw('at least one column');
  });

  it('take an empty number of an optional cell, which theirs refuses', () => {
    const columns = [{name: 'a', param_type: 'float', ...OPTIONAL}];
    expect(fits(table(columns), [{a: ''}])).to.be.true;
  });

  it('take 0 for a number', () => {
    const columns = [{name: 'a', param_type: 'float'}];
    expect(fits(table(columns), [{a: 0}])).to.be.true;
  });

  it('take an empty text of an optional cell', () => {
    expect(fits(table([{name: 'a', ...OPTIONAL}]), [{a: ''}])).to.be.true;
  });

  it('refuse an empty required cell', () => {
    expect(fits(table([{name: 'a'}]), [{a: ''}])).to.be.false;
    const columns = [{name: 'a', param_type: 'int'}];
    expect(fits(table(columns), [{a: ''}])).to.be.false;
  });

  it('give each new row objects of its own', () => {
    const rows = table([{name: 'a'}]);
    expect(rows.newRow()).not.to.equal(rows.newRow());
  });
});

describe("LightlyStudio's input", () => {
  it('has no words for what can be submitted', () => {
    expect(one('str').validate('x')).to.deep.equal([]);
  });

  it('says of a required value that is missing that it is required', () => {
    expect(one('str').validate('')[0]?.message).to.equal(
      'This field is required.',
    );
  });

  it('submits blanks of an optional text as they are, unlike theirs', () => {
    expect(one('str', OPTIONAL).validate('  ')).to.deep.equal([]);
  });
});
