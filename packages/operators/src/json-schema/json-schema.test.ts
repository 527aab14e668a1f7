import {expect} from '@open-wc/testing';
import fc from 'fast-check';

import {readParameters} from '../parameters/read-parameters.js';

import {fromJsonSchema, toJsonSchema} from './index.js';

type Definition = Readonly<Record<string, unknown>> & {readonly name: string};

function read(definitions: readonly Definition[]) {
  const parameters = readParameters(definitions);
  if (!parameters.ok) throw new Error(parameters.issues[0]?.message);
  return parameters.value;
}

function views(schema: unknown) {
  const back = fromJsonSchema(schema);
  if (!back.ok) throw new Error(back.issues[0]?.message);
  return {
    views: back.value.map((parameter) => parameter.toView()),
    places: back.warnings.map(({path}) => path),
  };
}

const NAME = fc.oneof(
  fc.constantFrom('a', 'b', 'x/y', '~', '__proto__', 'toString', 'variant2'),
  fc.string({minLength: 1, maxLength: 6}),
);
const TEXT = fc.string({maxLength: 8});

function optional<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(values, {nil: undefined});
}

/** Keys that every parameter may have. */
const COMMON = {
  description: TEXT,
  required: fc.boolean(),
  title: optional(TEXT),
  help: optional(TEXT),
  group: optional(TEXT),
  hidden: optional(fc.boolean()),
  read_only: optional(fc.boolean()),
  visible_when: optional(fc.constant({parameter: 'a', equals: 1})),
  extra: optional(fc.constantFrom(1, 'x', null)),
};

const BOUND = fc.integer({min: 0, max: 9});

const TYPES: Readonly<Record<string, Record<string, fc.Arbitrary<unknown>>>> = {
  str: {
    min_length: optional(fc.integer({min: 0, max: 2})),
    max_length: optional(fc.integer({min: 2, max: 9})),
    pattern: optional(fc.constantFrom('.*', '[a-z]*|b', '(?:a)|(?:b)|.*')),
    format: optional(fc.constantFrom('email', 'slug', 'url')),
    multiline: optional(fc.boolean()),
    secret: optional(fc.boolean()),
  },
  int: {
    min: optional(BOUND),
    exclusive_max: optional(fc.integer({min: 10, max: 20})),
    unit: optional(TEXT),
    slider: optional(fc.boolean()),
    default: fc.constantFrom(null, 9),
  },
  float: {
    max: optional(BOUND),
    multiple_of: optional(fc.constantFrom(0.5, 2)),
    choices: fc.constantFrom(undefined, [0], [{value: 0, title: 'None'}]),
    default: fc.constantFrom(null, 0),
  },
  bool: {true_label: optional(TEXT), default: fc.constantFrom(null, true)},
  date: {min: optional(fc.constant('2025-01-01'))},
  time: {},
  datetime: {},
  color: {default: fc.constantFrom(null, '#aabbcc')},
  range: {min: optional(BOUND), unit: optional(TEXT)},
  file: {accept: optional(fc.constant(['.csv'])), multiple: fc.boolean()},
  label: {control: optional(TEXT)},
  region: {multiple: optional(fc.boolean())},
  notice: {text: TEXT, required: fc.constant(false)},
  hologram: {depth: fc.integer()},
};

const SIMPLE = fc.oneof(
  ...Object.entries(TYPES).map(([param_type, keys]) =>
    fc
      .record({...COMMON, ...keys})
      .map((view) => ({...withoutUndefined(view), param_type})),
  ),
);

const {view: VIEW} = fc.letrec<{view: object; group: Definition[]}>((tie) => ({
  view: fc.oneof(
    {maxDepth: 2, withCrossShrink: true},
    SIMPLE,
    fc.record({
      param_type: fc.constant('list'),
      item: tie('view').filter(isNoNotice),
      unique_items: fc.boolean(),
    }),
    fc.record({param_type: fc.constant('object'), properties: tie('group')}),
    fc.record({
      param_type: fc.constant('one_of'),
      variants: fc.uniqueArray(
        fc.record({name: TEXT, title: TEXT, properties: tie('group')}),
        {minLength: 1, maxLength: 3, selector: ({name}) => name},
      ),
    }),
    fc.record({
      param_type: fc.constant('table'),
      columns: fc.constant([
        {name: 'x', param_type: 'int', min: 1},
        {name: 'y', choices: ['a', 'b'], required: false},
      ]),
    }),
  ),
  group: groupOf(tie('view')),
}));

function groupOf(view: fc.Arbitrary<object>): fc.Arbitrary<Definition[]> {
  return fc.uniqueArray(
    fc.tuple(NAME, view).map(([name, rest]) => ({...rest, name})),
    {maxLength: 4, selector: ({name}) => name},
  );
}

function isNoNotice(view: object): boolean {
  return (view as {param_type?: string}).param_type !== 'notice';
}

function withoutUndefined(view: object): object {
  return Object.fromEntries(
    Object.entries(view).filter(([, value]) => value !== undefined),
  );
}

/** The same definitions in every run. */
const SEED = 20_261_129;

describe('toJsonSchema()', () => {
  it('leads back to the same parameters, whatever they are', () => {
    fc.assert(
      fc.property(groupOf(VIEW), (definitions) => {
        const parameters = read(definitions);
        const schema: unknown = JSON.parse(
          JSON.stringify(toJsonSchema(parameters).schema),
        );
        expect(views(schema).views).to.deep.equal(
          parameters.map((parameter) => parameter.toView()),
        );
      }),
      {seed: SEED, numRuns: 500},
    );
  });

  it('writes what JSON Schema has words for', () => {
    const {schema, issues} = toJsonSchema(
      read([
        {name: 'a', min_length: 1, pattern: 'x+', default: 'x', title: 'A'},
        {name: 'b', param_type: 'int', min: 0, required: false},
        {name: 'c', choices: ['p', 'q']},
        {name: 'd', choices: [{value: 'p', title: 'P'}]},
        {name: 'e', param_type: 'list', item: {param_type: 'float'}},
      ]),
    );
    expect(issues).to.deep.equal([]);
    expect(schema).to.deep.equal({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        a: {
          title: 'A',
          default: 'x',
          type: 'string',
          minLength: 1,
          pattern: '^(?:x+)$',
        },
        b: {type: 'integer', minimum: 0},
        c: {type: 'string', enum: ['p', 'q']},
        d: {type: 'string', oneOf: [{const: 'p', title: 'P'}]},
        e: {type: 'array', items: {type: 'number'}},
      },
      required: ['a', 'c', 'd', 'e'],
      additionalProperties: false,
    });
  });

  it('says what other readers do not learn', () => {
    const {schema, issues} = toJsonSchema(
      read([
        {name: 'm'},
        {
          name: 'x',
          unit: 'px',
          param_type: 'int',
          visible_when: {parameter: 'm'},
        },
      ]),
    );
    expect(schema.required).to.deep.equal(['m']);
    expect(issues.map(({path, message}) => [path, message])).to.deep.equal([
      ['/x', 'JSON Schema has no word for required, visible_when, unit.'],
    ]);
  });
});

describe('fromJsonSchema()', () => {
  it('reads what others write', () => {
    const {views: read, places} = views({
      type: 'object',
      $defs: {size: {type: 'string', enum: ['s', 'l'], default: 's'}},
      properties: {
        size: {$ref: '#/$defs/size', title: 'Size'},
        name: {type: ['string', 'null'], pattern: 'b', maxLength: 5},
        when: {type: 'string', format: 'date'},
        mode: {
          oneOf: [
            {properties: {variant: {const: 'a'}, n: {type: 'integer'}}},
            {properties: {variant: {const: 'b'}}},
          ],
          type: 'object',
        },
        level: {enum: [1, 2]},
      },
      required: ['size'],
    });
    expect(places).to.deep.equal([]);
    expect(
      read.map(({name, param_type: type, required}) => [name, type, required]),
    ).to.deep.equal([
      ['size', 'str', true],
      ['name', 'str', false],
      ['when', 'date', false],
      ['mode', 'one_of', false],
      ['level', 'float', false],
    ]);
    expect(read[0]).to.deep.include({choices: ['s', 'l'], default: 's'});
    const back = fromJsonSchema({
      properties: {p: {type: 'string', pattern: 'b'}},
    });
    expect(back.ok && back.value[0]?.validate('abc')).to.deep.equal([]);
    expect(back.ok && back.value[0]?.validate('acc')).to.have.length(1);
  });

  it('reports what is lost, with its place', () => {
    const {places} = views({
      properties: {
        a: {type: 'string', contentEncoding: 'base64'},
        b: {type: 'null'},
        c: {$ref: 'https://example.org/schema'},
        d: {type: 'array', prefixItems: []},
      },
      if: {},
      patternProperties: {},
    });
    expect(places).to.have.members([
      '/if',
      '/patternProperties',
      '/properties/a/contentEncoding',
      '/properties/b/type',
      '/properties/c/$ref',
      '/properties/c/type',
      '/properties/d/prefixItems',
      '/properties/d/items',
      '/properties/d/items/type',
    ]);
  });

  it('ends schemas that hold themselves', () => {
    const {places} = views({
      properties: {child: {$ref: '#'}},
    });
    expect(places.length).to.be.above(0);
    const loop = {$ref: '#/$defs/a', $defs: {a: {$ref: '#/$defs/a'}}};
    expect(fromJsonSchema(loop).ok).to.be.false;
  });

  it('refuses what is not of an object', () => {
    for (const schema of [null, true, [], {}, {type: 'string'}]) {
      expect(fromJsonSchema(schema).ok).to.be.false;
    }
  });
});
