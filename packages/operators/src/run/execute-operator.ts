import type {LsError, Parsed} from '@ls-annotation/core';

import {
  OperatorEditError,
  OperatorExecutionError,
  OperatorTimeoutError,
  OperatorUnavailableError,
  ParameterValidationError,
  toMessage,
} from '../errors.js';
import type {OperatorContext} from '../operator/operator-context.js';
import type {OperatorResult} from '../operator/operator-result.js';
import {loadOutputs} from '../output/load-outputs.js';
import type {ReadOutputs} from '../output/read-outputs.js';
import type {BaseParameter} from '../parameters/base-parameter.js';
import type {ParameterIssue} from '../parameters/parameter-issue.js';
import type {
  ParameterValues,
  ReadValuesOptions,
} from '../parameters/parameter-values.js';
import {resolveParameters} from '../parameters/resolve-parameters.js';
import {validateParameterValues} from '../parameters/validate-values.js';
import type {RegisteredOperator} from '../registry/registered-operator.js';
import type {StartTimer} from '../remote/platform.js';
import type {OperatorEdit, OperatorTarget} from '../target/operator-target.js';

import type {OperatorRun, OperatorRunEnd} from './operator-run.js';
import {settleRun} from './settle-run.js';

/** What a run works with. */
export interface ExecuteOperatorOptions {
  /** The run to carry through. */
  readonly run: OperatorRun;
  /** The operator to call. */
  readonly registered: RegisteredOperator;
  /** What it looks at and changes, or `null`. */
  readonly target: OperatorTarget | null;
  /** The values as they were given, with what is secret. */
  readonly values: ParameterValues;
  /** See `ReadValuesOptions`. */
  readonly reading: Omit<ReadValuesOptions, 'context'>;
  /** How long `execute` may take, milliseconds, or `null` for ever. */
  readonly timeoutMs: number | null;
  /** Starts the clock for that. */
  readonly startTimer: StartTimer;
  /** Settles when the turn of the run has come. */
  readonly turn: Promise<void>;
  /** Returns why the page does not permit the run, or `null`. */
  readonly denial: (context: OperatorContext) => Promise<string | null>;
  /** Called with the parameters that the values lead to. */
  readonly onParameters: (parameters: readonly BaseParameter[]) => void;
}

const NO_OUTPUTS: ReadOutputs = {outputs: [], issues: []};

/**
 * Carries a run from its values to its end: checks, waits for its turn and for
 * the operator to be ready, calls it, makes its edits. Never rejects.
 */
export async function executeOperator(
  options: ExecuteOperatorOptions,
): Promise<void> {
  const {run} = options;
  try {
    await execute(options);
  } catch (thrown) {
    const error = toError(run.operatorName, thrown);
    run.end({result: {success: false, message: failureText(error)}, error});
  }
}

async function execute(options: ExecuteOperatorOptions): Promise<void> {
  const {run, registered, target, turn} = options;
  const {operatorName, isPreview} = run;
  const values = await checkValues(options);
  if (!values.ok) {
    throw new ParameterValidationError(operatorName, values.issues);
  }
  await registered.ready();
  const edits: OperatorEdit[] = [];
  const context = editingContext(options, edits);
  const denial = await options.denial(context);
  if (denial !== null) throw new OperatorUnavailableError(operatorName, denial);
  await turn;
  if (run.isOver) return;
  registered.assertApplicable(context);
  const base = target?.annotation ?? null;
  if (!begin(options)) return;
  const answer: unknown = await registered.operator.execute({
    parameters: values.value,
    context,
    signal: run.signal,
    isPreview,
    progress: (fraction, text) => run.report(fraction, text),
    log: (message) => run.write(message),
  });
  const {outputs} = (answer ?? {}) as {readonly outputs?: unknown};
  const read = outputs == null ? NO_OUTPUTS : await loadOutputs(outputs);
  const end = readAnswer(operatorName, answer, read);
  run.commit(() =>
    settleRun(end, {operatorName, target, base, edits, isPreview}),
  );
}

/** Returns false when whoever heard of the start has ended the run. */
function begin({run, timeoutMs, startTimer}: ExecuteOperatorOptions): boolean {
  run.start();
  if (timeoutMs !== null) {
    const stop = startTimer(() => {
      run.fail(new OperatorTimeoutError(run.operatorName, timeoutMs));
    }, timeoutMs);
    run.changes$.subscribe({complete: stop});
  }
  return !run.isOver;
}

/** The values are those of the parameters that they themselves lead to. */
async function checkValues({
  run,
  registered,
  target,
  values,
  reading,
  onParameters,
}: ExecuteOperatorOptions): Promise<Parsed<ParameterValues, ParameterIssue>> {
  const {signal} = run;
  const {operator, parameters} = registered;
  const context = readingContext(target);
  const resolved = operator.resolve
    ? await resolveParameters(operator, {parameters, values, context, signal})
    : {parameters};
  onParameters(resolved.parameters);
  return validateParameterValues(resolved.parameters, values, {
    ...reading,
    context,
    operator,
    signal,
  });
}

/** Returns what an operator sees of `target`, without a way to change it. */
export function readingContext(target: OperatorTarget | null): OperatorContext {
  return targetContext(target, () => {
    throw new OperatorEditError('', 'Only a run can change it.');
  });
}

function editingContext(
  {run, target}: ExecuteOperatorOptions,
  edits: OperatorEdit[],
): OperatorContext {
  const name = run.operatorName;
  return targetContext(target, (edit) => {
    if (run.isOver) throw new OperatorEditError(name, 'The run is over.');
    if (!target?.annotation) {
      throw new OperatorEditError(name, 'No annotation is open.');
    }
    if (target.readonlyReason !== null) {
      throw new OperatorEditError(name, target.readonlyReason);
    }
    edits.push(edit);
  });
}

function targetContext(
  target: OperatorTarget | null,
  edit: OperatorContext['edit'],
): OperatorContext {
  return {
    get task() {
      return target?.task ?? null;
    },
    get data() {
      return target?.task?.data ?? {};
    },
    get config() {
      return target?.config ?? null;
    },
    get annotation() {
      return target?.annotation ?? null;
    },
    get readonlyReason() {
      return target?.readonlyReason ?? null;
    },
    get scopes() {
      return target?.scopes ?? ['root'];
    },
    edit,
  };
}

function readAnswer(
  operatorName: string,
  answer: unknown,
  read: ReadOutputs,
): OperatorRunEnd {
  const {success, message} = (answer ?? {}) as Partial<
    Record<keyof OperatorResult, unknown>
  >;
  if (typeof success !== 'boolean') {
    throw new OperatorExecutionError(
      operatorName,
      'It did not answer {success, message}.',
    );
  }
  const result = {
    success,
    message: typeof message === 'string' ? message : '',
    ...(read.outputs.length > 0 ? {outputs: read.outputs} : {}),
  };
  return {result, outputIssues: read.issues};
}

/** Returns an error that names the operator: what was thrown, or around it. */
function toError(operatorName: string, thrown: unknown): LsError {
  return isNamed(operatorName, thrown)
    ? thrown
    : new OperatorExecutionError(operatorName, thrown);
}

/** By shape: a page may hold two copies of this package. */
function isNamed(operatorName: string, thrown: unknown): thrown is LsError {
  if (!(thrown instanceof Error)) return false;
  const {code, operatorName: named} = thrown as {
    code?: unknown;
    operatorName?: unknown;
  };
  return typeof code === 'string' && named === operatorName;
}

function failureText(error: LsError): string {
  if (error.code === 'operators/execution-failed')
    return toMessage(error.cause);
  return error.message;
}
