import {expect} from '@open-wc/testing';

import {IntParameter} from './int-parameter.js';
import {describeIssues} from './parameter-issue.js';
import {readParameterValues} from './parameter-values.js';
import {StringParameter} from './string-parameter.js';
import {TableParameter} from './table-parameter.js';

const PARAMETERS = [
  new StringParameter({name: 'name', default: 'you'}),
  new IntParameter({name: 'limit', required: false, default: 5}),
  new IntParameter({name: 'seed', required: false}),
];

describe('readParameterValues()', () => {
  it('gives defaults to what was left out', () => {
    const read = readParameterValues(PARAMETERS, {});
    expect(read.ok && read.value).to.deep.equal({name: 'you', limit: 5});
  });

  it('leaves unset what was cleared', () => {
    for (const cleared of [null, undefined, '']) {
      const read = readParameterValues(PARAMETERS, {limit: cleared});
      expect(read.ok && read.value).to.deep.equal({name: 'you'});
    }
  });

  it('gives no defaults when told so', () => {
    const options = {applyDefaults: false};
    const read = readParameterValues(PARAMETERS, {name: 'a'}, options);
    expect(read.ok && read.value).to.deep.equal({name: 'a'});
    const missing = readParameterValues(PARAMETERS, {}, options);
    expect(missing.ok).to.be.false;
  });

  it('answers every issue at once', () => {
    const values = {name: '', limit: 1.5, nmae: 'x'};
    const read = readParameterValues(PARAMETERS, values);
    const issues = read.ok ? [] : read.issues;
    expect(issues.map(({code, path}) => [code, path])).to.deep.equal([
      ['parameter/required', '/name'],
      ['parameter/integer', '/limit'],
      ['parameter/unknown', '/nmae'],
    ]);
  });

  it('says where a cell is, counting rows from one', () => {
    const table = new TableParameter({
      name: 'rules',
      columns: [new StringParameter({name: 'pattern'})],
    });
    const read = readParameterValues([table], {rules: [{pattern: ''}]});
    expect(read.ok ? '' : describeIssues(read.issues)).to.equal(
      'rules, row 1, pattern: This field is required.',
    );
  });

  it('does not take inherited properties for values', () => {
    const parameters = [new StringParameter({name: 'toString', default: 'a'})];
    const read = readParameterValues(parameters, {});
    expect(read.ok && read.value.toString).to.equal('a');
  });
});
