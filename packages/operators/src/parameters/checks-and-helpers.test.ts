import {expect} from '@open-wc/testing';

import {
  AnnotationStore,
  emptyAnnotation,
  selectRegions,
} from '@ls-annotation/core';
import {labelConfigFromXml, textRegion} from '@ls-annotation/testing';

import {defineOperator} from '../operator/define-operator.js';
import type {Operator} from '../operator/operator.js';
import {OperatorRegistry} from '../registry/operator-registry.js';

import {labelChoices, regionChoices} from './domain-choices.js';
import {byteText} from './file-parameter.js';
import {valuesToJson} from './operator-file.js';
import type {OperatorFile} from './operator-file.js';
import {readParameterValues} from './parameter-values.js';
import type {ParameterDefinition} from './parameter-view.js';
import {readParameters} from './read-parameters.js';
import {StringParameter} from './string-parameter.js';
import {TableParameter} from './table-parameter.js';
import {validateParameterValues} from './validate-values.js';
import {withoutSecrets} from './without-secrets.js';

const CONTEXT = {
  task: null,
  data: {},
  config: null,
  annotation: null,
  scopes: [],
  edit: () => {},
};

function read(definitions: readonly ParameterDefinition[]) {
  const parameters = readParameters(definitions);
  if (!parameters.ok) throw new Error(parameters.issues[0]?.message);
  return parameters.value;
}

describe('custom checks', () => {
  it('are made once everything else fits, and see the other values', () => {
    const seen: unknown[] = [];
    const parameters = [
      new StringParameter({name: 'a'}),
      new StringParameter({
        name: 'b',
        maxLength: 3,
        validate: (value, values) => {
          seen.push([value, values]);
          return value === values.a ? 'Not the same again.' : null;
        },
      }),
    ];
    const check = (b: string) => readParameterValues(parameters, {a: 'x', b});
    expect(check('long').ok).to.be.false;
    expect(seen).to.deep.equal([]);
    expect(check('y').ok).to.be.true;
    expect(seen).to.deep.equal([['y', {a: 'x', b: 'y'}]]);
    const same = check('x');
    expect(same.ok ? [] : same.issues).to.deep.equal([
      {code: 'parameter/custom', path: '/b', message: 'Not the same again.'},
    ]);
  });

  it('that throw are a problem with their words', () => {
    const parameter = new StringParameter({
      name: 'a',
      validate: () => {
        throw new Error('Broken.');
      },
    });
    expect(parameter.validate('x')[0]?.message).to.equal('Broken.');
  });

  it('that take time are asked at once, nested ones with their place', async () => {
    const parameters = [
      new TableParameter({
        name: 't',
        columns: [
          new StringParameter({
            name: 'c',
            validateAsync: async (value) => (value === 'x' ? 'Taken.' : null),
          }),
        ],
      }),
      new StringParameter({
        name: 's',
        validateAsync: async () => {
          throw new Error('No answer.');
        },
      }),
    ];
    const answer = await validateParameterValues(
      parameters,
      {t: [{c: 'y'}, {c: 'x'}], s: 'z'},
      {
        signal: new AbortController().signal,
        context: CONTEXT,
        operator: {
          validateAsync: async () => [{path: '/s', message: 'Nor this.'}],
        },
      },
    );
    const issues = answer.ok ? [] : answer.issues;
    expect(issues.map(({path, message}) => [path, message])).to.deep.equal([
      ['/t/1/c', 'Taken.'],
      ['/s', 'No answer.'],
      ['/s', 'Nor this.'],
    ]);
  });

  it('end with the signal', async () => {
    const controller = new AbortController();
    const parameter = new StringParameter({
      name: 's',
      validateAsync: (_value, _values, {signal}) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('late')));
        }),
    });
    const pending = validateParameterValues(
      [parameter],
      {s: 'x'},
      {signal: controller.signal, context: CONTEXT},
    );
    controller.abort(new Error('Enough.'));
    const reason: unknown = await pending.catch((error: unknown) => error);
    expect(reason).to.be.an('error').with.property('message', 'Enough.');
  });
});

describe('an operator with hooks', () => {
  async function run(operator: Partial<Operator>, values: object) {
    const registry = new OperatorRegistry();
    registry.register({
      name: 'op',
      execute: ({parameters}) => ({
        success: true,
        message: JSON.stringify(parameters),
      }),
      ...operator,
    });
    const {message} = await registry.run('op', {...values});
    return message;
  }

  it('is not run with values that it refuses itself', async () => {
    const operator = defineOperator({
      name: 'op',
      parameters: [
        {name: 'low', param_type: 'int'},
        {name: 'high', param_type: 'int'},
      ],
      validate: ({low, high}) =>
        low > high ? [{path: '/high', message: 'Too low.'}] : [],
      execute: () => ({success: true, message: 'ran'}),
    });
    const registry = new OperatorRegistry();
    registry.register(operator);
    const refused = await registry.run('op', {low: 2, high: 1});
    expect(refused.message).to.contain('high: Too low.');
    expect((await registry.run('op', {low: 1, high: 2})).message).to.equal(
      'ran',
    );
  });

  it('is run with the parameters that it resolves to', async () => {
    const operator: Partial<Operator> = {
      parameters: [{name: 'mode'}],
      resolve: ({parameters}) =>
        parameters.mode === 'more'
          ? {parameters: [{name: 'mode'}, {name: 'n', param_type: 'int'}]}
          : null,
    };
    expect(await run(operator, {mode: 'less'})).to.equal('{"mode":"less"}');
    expect(await run(operator, {mode: 'more'})).to.contain('n: This field');
    expect(await run(operator, {mode: 'more', n: 3})).to.equal(
      '{"mode":"more","n":3}',
    );
  });

  it('fails with words when it resolves to what cannot be read', async () => {
    const resolve = () => ({parameters: [{name: ''}]});
    expect(await run({resolve}, {})).to.contain('name');
  });
});

describe('files', () => {
  const [FILE] = read([{name: 'f', param_type: 'file'}]);

  async function text(file: OperatorFile): Promise<string> {
    return new TextDecoder().decode(await file.bytes());
  }

  it("come as the browser's, and as base64, and go out as base64", async () => {
    const given = new File(['häh'], 'a.txt', {type: 'text/plain'});
    const file = FILE!.normalize(given) as OperatorFile;
    expect(await text(file)).to.equal('häh');
    const json = await valuesToJson({deep: [{f: given}], n: 1});
    expect(json).to.deep.equal({
      deep: [
        {f: {name: 'a.txt', type: 'text/plain', size: 4, content: 'aMOkaA=='}},
      ],
      n: 1,
    });
    const [{f: wire}] = json.deep as unknown as readonly [{f: unknown}];
    expect(FILE!.validate(wire)).to.deep.equal([]);
    expect(await text(FILE!.normalize(wire) as OperatorFile)).to.equal('häh');
  });

  it('may be large', async () => {
    const bytes = new Uint8Array(300_001).fill(200);
    const {f} = await valuesToJson({f: new File([bytes], 'a')});
    expect(FILE!.validate(f)).to.deep.equal([]);
    const back = await (FILE!.normalize(f) as OperatorFile).bytes();
    expect(back.length).to.equal(300_001);
    expect(back.every((byte) => byte === 200)).to.be.true;
  });

  it('have sizes that people can read', () => {
    expect([0, 999, 1500, 2_400_000, 5e12].map(byteText)).to.deep.equal([
      '0 bytes',
      '999 bytes',
      '1.5 kB',
      '2.4 MB',
      '5000 GB',
    ]);
  });
});

describe('labels and regions', () => {
  function setup() {
    const config = labelConfigFromXml(`
      <View>
        <Labels name="kind" toName="text">
          <Label value="City" background="#112233"/>
          <Label value="Amount" alias="amount"/>
        </Labels>
        <Labels name="mood" toName="text"><Label value="Good"/></Labels>
        <Text name="text" value="$text"/>
      </View>`);
    const store = new AnnotationStore();
    store.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
    store.insertRegion('a', textRegion({id: 'r1'}));
    store.insertRegion('a', textRegion({id: 'r2'}));
    selectRegions(store, 'a', ['r2']);
    const annotation = store.annotation('a');
    return {config, annotation, context: {config, annotation}};
  }

  it('are choices', () => {
    const {config, annotation} = setup();
    const labels = labelChoices(config);
    expect(
      labels.map(({value, title, group}) => [value, title, group]),
    ).to.deep.equal([
      ['City', 'City', 'kind'],
      ['amount', 'Amount', 'kind'],
      ['Good', 'Good', 'mood'],
    ]);
    expect(labels[0]?.color).to.equal('#112233');
    expect(labelChoices(config, 'mood')).to.have.length(1);
    expect(labelChoices(null)).to.deep.equal([]);
    const ids = (from: 'all' | 'selection') =>
      regionChoices(annotation, {from, config}).map(({value}) => value);
    expect(ids('all')).to.deep.equal(['r1', 'r2']);
    expect(ids('selection')).to.deep.equal(['r2']);
    expect(regionChoices(null)).to.deep.equal([]);
  });

  it('are looked up in what is on display', () => {
    const {context} = setup();
    const parameters = read([
      {name: 'label', param_type: 'label', control: 'kind'},
      {name: 'any', param_type: 'region'},
      {name: 'some', param_type: 'region', multiple: true, from: 'selection'},
    ]);
    const good = {label: 'amount', any: 'r1', some: ['r2', 'r2']};
    const fits = readParameterValues(parameters, good, {context});
    expect(fits.ok && fits.value).to.deep.equal({...good, some: ['r2']});
    const bad = {label: 'Good', any: 'r9', some: ['r2', 'r1']};
    const refused = readParameterValues(parameters, bad, {context});
    expect(
      refused.ok ? [] : refused.issues.map(({path, code}) => [path, code]),
    ).to.deep.equal([
      ['/label', 'parameter/choice'],
      ['/any', 'parameter/choice'],
      ['/some/1', 'parameter/choice'],
    ]);
    expect(readParameterValues(parameters, bad).ok).to.be.true;
  });
});

describe('withoutSecrets()', () => {
  it('keeps neither passwords nor files, however deep', () => {
    const secret = {name: 'key', secret: true};
    const parameters = read([
      secret,
      {name: 'plain'},
      {name: 'o', param_type: 'object', properties: [secret, {name: 'x'}]},
      {name: 'l', param_type: 'list', item: {secret: true}},
      {name: 't', param_type: 'table', columns: [secret, {name: 'x'}]},
      {
        name: 'v',
        param_type: 'one_of',
        variants: [
          {name: 'a', properties: [secret]},
          {name: 'b', properties: [{name: 'key'}]},
        ],
      },
      {name: 'f', param_type: 'file', multiple: true},
    ]);
    const values = {
      key: 's',
      plain: 'p',
      o: {key: 's', x: 1},
      l: ['s'],
      t: [{key: 's', x: 1}],
      v: {variant: 'a', key: 's'},
      f: [new File(['s'], 's')],
      stray: 1,
    };
    expect(withoutSecrets(parameters, values)).to.deep.equal({
      plain: 'p',
      o: {x: 1},
      l: [],
      t: [{x: 1}],
      v: {variant: 'a'},
      f: [],
      stray: 1,
    });
  });
});

describe('defaults', () => {
  it('are copied and frozen; forms get a copy of their own', () => {
    const rows = [{c: 'x'}];
    const table = new TableParameter({
      name: 't',
      columns: [new StringParameter({name: 'c'})],
      default: rows,
    });
    rows[0]!.c = 'changed';
    expect(table.default).to.deep.equal([{c: 'x'}]);
    expect(() => {
      (table.default as {c: string}[])[0]!.c = 'y';
    }).to.throw(TypeError);
    const first = table.initialValue() as {c: string}[];
    first[0]!.c = 'mine';
    expect(table.initialValue()).to.deep.equal([{c: 'x'}]);
    expect(table.toView().default).not.to.equal(table.default);
  });

  it('reach into objects, lists and variants', () => {
    const parameters = read([
      {
        name: 'o',
        param_type: 'object',
        properties: [{name: 'a', default: '1'}, {name: 'b'}],
      },
      {
        name: 'v',
        param_type: 'one_of',
        variants: [{name: 'x', properties: [{name: 'c', default: '2'}]}],
      },
    ]);
    const given = readParameterValues(parameters, {
      o: {b: '3'},
      v: {variant: 'x'},
    });
    expect(given.ok && given.value).to.deep.equal({
      o: {a: '1', b: '3'},
      v: {variant: 'x', c: '2'},
    });
    expect(parameters[0]!.initialValue()).to.deep.equal({a: '1'});
  });
});
