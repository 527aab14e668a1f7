import {
  BoolParameter,
  ColorParameter,
  DateParameter,
  DateTimeParameter,
  FileParameter,
  FloatParameter,
  IntParameter,
  LabelParameter,
  ListParameter,
  ObjectParameter,
  OneOfParameter,
  RangeParameter,
  RegionParameter,
  StringParameter,
  TableParameter,
  TimeParameter,
} from '@ls-annotation/operators';
import type {BaseParameter} from '@ls-annotation/operators';

/** What every parameter of a case is made with. */
export interface CaseOptions {
  /** Its name. */
  readonly name: string;
  /** Whether it is required. */
  readonly required?: boolean;
  /** Whether it can only be seen. */
  readonly readOnly?: boolean;
  /** Its default; of the type of the case. */
  readonly default?: never;
}

/** One kind of parameter, and how a person deals with it. */
export interface TypeCase {
  /** What it is. */
  readonly title: string;
  /** Makes the parameter. */
  readonly make: (options: CaseOptions) => BaseParameter;
  /** A value that fits; also how it is submitted. */
  readonly value: unknown;
  /** What does not fit, and what is said about it. */
  readonly invalid?: readonly [value: unknown, message: string];
  /** Keys after the form took the focus; each is a key or `"text"`. */
  readonly keys?: readonly string[];
  /** What these keys enter. */
  readonly entered?: unknown;
  /** Keys that clear `value`; `@` and a name focuses a button first. */
  readonly clear?: readonly string[];
  /** What is left; `undefined` for unset. */
  readonly cleared?: unknown;
  /** What a required one says; `null` when it always has a value. */
  readonly missing?: string | null;
}

const CHOICES = [
  {value: 'a', title: 'Alpha', description: 'The first.'},
  {value: 'b', title: 'Beta', color: '#112233'},
  {value: 'c', title: 'Gamma', group: 'More'},
];
const REQUIRED = 'This field is required.';
const NOT_LISTED = 'Choose one of: Alpha, Beta, Gamma.';
const FILE = {name: 'a.csv', type: 'text/csv', size: 3, content: 'AAAA'};
const BIG = {name: 'b.csv', type: 'text/csv', size: 6, content: 'AAAAAAAA'};

/** Every type there is, but for notices, which have no value. */
export const TYPE_CASES: readonly TypeCase[] = [
  {
    title: 'a line of text',
    make: (options) => new StringParameter({...options, minLength: 3}),
    value: 'abc',
    invalid: ['ab', 'Enter at least 3 characters.'],
    keys: ['"xyz"'],
    entered: 'xyz',
    clear: ['Backspace'],
  },
  {
    title: 'several lines of text',
    make: (options) =>
      new StringParameter({...options, multiline: true, maxLength: 5}),
    value: 'a\nb',
    invalid: ['abcdef', 'Enter at most 5 characters.'],
    keys: ['"a"', 'Enter', '"b"'],
    entered: 'a\nb',
    clear: ['Control+a', 'Backspace'],
  },
  {
    title: 'a secret',
    make: (options) =>
      new StringParameter({...options, secret: true, pattern: '[a-z]+'}),
    value: 'abc',
    invalid: ['1', 'Match the form [a-z]+'],
    keys: ['"xyz"'],
    entered: 'xyz',
    clear: ['Backspace'],
  },
  {
    title: 'text with suggestions',
    make: (options) =>
      new StringParameter({...options, suggestions: ['abc'], minLength: 2}),
    value: 'abc',
    invalid: ['a', 'Enter at least 2 characters.'],
    keys: ['"xyz"'],
    entered: 'xyz',
    clear: ['Backspace'],
  },
  {
    title: 'a whole number',
    make: (options) => new IntParameter({...options, max: 9, unit: 'px'}),
    value: 5,
    invalid: [10, 'Enter a value of at most 9.'],
    keys: ['"7"'],
    entered: 7,
    clear: ['Backspace'],
  },
  {
    title: 'a number',
    make: (options) => new FloatParameter({...options, min: 0, max: 1}),
    value: 0.5,
    invalid: [2, 'Enter a value from 0 to 1.'],
    keys: ['".25"'],
    entered: 0.25,
    clear: ['Backspace'],
  },
  {
    title: 'a slider',
    make: (options) =>
      new IntParameter({...options, slider: true, min: 0, max: 10, unit: '%'}),
    value: 5,
    invalid: [11, 'Enter a value from 0 to 10.'],
    keys: ['ArrowRight', 'ArrowRight'],
    entered: 2,
    clear: ['Tab', 'Backspace'],
  },
  {
    title: 'a list of choices',
    make: (options) => new StringParameter({...options, choices: CHOICES}),
    value: 'b',
    invalid: ['z', NOT_LISTED],
    keys: ['ArrowDown', 'ArrowDown'],
    entered: 'b',
    clear: ['Home'],
  },
  {
    title: 'radio buttons',
    make: (options) =>
      new StringParameter({...options, choices: CHOICES, choiceStyle: 'radio'}),
    value: 'b',
    invalid: ['z', NOT_LISTED],
    keys: ['Space', 'ArrowDown'],
    entered: 'b',
    clear: ['@Clear value', 'Enter'],
  },
  {
    title: 'choices as buttons',
    make: (options) =>
      new IntParameter({
        ...options,
        choices: [1, 2, 3],
        choiceStyle: 'buttons',
      }),
    value: 2,
    invalid: [4, 'Choose one of: 1, 2, 3.'],
    keys: ['Space', 'ArrowRight'],
    entered: 2,
    clear: ['@Clear value', 'Enter'],
  },
  {
    title: 'choices that are searched',
    make: (options) =>
      new StringParameter({
        ...options,
        choices: CHOICES,
        choiceStyle: 'autocomplete',
      }),
    value: 'b',
    invalid: ['z', NOT_LISTED],
    keys: ['"be"', 'ArrowDown', 'Enter'],
    entered: 'b',
    clear: ['Backspace'],
  },
  {
    title: 'choices, or something else',
    make: (options) =>
      new StringParameter({
        ...options,
        choices: CHOICES,
        allowOther: true,
        maxLength: 5,
      }),
    value: 'other',
    invalid: ['others', 'Enter at most 5 characters.'],
    keys: ['"new"', 'Tab'],
    entered: 'new',
    clear: ['Backspace'],
  },
  {
    title: 'several choices',
    make: (options) =>
      new ListParameter({
        ...options,
        item: new StringParameter({name: 'item', choices: CHOICES}),
      }),
    value: ['a'],
    invalid: [['z'], NOT_LISTED],
    keys: ['Space', 'Tab', 'Space'],
    entered: ['a', 'b'],
    clear: ['Space'],
    missing: 'Add at least one entry.',
  },
  {
    title: 'several choices that are searched',
    make: (options) =>
      new ListParameter({
        ...options,
        item: new StringParameter({
          name: 'item',
          choices: CHOICES,
          choiceStyle: 'autocomplete',
        }),
      }),
    value: ['a'],
    invalid: [['z'], NOT_LISTED],
    keys: ['"ga"', 'ArrowDown', 'Enter', '"al"', 'ArrowDown', 'Enter'],
    entered: ['c', 'a'],
    clear: ['Backspace'],
    missing: 'Add at least one entry.',
  },
  {
    title: 'a checkbox',
    make: (options) => new BoolParameter({...options}),
    value: true,
    keys: ['Space'],
    entered: true,
    clear: ['Space'],
    cleared: false,
    missing: null,
  },
  {
    title: 'a switch',
    make: (options) =>
      new BoolParameter({
        ...options,
        style: 'switch',
        trueLabel: 'On',
        falseLabel: 'Off',
      }),
    value: true,
    keys: ['Space'],
    entered: true,
    clear: ['Space'],
    cleared: false,
    missing: null,
  },
  {
    title: 'a date',
    make: (options) => new DateParameter({...options, min: '2026-01-01'}),
    value: '2026-08-14',
    invalid: ['2025-08-14', 'Enter 2026-01-01 or later.'],
    keys: ['"08142026"'],
    entered: '2026-08-14',
    clear: ['@Clear value', 'Enter'],
  },
  {
    title: 'a time',
    make: (options) => new TimeParameter({...options, max: '12:00'}),
    value: '09:30',
    invalid: ['13:00', 'Enter 12:00 or earlier.'],
    keys: ['"0930AM"'],
    entered: '09:30',
    clear: ['@Clear value', 'Enter'],
  },
  {
    title: 'a date and time',
    make: (options) =>
      new DateTimeParameter({...options, min: '2026-01-01T00:00'}),
    value: '2026-08-14T09:30',
    invalid: ['2025-08-14T09:30', 'Enter 2026-01-01T00:00 or later.'],
    keys: ['"08142026"', 'ArrowRight', '"0930AM"'],
    entered: '2026-08-14T09:30',
    clear: ['@Clear value', 'Enter'],
  },
  {
    title: 'a colour',
    make: (options) =>
      new ColorParameter({...options, suggestions: ['#ff0000']}),
    value: '#2f7fd6',
    invalid: ['blue', 'Enter a colour, such as #2f7fd6.'],
    keys: ['Tab', '"#f00"'],
    entered: '#ff0000',
    clear: ['@Clear value', 'Enter'],
  },
  {
    title: 'a range',
    make: (options) => new RangeParameter({...options, min: 0, max: 9}),
    value: [1, 5],
    invalid: [[5, 1], 'The first number must not be above the second.'],
    keys: ['"2"', 'Tab', '"8"'],
    entered: [2, 8],
    clear: ['Backspace', 'Tab', 'Backspace'],
  },
  {
    title: 'a range with sliders',
    make: (options) =>
      new RangeParameter({...options, min: 0, max: 10, step: 1, slider: true}),
    value: [1, 5],
    invalid: [[1, 50], 'Enter numbers from 0 to 10.'],
    keys: ['ArrowRight', 'Tab', 'ArrowLeft'],
    entered: [1, 9],
    clear: ['Tab', 'Tab', 'Backspace', 'Tab', 'Backspace'],
  },
  {
    title: 'a list',
    make: (options) =>
      new ListParameter({
        ...options,
        item: new StringParameter({name: 'item', minLength: 2}),
      }),
    value: ['ab'],
    invalid: [['a'], 'Enter at least 2 characters.'],
    keys: ['Enter', '"xy"'],
    entered: ['xy'],
    clear: ['@Remove entry 1', 'Enter'],
    missing: 'Add at least one entry.',
  },
  {
    title: 'an object',
    make: (options) =>
      new ObjectParameter({
        ...options,
        properties: [
          new StringParameter({name: 'x', required: options.required ?? true}),
          new IntParameter({name: 'y', required: false, max: 3}),
        ],
      }),
    value: {x: 'ab'},
    invalid: [{x: 'ab', y: 4}, 'Enter a value of at most 3.'],
    keys: ['"cd"', 'Tab', '"2"'],
    entered: {x: 'cd', y: 2},
    clear: ['Backspace'],
  },
  {
    title: 'one of several shapes',
    make: (options) =>
      new OneOfParameter({
        ...options,
        variants: [
          {name: 'box', properties: [new IntParameter({name: 'side', max: 3})]},
          {name: 'all', properties: []},
        ],
      }),
    value: {variant: 'box', side: 1},
    invalid: [{variant: 'box', side: 4}, 'Enter a value of at most 3.'],
    keys: ['ArrowDown', 'Tab', '"2"'],
    entered: {variant: 'box', side: 2},
    clear: ['Home'],
    missing: 'Choose one.',
  },
  {
    title: 'a table',
    make: (options) =>
      new TableParameter({
        ...options,
        columns: [
          new StringParameter({name: 'x', choices: CHOICES}),
          new IntParameter({name: 'y', max: 3}),
        ],
      }),
    value: [{x: 'a', y: 1}],
    invalid: [[{x: 'a', y: 4}], 'Enter a value of at most 3.'],
    keys: ['Enter', 'ArrowDown', 'Tab', '"2"'],
    entered: [{x: 'a', y: 2}],
    clear: ['@Remove row 1', 'Enter'],
    missing: 'Add at least one row.',
  },
  {
    title: 'a file',
    make: (options) =>
      new FileParameter({...options, accept: ['.csv'], maxSize: 5}),
    value: FILE,
    invalid: [BIG, 'b.csv has 6 bytes. Choose one of at most 5 bytes.'],
    clear: ['@Remove a.csv', 'Enter'],
    missing: 'Choose a file.',
  },
  {
    title: 'a label',
    make: (options) => new LabelParameter({...options}),
    value: 'City',
    invalid: ['Sea', 'Choose one of: City, Amount.'],
    keys: ['Space', 'ArrowRight'],
    entered: 'amount',
    clear: ['@Clear value', 'Enter'],
  },
  {
    title: 'a region',
    make: (options) => new RegionParameter({...options}),
    value: 'r1',
    invalid: ['r9', 'There is no such region.'],
    keys: ['ArrowDown', 'ArrowDown'],
    entered: 'r2',
    clear: ['Home'],
    missing: 'Choose a region.',
  },
  {
    title: 'several regions',
    make: (options) => new RegionParameter({...options, multiple: true}),
    value: ['r1'],
    invalid: [['r9'], 'There is no such region.'],
    keys: ['ArrowDown', 'Enter'],
    entered: ['r1'],
    clear: ['Backspace'],
    missing: 'Choose a region.',
  },
];

/** What is said when nothing is given. */
export function missingText({missing = REQUIRED}: TypeCase): string | null {
  return missing;
}
