import type {PluginError, PluginKind} from '@ls-annotation/plugins';
import {findSyntaxError} from '@ls-annotation/plugins';

import type {PlaceOf} from '../shared/place-of.js';

import {faultWords} from './fault-words.js';
import {stretchAt} from './problem.js';
import type {Problem} from './problem.js';

/** Returns what keeps the source of a plugin from being run, at its place. */
export async function scriptProblems(
  code: string,
  kind: PluginKind,
  nonce = '',
): Promise<readonly Problem[]> {
  const error = await findSyntaxError(code, {kind, nonce});
  if (!error) return [];
  const {line, column} = error.position ?? {line: 1, column: 1};
  const {message} = error;
  return [{...stretchAt(code, line, column), severity: 'error', message}];
}

/** Returns where a failure of a plugin arose; `null` when nobody knows. */
export function failureProblem(
  code: string,
  error: PluginError,
  placeOf: PlaceOf,
): Problem | null {
  if (!error.position) return null;
  const {line, column} = placeOf(error.position, error.source);
  const message = faultWords(error);
  return {...stretchAt(code, line, column), severity: 'warning', message};
}
