import {expect} from '@open-wc/testing';
import {filter, firstValueFrom} from 'rxjs';

import {OperatorRegistry} from '../registry/operator-registry.js';
import type {OperatorEntry} from '../registry/operator-entry.js';

import {LightlyStudioOperators} from './lightly-studio-operators.js';

/*
 * What LightlyStudio's frontend (1.0.5) tests of how it reads the answers of
 * its server (5), said of ours. `docs/lightly-studio-cases.md` has all of them.
 */

const PARAMETER = {
  name: 'threshold',
  description: 'How sharp it must be.',
  default: 0.5,
  required: true,
  param_type: 'float',
  columns: null,
};
const COLUMN = {
  name: 'label',
  description: 'What to call it.',
  default: 'blurry',
  required: true,
  param_type: 'str',
};

/** The operator that a server lists with these parameters. */
async function setup(parameters: readonly unknown[]): Promise<OperatorEntry> {
  const answers: Readonly<Record<string, unknown>> = {
    '/operators': [
      {operator_id: 'op-1', name: 'Blur', supported_scopes: ['root']},
    ],
    '/operators/op-1/parameters': parameters,
  };
  const source = new LightlyStudioOperators('http://studio/api', {
    tries: 1,
    collectionId: 'c',
    fetch: async (url) => ({
      status: 200,
      headers: {get: () => null},
      body: null,
      text: async () =>
        JSON.stringify(answers[url.slice('http://studio/api'.length)]),
    }),
  });
  const registry = new OperatorRegistry();
  registry.addSource(source);
  await firstValueFrom(
    source.state$.pipe(filter(({status}) => status === 'ready')),
  );
  await firstValueFrom(
    registry.list$.pipe(
      filter((list) => list.every(({status}) => /ready|error/.test(status))),
    ),
  );
  return registry.find('Blur')!;
}

describe("LightlyStudio's list of operators", () => {
  it('makes an operator with its name, its scopes and its parameters', async () => {
    const {name, title, supportedScopes, parameters} = await setup([PARAMETER]);
    expect([name, title]).to.deep.equal(['Blur', 'Blur']);
    expect(supportedScopes).to.deep.equal(['root']);
    expect(parameters.map((one) => one.toView())).to.deep.equal([PARAMETER]);
  });

  it('makes text of a parameter that names no type', async () => {
    const {status, parameters} = await setup([
      {...PARAMETER, param_type: null, default: 'a'},
    ]);
    expect(status).to.equal('ready');
    expect(parameters[0]!.validate('b')).to.deep.equal([]);
    expect(parameters[0]!.validate(1)).to.have.length(1);
  });

  it('makes a table with the columns that were listed', async () => {
    const {parameters} = await setup([
      {...PARAMETER, param_type: 'table', default: null, columns: [COLUMN]},
    ]);
    expect(parameters[0]!.toView().columns).to.deep.equal([COLUMN]);
  });

  it('makes text of a column that names no type', async () => {
    const column = {...COLUMN, param_type: null};
    const {status, parameters} = await setup([
      {...PARAMETER, param_type: 'table', default: null, columns: [column]},
    ]);
    expect(status).to.equal('ready');
    expect(parameters[0]!.validate([{label: 'sharp'}])).to.deep.equal([]);
    expect(parameters[0]!.validate([{label: 1}])).to.have.length(1);
  });

  it('says of a table without columns that it is no form, where theirs is empty', async () => {
    const {status, errorMessage} = await setup([
      {...PARAMETER, param_type: 'table', default: null, columns: []},
    ]);
    expect(status).to.equal('error');
    expect(errorMessage).to.contain('at least one column');
  });
});
