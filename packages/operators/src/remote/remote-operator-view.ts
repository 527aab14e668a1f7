import type {LsError} from '@ls-annotation/core';

import {ParameterDefinitionError} from '../errors.js';
import {OperatorScope} from '../operator/operator-scope.js';
import type {BaseParameter} from '../parameters/base-parameter.js';
import {readParameter} from '../parameters/read-parameter.js';

import {knownReads} from './display-json.js';
import type {OperatorRead} from './display-json.js';
import {isRecord, toText} from './json.js';
import type {JsonRecord} from './json.js';

/** An operator as a server lists it, read from JSON that nobody vouches for. */
export interface RemoteOperatorView {
  /** Id on the server; LightlyStudio makes a new one at each start. */
  readonly id: string;
  /** Shown to people; not always unique. */
  readonly name: string;
  /** What it is found again by: its name, with a count when used twice. */
  readonly key: string;
  /** A sentence for people; LightlyStudio sends none. */
  readonly description: string;
  /** What it can be applied to. */
  readonly supportedScopes: readonly OperatorScope[];
  /** What it is to be told of what is on display. */
  readonly reads: readonly OperatorRead[];
  /** Why it cannot run on the server, or empty. */
  readonly unavailable: string;
  /** Its parameters as JSON; `null` when the list does not hold them. */
  readonly parameters: readonly unknown[] | null;
  /** The whole entry. */
  readonly json: JsonRecord;
}

/**
 * Reads a server's list of operators. Entries without an id or a name are left
 * out.
 */
export function readOperatorList(
  list: readonly unknown[],
): readonly RemoteOperatorView[] {
  const counts = new Map<string, number>();
  return list.filter(isOperator).map((json) => {
    const {operator_id: id, name} = json;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return {
      id,
      name,
      key: count === 1 ? name : `${name} (${count})`,
      description: toText(json.description),
      supportedScopes: readScopes(json.supported_scopes),
      reads: knownReads(json.reads),
      unavailable: readUnavailable(json),
      parameters: Array.isArray(json.parameters)
        ? (json.parameters as readonly unknown[])
        : null,
      json,
    };
  });
}

/** Parameters of an operator, and what was odd about their JSON. */
export interface RemoteParameters {
  /** In the order of the form. */
  readonly parameters: readonly BaseParameter[];
  /** Odd, but a form is possible. */
  readonly warnings: readonly LsError[];
}

/**
 * Reads the parameters of one operator. Lenient as `readParameter` is: what a
 * newer server invents must not hide an operator.
 *
 * @throws {@link ParameterDefinitionError} when there is no form for them.
 */
export function readRemoteParameters(
  views: readonly unknown[],
): RemoteParameters {
  const parameters: BaseParameter[] = [];
  const warnings: LsError[] = [];
  for (const view of views) {
    const read = readParameter(view);
    const name = isRecord(view) ? toText(view.name) : '';
    const found = read.ok ? read.warnings : read.issues;
    const errors = found.map(
      ({message}) => new ParameterDefinitionError(name, message),
    );
    if (!read.ok) throw errors[0] ?? new ParameterDefinitionError(name, '');
    parameters.push(read.value);
    warnings.push(...errors);
  }
  return {parameters, warnings};
}

function isOperator(
  entry: unknown,
): entry is JsonRecord & {operator_id: string; name: string} {
  return (
    isRecord(entry) &&
    typeof entry.operator_id === 'string' &&
    typeof entry.name === 'string' &&
    entry.name !== ''
  );
}

/** LightlyStudio's OpenAPI document makes the key optional. */
function readScopes(scopes: unknown): readonly OperatorScope[] {
  if (!Array.isArray(scopes)) return [OperatorScope.root];
  const words = (scopes as readonly unknown[]).filter(
    (scope) => typeof scope === 'string',
  );
  return words as readonly OperatorScope[];
}

function readUnavailable({status, error_message: message}: JsonRecord): string {
  switch (status) {
    case 'error':
      return `It could not be started on the server: ${toText(message)}`;
    case 'stopping':
    case 'stopped':
      return 'It has been stopped on the server.';
    default:
      return '';
  }
}
