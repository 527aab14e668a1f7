import type {LsError, Parsed} from '@ls-annotation/core';

import {
  OperatorEditError,
  OperatorExecutionError,
  ParameterValidationError,
  toMessage,
} from '../errors.js';
import type {OperatorContext} from '../operator/operator-context.js';
import type {OperatorResult} from '../operator/operator-result.js';
import type {ParameterIssue} from '../parameters/parameter-issue.js';
import type {ParameterValues} from '../parameters/parameter-values.js';
import {resolveParameters} from '../parameters/resolve-parameters.js';
import {validateParameterValues} from '../parameters/validate-values.js';
import type {RegisteredOperator} from '../registry/registered-operator.js';
import type {OperatorEdit, OperatorTarget} from '../target/operator-target.js';

import type {OperatorRun} from './operator-run.js';

/** What a run works with. */
export interface ExecuteOperatorOptions {
  /** The run to carry through. */
  readonly run: OperatorRun;
  /** The operator to call. */
  readonly registered: RegisteredOperator;
  /** What it looks at and changes, or `null`. */
  readonly target: OperatorTarget | null;
  /** See `ReadValuesOptions`. */
  readonly applyDefaults: boolean;
}

/**
 * Carries a run from its values to its end: checks, waits for the operator to
 * be ready, calls it, makes its edits. Never rejects.
 */
export async function executeOperator(
  options: ExecuteOperatorOptions,
): Promise<void> {
  const {run} = options;
  try {
    const result = await execute(options);
    run.end({result});
  } catch (thrown) {
    const error = toError(run.operatorName, thrown);
    run.end({result: {success: false, message: failureText(error)}, error});
  }
}

async function execute(
  options: ExecuteOperatorOptions,
): Promise<OperatorResult> {
  const {run, registered, target} = options;
  const {operatorName} = run;
  const values = await checkValues(options);
  if (!values.ok) {
    throw new ParameterValidationError(operatorName, values.issues);
  }
  await registered.ready();
  const edits: OperatorEdit[] = [];
  const context = editingContext(options, edits);
  registered.assertApplicable(context);
  if (run.isOver) return {success: false, message: ''};
  run.start();
  const answer: unknown = await registered.operator.execute({
    parameters: values.value,
    context,
    signal: run.signal,
    progress: (fraction, text) => run.report(fraction, text),
    log: (message) => run.write(message),
  });
  const result = readResult(operatorName, answer);
  if (result.success && !run.signal.aborted && edits.length > 0) {
    applyEdits(target, edits, operatorName);
  }
  return result;
}

/** The values are those of the parameters that they themselves lead to. */
async function checkValues({
  run,
  registered,
  target,
  applyDefaults,
}: ExecuteOperatorOptions): Promise<Parsed<ParameterValues, ParameterIssue>> {
  const {signal} = run;
  const {operator, parameters} = registered;
  const context = readingContext(target);
  const resolved = operator.resolve
    ? await resolveParameters(operator, {
        parameters,
        values: run.parameters,
        context,
        signal,
      })
    : {parameters};
  return validateParameterValues(resolved.parameters, run.parameters, {
    applyDefaults,
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
    get scopes() {
      return target?.scopes ?? ['root'];
    },
    edit,
  };
}

function applyEdits(
  target: OperatorTarget | null,
  edits: readonly OperatorEdit[],
  operatorName: string,
): void {
  const reason = target ? target.readonlyReason : 'It is gone.';
  if (reason !== null) throw new OperatorEditError(operatorName, reason);
  try {
    target?.apply(edits, operatorName);
  } catch (cause) {
    throw new OperatorEditError(operatorName, toMessage(cause), cause);
  }
}

function readResult(operatorName: string, answer: unknown): OperatorResult {
  const {success, message} = (answer ?? {}) as Partial<
    Record<keyof OperatorResult, unknown>
  >;
  if (typeof success !== 'boolean') {
    throw new OperatorExecutionError(
      operatorName,
      'It did not answer {success, message}.',
    );
  }
  return {success, message: typeof message === 'string' ? message : ''};
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
