/** What an operator of the double answers, or how it fails. */
export type DoubleOutcome =
  | {readonly answer: unknown}
  | {readonly status: number; readonly body: unknown}
  | {readonly crash: true};

/** What an operator of the double gets. */
export interface DoubleCall {
  /** Values as they were sent. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Context as it was sent. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** An operator of the double. */
export interface DoubleOperator {
  readonly name: string;
  readonly scopes?: readonly string[];
  readonly parameters?: readonly unknown[];
  readonly status?: 'pending' | 'stopped' | 'error';
  readonly delayMs?: number;
  execute(call: DoubleCall): DoubleOutcome;
}

/** The keys of a parameter on the wire, in LightlyStudio's order. */
function parameter(
  name: string,
  type: string | null,
  rest: Readonly<Record<string, unknown>> = {},
): unknown {
  return {
    name,
    description: '',
    default: null,
    required: true,
    param_type: type,
    columns: null,
    ...rest,
  };
}

function column(name: string, type: string): unknown {
  return {
    name,
    description: '',
    default: null,
    required: true,
    param_type: type,
  };
}

const success = (message: unknown): DoubleOutcome => ({
  answer: {success: true, message},
});

/**
 * The operators that the double starts with. The first thirteen are there in the
 * script for the real LightlyStudio, too, under the same names.
 */
export const DOUBLE_OPERATORS: readonly DoubleOperator[] = [
  {
    name: 'Greeting',
    parameters: [
      parameter('name', 'str', {description: 'your name', default: 'you'}),
    ],
    execute: ({parameters}) => success(`Hello ${String(parameters.name)}!`),
  },
  {
    name: 'Every type',
    scopes: ['root', 'image'],
    parameters: [
      parameter('text', 'str'),
      parameter('count', 'int', {default: 3}),
      parameter('ratio', 'float', {default: 0.5}),
      parameter('flag', 'bool', {default: true}),
      parameter('rules', 'table', {
        required: false,
        columns: [column('pattern', 'str'), column('weight', 'float')],
      }),
      parameter('note', 'str', {required: false}),
      parameter('limit', 'float', {required: false}),
    ],
    execute: ({parameters}) => success(JSON.stringify(parameters)),
  },
  {
    name: 'Sees context',
    execute: ({context}) =>
      success(
        JSON.stringify({
          collection_id: context.collection_id,
          filter_type:
            (context.context_filter as {filter_type?: string} | undefined)
              ?.filter_type ?? null,
        }),
      ),
  },
  {
    name: 'Refuses',
    execute: () => ({answer: {success: false, message: 'Not today.'}}),
  },
  {
    name: 'Bad value',
    execute: () => ({status: 400, body: {error: 'bad value'}}),
  },
  {name: 'Crashes', execute: () => ({crash: true})},
  {
    name: 'Answers nothing',
    execute: () => ({
      status: 400,
      body: {
        error: 'Input should be a dictionary or an instance of OperatorResult',
      },
    }),
  },
  {
    name: 'Odd types',
    execute: () => ({answer: {success: 1, message: 3}}),
  },
  {
    name: 'Odd dictionary',
    execute: () => ({
      status: 400,
      body: {error: 'Input should be a valid string'},
    }),
  },
  {name: 'Video only', scopes: ['video'], execute: () => success('')},
  {name: 'Slow', delayMs: 300, execute: () => success('At last.')},
  {name: 'Twice', execute: () => success('first')},
  {name: 'Twice', execute: () => success('second')},
  {name: 'Still starting', status: 'pending', execute: () => success('')},
  {name: 'Broken', status: 'error', execute: () => success('')},
  {name: 'Stopped', status: 'stopped', execute: () => success('')},
  {
    name: 'Breaks a rule of the database',
    execute: () => ({
      status: 409,
      body: {error: 'INSERT INTO tag (name) VALUES (?)'},
    }),
  },
  {
    name: 'Odd parameters',
    parameters: [
      parameter('nothing', null),
      parameter('moment', 'duration', {required: false}),
      parameter('whole', 'int', {default: true, required: false}),
    ],
    execute: ({parameters}) => success(JSON.stringify(parameters)),
  },
];
