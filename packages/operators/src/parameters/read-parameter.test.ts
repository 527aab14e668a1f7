import {expect} from '@open-wc/testing';

import type {BaseParameter} from './base-parameter.js';
import {BoolParameter} from './bool-parameter.js';
import {FloatParameter} from './float-parameter.js';
import {IntParameter} from './int-parameter.js';
import {readParameter} from './read-parameter.js';
import {StringParameter} from './string-parameter.js';
import {TableParameter} from './table-parameter.js';
import {UnknownParameter} from './unknown-parameter.js';

function read(view: unknown): {
  readonly parameter: BaseParameter;
  readonly warnings: readonly string[];
} {
  const answer = readParameter(view);
  if (!answer.ok) throw new Error(answer.issues[0]?.message);
  const warnings = answer.warnings.map(({message}) => message);
  return {parameter: answer.value, warnings};
}

describe('readParameter()', () => {
  it('reads back what every type writes', () => {
    const parameters = [
      new StringParameter({
        name: 'a',
        title: 'First',
        description: 'd',
        default: 'x',
      }),
      new IntParameter({name: 'b', required: false, min: 1, max: 9}),
      new FloatParameter({name: 'c', default: 0.5, min: 0}),
      new BoolParameter({name: 'd', default: false}),
      new TableParameter({
        name: 'e',
        columns: [
          new StringParameter({name: 'x'}),
          new FloatParameter({name: 'y', max: 1, default: 1}),
        ],
        default: [{x: 'a', y: 1}],
      }),
    ];
    for (const parameter of parameters) {
      const view = parameter.toView();
      const {parameter: again, warnings} = read(
        JSON.parse(JSON.stringify(view)),
      );
      expect(again.constructor).to.equal(parameter.constructor);
      expect(again.toView()).to.deep.equal(view);
      expect(warnings).to.be.empty;
    }
  });

  it('keeps keys it does not know', () => {
    const view = {name: 'a', param_type: 'str', multiline: true};
    expect(read(view).parameter.toView().multiline).to.be.true;
  });

  it('takes a parameter without a type for text', () => {
    const {parameter, warnings} = read({name: 'a', param_type: null});
    expect(parameter).to.be.instanceOf(StringParameter);
    expect(warnings).to.be.empty;
  });

  it('warns of a type it does not know, and keeps it', () => {
    const {parameter, warnings} = read({name: 'a', param_type: 'colour'});
    expect(parameter).to.be.instanceOf(UnknownParameter);
    expect(parameter.toView().param_type).to.equal('colour');
    expect(warnings).to.have.length(1);
  });

  it('leaves out a default that does not fit, with a warning', () => {
    const {parameter, warnings} = read({
      name: 'a',
      param_type: 'int',
      default: true,
    });
    expect(parameter.default).to.be.null;
    expect(warnings).to.have.length(1);
  });

  it('refuses what is no parameter', () => {
    const bad = [
      null,
      'x',
      [],
      {},
      {name: 3},
      {name: ''},
      {name: 't', param_type: 'table', columns: []},
      {name: 't', param_type: 'table', columns: null},
      {name: 't', param_type: 'table', columns: [{}]},
    ];
    for (const view of bad) {
      expect(readParameter(view).ok, JSON.stringify(view)).to.be.false;
    }
  });
});
