import {expect} from '@open-wc/testing';

import {activityOf} from './activity.js';
import {conditionFault, evaluateCondition} from './condition.js';
import type {ConditionView} from './condition-view.js';
import {initialValues, readParameterValues} from './parameter-values.js';
import type {ReadValuesOptions} from './parameter-values.js';
import type {ParameterDefinition} from './parameter-view.js';
import {readParameters} from './read-parameters.js';
import type {BaseParameter} from './base-parameter.js';

function setup(
  definitions: readonly ParameterDefinition[],
): readonly BaseParameter[] {
  const read = readParameters(definitions);
  if (!read.ok) throw new Error(read.issues[0]?.message);
  return read.value;
}

function values(
  definitions: readonly ParameterDefinition[],
  given: Readonly<Record<string, unknown>>,
  options: ReadValuesOptions = {applyDefaults: false},
): unknown {
  const read = readParameterValues(setup(definitions), given, options);
  return read.ok ? read.value : read.issues.map(({path}) => path);
}

describe('evaluateCondition()', () => {
  it('answers by its table', () => {
    const a = 'a';
    const rows: readonly [ConditionView, unknown, boolean][] = [
      [{parameter: a}, 'x', true],
      [{parameter: a}, ' ', false],
      [{parameter: a, equals: 1}, 1, true],
      [{parameter: a, equals: 1}, '1', false],
      [{parameter: a, equals: null}, undefined, true],
      [{parameter: a, equals: null}, false, false],
      [{parameter: a, not_equals: 1}, undefined, true],
      [{parameter: a, in: ['x', 'y']}, 'y', true],
      [{parameter: a, in: ['x', 'y']}, ['z', 'y'], true],
      [{parameter: a, in: ['x']}, ['z'], false],
      [{parameter: a, is_set: false}, [], true],
      [{parameter: a, is_set: true}, false, true],
      [{parameter: a, gt: 1, lte: 3}, 3, true],
      [{parameter: a, gt: 1, lte: 3}, 1, false],
      [{parameter: a, gte: '2025-01-01'}, '2025-01-02', true],
      [{parameter: a, gt: 1}, '2', false],
      [{parameter: a, lt: 1}, undefined, false],
      [{parameter: a, lt: 'x'}, '', false],
      [{parameter: a, matches: '^x'}, 'xy', true],
      [{parameter: a, matches: 'y$'}, 'xyz', false],
      [{all: [{parameter: a}, {parameter: a, equals: 2}]}, 2, true],
      [{all: []}, undefined, true],
      [{any: []}, undefined, false],
      [{any: [{parameter: a}, {parameter: a, is_set: false}]}, '', true],
      [{not: {parameter: a, equals: 2}}, 2, false],
    ];
    for (const [condition, value, expected] of rows) {
      expect(
        evaluateCondition(condition, () => value),
        JSON.stringify([condition, value]),
      ).to.equal(expected);
    }
  });

  it('refuses what is no condition, with words', () => {
    for (const condition of [
      null,
      'a',
      {},
      {equals: 1},
      {parameter: 'a', equal: 1},
      {parameter: 'a', in: 'x'},
      {parameter: 'a', gt: true},
      {parameter: 'a', matches: '(?=a)'},
      {all: {}},
      {all: [], any: []},
      {not: {}},
    ]) {
      expect(conditionFault(condition), JSON.stringify(condition)).not.to.equal(
        '',
      );
    }
  });
});

describe('a condition that does not hold', () => {
  const MODE = {name: 'mode', choices: ['a', 'b']};
  const ONLY_B = {parameter: 'mode', equals: 'b'} as const;

  it('makes a value neither required nor submitted', () => {
    for (const key of ['visible_when', 'enabled_when']) {
      const definitions = [MODE, {name: 'x', [key]: ONLY_B}];
      expect(values(definitions, {mode: 'a'})).to.deep.equal({mode: 'a'});
      expect(values(definitions, {mode: 'a', x: 3})).to.deep.equal({mode: 'a'});
      expect(values(definitions, {mode: 'b'})).to.deep.equal(['/x']);
      expect(values(definitions, {mode: 'b', x: 'y'})).to.deep.equal({
        mode: 'b',
        x: 'y',
      });
    }
  });

  it('makes a value unset for the conditions of others', () => {
    const definitions = [
      {name: 'z', visible_when: {parameter: 'x', equals: 'y'}},
      {name: 'x', visible_when: ONLY_B},
      MODE,
    ];
    expect(values(definitions, {mode: 'a', x: 'y', z: '1'})).to.deep.equal({
      mode: 'a',
    });
    expect(values(definitions, {mode: 'b', x: 'y'})).to.deep.equal(['/z']);
  });

  it('counts with the defaults', () => {
    const definitions = [
      {...MODE, default: 'b'},
      {name: 'x', visible_when: ONLY_B, default: 'y'},
    ];
    expect(values(definitions, {}, {})).to.deep.equal({mode: 'b', x: 'y'});
    expect(values(definitions, {mode: 'a'}, {})).to.deep.equal({mode: 'a'});
  });

  it('ends circles', () => {
    const definitions = [
      {name: 'a', visible_when: {parameter: 'b'}},
      {name: 'b', visible_when: {parameter: 'a'}},
    ];
    expect(values(definitions, {a: '1', b: '2'})).to.deep.equal({
      a: '1',
      b: '2',
    });
    expect(values(definitions, {})).to.deep.equal({});
  });

  it('is looked up in the object, and from the root by a pointer', () => {
    const definitions = [
      {
        name: 'model',
        param_type: 'object',
        properties: [
          {name: 'kind', choices: ['cnn', 'vit']},
          {name: 'patch', visible_when: {parameter: 'kind', equals: 'vit'}},
          {name: 'seed', visible_when: {parameter: '/expert', equals: true}},
        ],
      },
      {name: 'expert', param_type: 'bool'},
      {
        name: 'note',
        visible_when: {parameter: '/model/kind', equals: 'vit'},
      },
    ];
    expect(
      values(definitions, {model: {kind: 'cnn'}, expert: false}),
    ).to.deep.equal({model: {kind: 'cnn'}, expert: false});
    expect(
      values(definitions, {model: {kind: 'vit'}, expert: true}),
    ).to.deep.equal(['/model/patch', '/model/seed', '/note']);
  });

  it('leaves a cell of a row empty', () => {
    const definitions = [
      {
        name: 't',
        param_type: 'table',
        columns: [MODE, {name: 'x', param_type: 'int', visible_when: ONLY_B}],
      },
    ];
    const rows = [
      {mode: 'a', x: 5},
      {mode: 'b', x: 6},
    ];
    expect(values(definitions, {t: rows})).to.deep.equal({
      t: [
        {mode: 'a', x: null},
        {mode: 'b', x: 6},
      ],
    });
    expect(values(definitions, {t: [{mode: 'b', x: null}]})).to.deep.equal([
      '/t/0/x',
    ]);
  });

  it('is told apart from hidden and read-only, whose value is submitted', () => {
    const parameters = setup([
      {name: 'h', hidden: true, default: '1'},
      {name: 'r', read_only: true, default: '2'},
      {name: 'n', param_type: 'notice', text: 'Hello'},
    ]);
    const given = {h: '1', r: '2'};
    const activity = activityOf(parameters, {values: given, root: given});
    expect([...activity.values()]).to.deep.equal([
      {isVisible: false, isEnabled: true, isSubmitted: true},
      {isVisible: true, isEnabled: false, isSubmitted: true},
      {isVisible: true, isEnabled: true, isSubmitted: false},
    ]);
    const read = readParameterValues(parameters, {n: ''});
    expect(read.ok && read.value).to.deep.equal(given);
  });
});

describe('readParameters()', () => {
  it('warns of a condition on a parameter that is not there', () => {
    const read = readParameters([
      {name: 'a', visible_when: {parameter: 'b'}, depends_on: ['c']},
    ]);
    expect(read.ok && read.warnings).to.have.length(2);
  });
});

describe('what is unset', () => {
  const ALL = [
    {name: 's', required: false},
    {name: 'i', param_type: 'int', required: false},
    {name: 'b', param_type: 'bool', required: false},
    {
      name: 't',
      param_type: 'table',
      required: false,
      columns: [{name: 'c'}],
    },
    {name: 'u', param_type: 'hologram', required: false},
  ];

  it('has no key', () => {
    expect(values(ALL, {s: '', i: '', t: []})).to.deep.equal({});
  });

  it('is sent as LightlyStudio sends it, on demand', () => {
    expect(
      values(ALL, {}, {applyDefaults: false, emptyAsText: true}),
    ).to.deep.equal({s: '', i: '', b: false, t: [], u: ''});
  });

  it('is what a form starts with', () => {
    expect(initialValues(setup(ALL))).to.deep.equal({
      s: '',
      i: '',
      b: false,
      t: [],
      u: '',
    });
  });

  it('may be called __proto__', () => {
    const definitions = [
      {name: '__proto__', param_type: 'int', required: false},
      {name: 'toString'},
    ];
    const given = JSON.parse('{"__proto__": 3, "toString": "x"}');
    expect(JSON.stringify(values(definitions, given))).to.equal(
      '{"__proto__":3,"toString":"x"}',
    );
    expect(values(definitions, {})).to.deep.equal(['/toString']);
  });
});
