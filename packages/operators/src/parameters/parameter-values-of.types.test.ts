import {defineOperator} from '../operator/define-operator.js';
import type {Operator} from '../operator/operator.js';
import {OperatorRegistry} from '../registry/operator-registry.js';

import type {OperatorFile} from './operator-file.js';
import type {ParameterValues} from './parameter-values.js';
import type {ParameterValuesOf} from './parameter-values-of.js';
import {StringParameter} from './string-parameter.js';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

function holds<T extends true>(_proof?: T): void {}

export const PARAMETERS = [
  {name: 'text'},
  {name: 'str', param_type: 'str', required: false},
  {name: 'int', param_type: 'int', default: 1},
  {name: 'float', param_type: 'float', visible_when: {parameter: 'text'}},
  {name: 'bool', param_type: 'bool'},
  {name: 'model', param_type: 'str', choices: ['s', {value: 'l', title: 'L'}]},
  {name: 'size', param_type: 'int', choices: [1, 2]},
  {name: 'other', param_type: 'str', choices: ['a'], allow_other: true},
  {name: 'asked', param_type: 'str', choices: ['a'], options: 'async'},
  {name: 'day', param_type: 'date'},
  {name: 'range', param_type: 'range'},
  {name: 'tags', param_type: 'list', item: {choices: ['x', 'y']}},
  {
    name: 'box',
    param_type: 'object',
    properties: [
      {name: 'w', param_type: 'float'},
      {name: 'h', param_type: 'float', required: false},
    ],
  },
  {
    name: 'mode',
    param_type: 'one_of',
    variants: [
      {name: 'fast', properties: []},
      {name: 'good', properties: [{name: 'steps', param_type: 'int'}]},
    ],
  },
  {
    name: 'rules',
    param_type: 'table',
    columns: [
      {name: 'label', param_type: 'str'},
      {name: 'score', param_type: 'float', required: false},
    ],
  },
  {name: 'file', param_type: 'file'},
  {name: 'files', param_type: 'file', multiple: true},
  {name: 'region', param_type: 'region'},
  {name: 'regions', param_type: 'region', multiple: true},
  {name: 'hint', param_type: 'notice', text: 'Mind the gap.'},
  {name: 'new', param_type: 'of-a-newer-server'},
] as const;

type Values = ParameterValuesOf<typeof PARAMETERS>;

holds<
  Equal<
    Values,
    {
      readonly text: string;
      readonly int: number;
      readonly bool: boolean;
      readonly model: 's' | 'l';
      readonly size: 1 | 2;
      readonly other: string;
      readonly asked: string;
      readonly day: string;
      readonly range: readonly [low: number, high: number];
      readonly tags: readonly ('x' | 'y')[];
      readonly box: {readonly w: number; readonly h?: number};
      readonly mode:
        | ({readonly variant: 'fast'} & ParameterValuesOf<readonly []>)
        | ({readonly variant: 'good'} & {readonly steps: number});
      readonly rules: readonly {
        readonly label: string;
        readonly score: number | null;
      }[];
      readonly file: OperatorFile;
      readonly files: readonly OperatorFile[];
      readonly region: string;
      readonly regions: readonly string[];
      readonly new: unknown;
      readonly str?: string;
      readonly float?: number;
    }
  >
>();

const greet = defineOperator({
  name: 'Greet',
  parameters: [
    {name: 'who', param_type: 'str', choices: ['you', 'me']},
    {name: 'times', param_type: 'int', required: false},
  ],
  validate: ({times}) =>
    times === 13 ? [{path: '/times', message: 'Not that one.'}] : [],
  execute({parameters}) {
    holds<Equal<typeof parameters.who, 'you' | 'me'>>();
    holds<Equal<typeof parameters.times, number | undefined>>();
    // @ts-expect-error -- there is no such parameter
    String(parameters.whom);
    return {success: true, message: parameters.who};
  },
});
new OperatorRegistry().register(greet);

// An operator without literal definitions has values of any name.
export const loose: Operator = {
  name: 'Loose',
  parameters: [new StringParameter({name: 'a'}), {name: 'b'}],
  execute: ({parameters}) => {
    holds<Equal<typeof parameters, ParameterValues>>();
    return {success: true, message: String(parameters.a)};
  },
};

defineOperator({
  name: 'Wrong',
  parameters: [
    // @ts-expect-error -- a definition needs a name
    {param_type: 'int'},
    // @ts-expect-error -- it is a number
    {name: 'a', min_length: '1'},
    // @ts-expect-error -- conditions name a parameter
    {name: 'b', visible_when: {equals: 1}},
  ],
  execute: () => ({success: true, message: ''}),
});
