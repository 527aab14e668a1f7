import {availableParallelism} from 'node:os';

import {displayJson, knownReads} from '@ls-annotation/operators';
import type {
  ExecuteOptions,
  OperatorResult,
  OperatorScope,
  ParameterDefinition,
} from '@ls-annotation/operators';

import type {ServerOperator} from '../catalog/operator-catalog.js';
import {CommandError, OperatorInputError} from '../errors.js';

import {CommandProcess} from './command-process.js';
import type {Message} from './json-lines.js';

/** How a command that has operators is run. */
export interface CommandOptions {
  /** Folder to run it in. */
  readonly cwd?: string;
  /** Environment; left out, that of this process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /**
   * How many runs of one operator may be under way at once.
   * @defaultValue the number of processor cores
   */
  readonly concurrency?: number;
  /**
   * How long it may go on after it was told to stop, and again after SIGTERM,
   * milliseconds.
   * @defaultValue 2000
   */
  readonly graceMs?: number;
  /**
   * How long it may take to tell its operators, milliseconds.
   * @defaultValue 30 000
   */
  readonly describeTimeoutMs?: number;
}

/** An operator as a command describes it. */
interface Description {
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly ParameterDefinition[];
  readonly supported_scopes?: readonly OperatorScope[];
  readonly concurrency?: number;
  readonly repeatable?: boolean;
  readonly reads?: readonly string[];
}

/**
 * Asks a command for its operators, in any language: a program that reads JSON
 * lines and writes them. Each run is a process of its own. The protocol is in
 * the README of this package.
 *
 * @param command - program and arguments: `['python3', 'operators.py']`.
 * @throws {@link CommandError} rejects with, when it cannot be run or tells no
 *   operators.
 */
export async function commandOperators(
  command: readonly string[],
  options: CommandOptions = {},
): Promise<readonly ServerOperator[]> {
  const descriptions = await describe(command, options);
  return descriptions.map((description) => ({
    name: description.name,
    description: description.description ?? '',
    parameters: description.parameters ?? [],
    supportedScopes: description.supported_scopes ?? ['root'],
    concurrency:
      description.concurrency ?? options.concurrency ?? availableParallelism(),
    isRepeatable: description.repeatable ?? true,
    reads: knownReads(description.reads),
    execute: (execute: ExecuteOptions) =>
      executeCommand(command, options, description.name, execute),
  }));
}

async function describe(
  command: readonly string[],
  options: CommandOptions,
): Promise<readonly Description[]> {
  const [program = ''] = command;
  const found: {list: readonly unknown[] | null} = {list: null};
  const child = new CommandProcess({
    ...processOptions(command, options),
    onMessage: ({type, operators}) => {
      if (type !== 'operators' || !Array.isArray(operators)) return;
      found.list = operators as readonly unknown[];
    },
    onText: () => undefined,
  });
  child.send({type: 'describe'});
  child.endInput();
  const timer = setTimeout(
    () => child.kill(),
    options.describeTimeoutMs ?? 30_000,
  );
  const error = await child.ended;
  clearTimeout(timer);
  if (found.list === null) {
    throw error ?? new CommandError(program, 'told no operators.');
  }
  return found.list.map((one) => {
    const {name} = (one ?? {}) as Partial<Description>;
    if (typeof name === 'string' && name !== '') return one as Description;
    throw new CommandError(program, 'told of an operator without a name.');
  });
}

async function executeCommand(
  command: readonly string[],
  options: CommandOptions,
  operator: string,
  {parameters, context, signal, progress, log}: ExecuteOptions,
): Promise<OperatorResult> {
  const [program = ''] = command;
  const outcome: {value: OperatorResult | Error | null} = {value: null};
  const child = new CommandProcess({
    ...processOptions(command, options),
    onMessage: (message) => {
      outcome.value ??= take(message, {progress, log});
    },
    onText: log,
  });
  const {collection} = context;
  child.send({
    type: 'execute',
    operator,
    parameters,
    context: {
      collection_id: collection?.id ?? null,
      context_filter: collection?.filter ?? null,
      // There is no more of it than the operator asks for.
      ...displayJson(context, ['data', 'annotation']),
    },
  });
  const stop = (): void => void child.stop();
  signal.addEventListener('abort', stop, {once: true});
  if (signal.aborted) stop();
  const error = await child.ended;
  signal.removeEventListener('abort', stop);
  if (outcome.value instanceof Error) throw outcome.value;
  if (outcome.value) return outcome.value;
  throw error ?? new CommandError(program, 'ended without a result.');
}

/** Returns what came out, once a message says so. */
function take(
  message: Message,
  {progress, log}: Pick<ExecuteOptions, 'progress' | 'log'>,
): OperatorResult | Error | null {
  switch (message.type) {
    case 'progress': {
      const {fraction, text} = message;
      progress(
        typeof fraction === 'number' ? fraction : null,
        typeof text === 'string' ? text : undefined,
      );
      return null;
    }
    case 'log':
      log(wordsOf(message.message));
      return null;
    case 'result': {
      const {type: _, success, ...rest} = message;
      return {
        ...rest,
        success: success === true,
        message: wordsOf(rest.message),
      };
    }
    case 'error':
      return message.kind === 'input'
        ? new OperatorInputError(wordsOf(message.message))
        : new Error(wordsOf(message.message));
    default:
      return null;
  }
}

function processOptions(
  command: readonly string[],
  {cwd, env, graceMs = 2000}: CommandOptions,
) {
  return {
    command,
    graceMs,
    ...(cwd !== undefined && {cwd}),
    ...(env !== undefined && {env}),
  };
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}
