import {expect} from '@open-wc/testing';

import type {BaseParameter} from './base-parameter.js';
import type {ParameterDefinition} from './parameter-view.js';
import {readParameter} from './read-parameter.js';
import {UnknownParameter} from './unknown-parameter.js';

interface Row {
  readonly view: Partial<ParameterDefinition>;
  readonly fits: readonly unknown[];
  readonly misfits: readonly [value: unknown, code: string, path?: string][];
  readonly empty: readonly unknown[];
  readonly texts?: readonly [text: string, value: unknown][];
  readonly badTexts?: readonly string[];
}

const FILE = {name: 'a.csv', type: 'text/csv', size: 3, content: 'AAAA'};

const ROWS: readonly Row[] = [
  {
    view: {param_type: 'str', min_length: 2, max_length: 3},
    fits: ['ab', '😀😀😀'],
    misfits: [
      ['a', 'parameter/length'],
      ['abcd', 'parameter/length'],
    ],
    empty: [null, '', '  '],
  },
  {
    view: {param_type: 'str', pattern: '[a-z]+', pattern_message: 'Small.'},
    fits: ['abc'],
    misfits: [
      ['a1', 'parameter/pattern'],
      ['a'.repeat(10_001), 'parameter/pattern'],
    ],
    empty: [''],
  },
  ...(
    [
      ['email', ['a@b.c', 'a.b+c@host'], ['a', 'a@', '@b', 'a b@c', 'a@-b']],
      ['url', ['https://a.b/c?d#e', 's3://x'], ['a.b', 'javascript://x', '']],
      ['uuid', ['123e4567-e89b-12d3-a456-426614174000'], ['123e4567']],
      ['hostname', ['a-b.c', 'localhost'], ['-a', 'a..b', 'a_b']],
      ['ipv4', ['192.0.2.1', '0.0.0.0'], ['256.0.0.1', '1.2.3', '1.2.3.4.']],
      ['json', ['{"a": 1}', '3'], ['{a}']],
      ['slug', ['a-b-1'], ['A', 'a--b', '-a']],
    ] as const
  ).map(([format, fits, misfits]): Row => ({
    view: {param_type: 'str', format},
    fits,
    misfits: misfits
      .filter((text) => text !== '')
      .map((text) => [text, 'parameter/format'] as const),
    empty: [''],
  })),
  {
    view: {
      param_type: 'str',
      choices: ['a', {value: 'b', title: 'B'}, {value: 'c', disabled: true}],
    },
    fits: ['a', 'b'],
    misfits: [
      ['c', 'parameter/choice'],
      ['B', 'parameter/choice'],
    ],
    empty: [''],
  },
  {
    view: {param_type: 'str', choices: ['a'], allow_other: true},
    fits: ['a', 'z'],
    misfits: [[1, 'parameter/type']],
    empty: [''],
  },
  {
    view: {param_type: 'str', options: 'async', choices: ['a']},
    fits: ['z'],
    misfits: [],
    empty: [''],
  },
  {
    view: {param_type: 'int', choices: [1, 2]},
    fits: [1],
    misfits: [[3, 'parameter/choice']],
    empty: [''],
    texts: [['2', 2]],
  },
  {
    view: {param_type: 'int', exclusive_min: 0, max: 10, multiple_of: 5},
    fits: [5, 10],
    misfits: [
      [0, 'parameter/range'],
      [15, 'parameter/range'],
      [7, 'parameter/multiple'],
    ],
    empty: [''],
    texts: [
      ['1e1', 10],
      ['9007199254740993', 9007199254740992],
    ],
    badTexts: ['1.00000000000000000001', '-', '9e-400'],
  },
  {
    view: {param_type: 'float', multiple_of: 0.1, exclusive_max: 1},
    fits: [0.3, 0.7, -0.1],
    misfits: [
      [0.35, 'parameter/multiple'],
      [1, 'parameter/range'],
    ],
    empty: [null],
  },
  {
    view: {param_type: 'date', min: '2024-01-01', max: '2026-12-31'},
    fits: ['2024-02-29', '2026-12-31'],
    misfits: [
      ['2023-02-29', 'parameter/format'],
      ['2025-02-29', 'parameter/format'],
      ['2025-13-01', 'parameter/format'],
      ['01.02.2025', 'parameter/format'],
      ['2023-12-31', 'parameter/range'],
      [20250101, 'parameter/type'],
    ],
    empty: [null, ''],
    texts: [[' 2025-01-01 ', '2025-01-01']],
    badTexts: ['1.1.2025'],
  },
  {
    view: {param_type: 'time', min: '08:00'},
    fits: ['08:00', '23:59:59', '09:00:00.5'],
    misfits: [
      ['07:59:59.999', 'parameter/range'],
      ['24:00', 'parameter/format'],
      ['8:00', 'parameter/format'],
    ],
    empty: [''],
    texts: [['9:30', '09:30']],
    badTexts: ['half past nine'],
  },
  {
    view: {param_type: 'datetime', max: '2026-01-01T00:00Z'},
    fits: ['2025-01-01T00:00', '2026-01-01T01:00+02:00'],
    misfits: [
      ['2026-01-01T00:00-01:00', 'parameter/range'],
      ['2025-02-30T00:00', 'parameter/format'],
      ['2025-02-03', 'parameter/format'],
    ],
    empty: [''],
    texts: [['2025-01-01 09:30', '2025-01-01T09:30']],
  },
  {
    view: {param_type: 'color'},
    fits: ['#aabbcc', '#AABBCCDD'],
    misfits: [
      ['#abc', 'parameter/format'],
      ['red', 'parameter/format'],
      [1, 'parameter/type'],
    ],
    empty: [''],
    texts: [
      ['abc', '#aabbcc'],
      ['#123456', '#123456'],
    ],
    badTexts: ['red'],
  },
  {
    view: {param_type: 'range', min: 0, max: 10},
    fits: [
      [0, 10],
      [3, 3],
    ],
    misfits: [
      [[5, 1], 'parameter/range'],
      [[-1, 5], 'parameter/range'],
      [[1], 'parameter/number'],
      [[1, null], 'parameter/number'],
      ['1,2', 'parameter/type'],
    ],
    empty: [null, [null, null], ['', ''], []],
    texts: [
      ['1, 5', [1, 5]],
      ['[1.5,2]', [1.5, 2]],
      ['1..5', [1, 5]],
      ['-3 - -1', [-3, -1]],
    ],
    badTexts: ['1', '1,2,3', 'a, b'],
  },
  {
    view: {
      param_type: 'list',
      item: {param_type: 'int', max: 9},
      min_items: 2,
      max_items: 3,
      unique_items: true,
    },
    fits: [
      [1, 2],
      [1, 2, 3],
    ],
    misfits: [
      [[1], 'parameter/items'],
      [[1, 2, 3, 4], 'parameter/items'],
      [[1, 1], 'parameter/unique', '/p/1'],
      [[1, 10], 'parameter/range', '/p/1'],
      [[1, null], 'parameter/required', '/p/1'],
      [{}, 'parameter/type'],
    ],
    empty: [null, []],
    texts: [
      ['1\n2\n', [1, 2]],
      ['[1, 2]', [1, 2]],
    ],
    badTexts: ['1\nx', '[1'],
  },
  {
    view: {param_type: 'list', item: {choices: ['a', 'b']}},
    fits: [['b', 'a']],
    misfits: [[['c'], 'parameter/choice', '/p/0']],
    empty: [[]],
  },
  {
    view: {
      param_type: 'object',
      properties: [
        {name: 'w', param_type: 'int'},
        {name: 'h', param_type: 'int', required: false},
        {name: '__proto__', required: false},
      ],
    },
    fits: [{w: 1}, {w: 1, h: 2}, {w: 1, h: null}],
    misfits: [
      [{}, 'parameter/required', '/p/w'],
      [{w: 1.5}, 'parameter/integer', '/p/w'],
      [{w: 1, x: 1}, 'parameter/unknown', '/p/x'],
      [
        JSON.parse('{"w": 1, "__proto__": 1}'),
        'parameter/type',
        '/p/__proto__',
      ],
      [[], 'parameter/type'],
    ],
    empty: [null],
    texts: [['{"w": 1}', {w: 1}]],
    badTexts: ['{'],
  },
  {
    view: {
      param_type: 'one_of',
      variants: [
        {name: 'fast', properties: []},
        {name: 'good', properties: [{name: 'steps', param_type: 'int'}]},
      ],
    },
    fits: [{variant: 'fast'}, {variant: 'good', steps: 3}],
    misfits: [
      [{variant: 'best'}, 'parameter/variant', '/p/variant'],
      [{variant: 'good'}, 'parameter/required', '/p/steps'],
      [{variant: 'fast', steps: 3}, 'parameter/unknown', '/p/steps'],
    ],
    empty: [null, {}, {variant: ''}],
    texts: [
      ['fast', {variant: 'fast'}],
      ['{"variant": "fast"}', {variant: 'fast'}],
    ],
    badTexts: ['best'],
  },
  {
    view: {param_type: 'file', accept: ['image/*', '.csv'], max_size: 4},
    fits: [FILE, {...FILE, name: 'a', type: 'image/png'}],
    misfits: [
      [{...FILE, name: 'a.txt', type: 'text/plain'}, 'parameter/accept'],
      [{...FILE, size: 6, content: 'AAAAAAAA'}, 'parameter/size'],
      [{...FILE, size: 2}, 'parameter/type'],
      [{...FILE, content: '*'}, 'parameter/type'],
      ['a.csv', 'parameter/type'],
      [[FILE], 'parameter/type'],
    ],
    empty: [null],
    badTexts: ['a.csv'],
  },
  {
    view: {param_type: 'file', multiple: true},
    fits: [[FILE, FILE]],
    misfits: [
      [FILE, 'parameter/type'],
      [[FILE, 1], 'parameter/type', '/p/1'],
    ],
    empty: [[]],
  },
  {
    view: {param_type: 'label'},
    fits: ['Any'],
    misfits: [[1, 'parameter/type']],
    empty: [''],
    texts: [['a', 'a']],
  },
  {
    view: {param_type: 'region', multiple: true},
    fits: [['r1', 'r2']],
    misfits: [
      ['r1', 'parameter/type'],
      [[1], 'parameter/type', '/p/0'],
    ],
    empty: [[]],
    texts: [['r1\nr2', ['r1', 'r2']]],
  },
  {
    view: {
      param_type: 'table',
      min_items: 2,
      columns: [{name: 'label', choices: ['a', 'b']}],
    },
    fits: [[{label: 'a'}, {label: 'b'}]],
    misfits: [
      [[{label: 'a'}], 'parameter/items'],
      [[{label: 'a'}, {label: 'c'}], 'parameter/choice', '/p/1/label'],
    ],
    empty: [[]],
  },
];

function make(view: Partial<ParameterDefinition>): BaseParameter {
  const read = readParameter({name: 'p', ...view});
  if (!read.ok) throw new Error(read.issues[0]?.message);
  expect(read.warnings).to.deep.equal([]);
  return read.value;
}

for (const row of ROWS) {
  const {param_type: type, ...keys} = row.view;
  describe(`parameter ${String(type)} ${JSON.stringify(keys)}`, () => {
    it('takes what fits, also as its default', () => {
      for (const value of row.fits) {
        expect(make(row.view).validate(value)).to.deep.equal([]);
        const {default: kept} = make({...row.view, default: value});
        expect(kept).to.deep.equal(value);
      }
    });

    it('names what does not fit and where', () => {
      for (const [value, code, path = '/p'] of row.misfits) {
        const [issue] = make(row.view).validate(value);
        expect([issue?.code, issue?.path]).to.deep.equal([code, path]);
        expect(issue?.message).to.match(/[.!]$|^Match the form/);
      }
    });

    it('misses a value only when it is required', () => {
      for (const value of row.empty) {
        const [issue] = make(row.view).validate(value);
        expect(issue?.code, JSON.stringify(value)).to.equal(
          'parameter/required',
        );
      }
      const optional = make({...row.view, required: false});
      expect(optional.validate(null)).to.deep.equal([]);
      expect(optional.validate(optional.emptyValue())).to.deep.equal([]);
    });

    it('reads what people type, and refuses what is none', () => {
      for (const [text, value] of row.texts ?? []) {
        const read = make(row.view).parse(text);
        expect(read).to.deep.equal({ok: true, value, warnings: []});
      }
      for (const text of row.badTexts ?? []) {
        expect(make(row.view).parse(text).ok, text).to.be.false;
      }
      const unset = make(row.view).parse('');
      expect(unset).to.deep.equal({ok: true, value: undefined, warnings: []});
    });

    it('writes the JSON that it was read from', () => {
      const view = make(row.view).toView();
      expect(make(view).toView()).to.deep.equal(view);
      expect(view).to.deep.include(
        JSON.parse(JSON.stringify({...keys, ...nestedOf(view)})),
      );
    });
  });
}

/** Nested parameters are written out in full. */
function nestedOf(view: Readonly<Record<string, unknown>>): object {
  const nested = ['item', 'properties', 'variants', 'columns'];
  return Object.fromEntries(
    nested.filter((key) => key in view).map((key) => [key, view[key]]),
  );
}

describe('readParameter() of hostile JSON', () => {
  it('leaves out keys of the wrong type, and says so', () => {
    const read = readParameter({
      name: 'p',
      min_length: '3',
      pattern: '(a)\\1',
      choices: [{title: 'x'}],
      visible_when: {equals: 3},
      format: 'poem',
    });
    const paths = read.ok ? read.warnings.map(({path}) => path) : [];
    expect(paths).to.have.members([
      '/p/visible_when',
      '/p/choices',
      '/p/pattern',
      '/p/format',
      '/p/min_length',
    ]);
    expect(read.ok && read.value.validate('x')).to.deep.equal([]);
  });

  it('says why a pattern cannot be run', () => {
    const read = readParameter({name: 'p', pattern: '(a)\\1'});
    expect(read.ok && read.warnings[0]?.message).to.contain('Back references');
  });

  it('refuses what is nested too deep', () => {
    let view: Record<string, unknown> = {name: 'p', param_type: 'int'};
    for (let depth = 0; depth < 100; depth += 1) {
      view = {name: 'p', param_type: 'list', item: view};
    }
    expect(readParameter(view).ok).to.be.false;
  });

  it('refuses groups that cannot be told apart', () => {
    const twice = [{name: 'a'}, {name: 'a'}];
    for (const view of [
      {param_type: 'object', properties: twice},
      {param_type: 'one_of', variants: []},
      {param_type: 'one_of', variants: [{name: 'a', properties: twice}]},
      {
        param_type: 'one_of',
        variants: [{name: 'a', properties: [{name: 'variant'}]}],
      },
      {param_type: 'list', item: {param_type: 'notice', text: 'x'}},
      {param_type: 'notice'},
      {
        param_type: 'table',
        columns: [{name: 'a', param_type: 'object', properties: []}],
      },
    ]) {
      expect(readParameter({name: 'p', ...view}).ok).to.be.false;
    }
  });

  it('degrades a type of a newer server to text, also within another', () => {
    const read = readParameter({
      name: 'p',
      param_type: 'list',
      item: {param_type: 'hologram'},
    });
    expect(read.ok && read.warnings).to.have.length(1);
    const list = (read.ok ? read.value : null) as unknown as {
      readonly item: BaseParameter;
    };
    expect(list.item).to.be.instanceOf(UnknownParameter);
    expect(list.item.parse('x')).to.deep.include({value: 'x'});
  });
});

describe('what a parameter is made with', () => {
  it('is checked where it is declared', () => {
    for (const view of [
      {param_type: 'str', choices: ['a', 'a']},
      {param_type: 'int', choices: [1.5]},
      {param_type: 'str', min_length: 3, max_length: 2},
      {param_type: 'float', exclusive_min: 1, max: 1},
      {param_type: 'date', min: 'x'},
      {param_type: 'date', min: '2025-01-02', max: '2025-01-01'},
      {param_type: 'list', min_items: 3, max_items: 2},
    ]) {
      expect(readParameter({name: 'p', ...view}).ok, JSON.stringify(view)).to.be
        .false;
    }
  });
});
