import {OperatorInputError} from '../../src/index.js';
import type {ServerOperator} from '../../src/index.js';

/** The operators of the tables, as they are on this server. */
export const TABLE_OPERATORS: readonly ServerOperator[] = [
  {
    name: 'Greeting',
    description: 'Says hello.',
    parameters: [{name: 'name', description: 'your name', default: 'you'}],
    execute: ({parameters}) => success(`Hello ${parameters.name as string}!`),
  },
  {
    name: 'Every type',
    supportedScopes: ['root', 'image'],
    parameters: [
      {name: 'text', param_type: 'str'},
      {name: 'count', param_type: 'int', default: 3},
      {name: 'ratio', param_type: 'float', default: 0.5},
      {name: 'flag', param_type: 'bool', default: true},
      {
        name: 'rules',
        param_type: 'table',
        required: false,
        columns: [
          {name: 'pattern', param_type: 'str'},
          {name: 'weight', param_type: 'float'},
        ],
      },
      {name: 'note', param_type: 'str', required: false},
      {name: 'limit', param_type: 'float', required: false},
    ],
    execute: ({parameters}) => success(JSON.stringify(parameters)),
  },
  {
    name: 'Sees context',
    execute: ({context: {collection}}) =>
      success(
        JSON.stringify({
          collection_id: collection?.id,
          filter_type: collection?.filter?.filter_type ?? null,
        }),
      ),
  },
  {
    name: 'Refuses',
    execute: () => ({success: false, message: 'Not today.'}),
  },
  {
    name: 'Bad value',
    execute: () => {
      throw new OperatorInputError('bad value');
    },
  },
  {
    name: 'Crashes',
    execute: () => {
      throw new Error('something secret');
    },
  },
  {
    name: 'Slow',
    execute: async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return success('At last.');
    },
  },
  {
    name: 'Video only',
    supportedScopes: ['video'],
    execute: () => success(''),
  },
  {name: 'Broken', startup: broken, execute: () => success('')},
];

function success(message: string) {
  return {success: true, message};
}

function broken(): void {
  throw new Error('no model');
}
