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
  const stretch = stretchAt(code, line, column);
  const missing = missingName(code, message, stretch.from);
  return {...(missing ?? stretch), severity: 'warning', message};
}

/**
 * Returns where a name that is not defined stands. Of what runs as a script
 * the browser knows the statement alone.
 */
function missingName(
  code: string,
  message: string,
  at: number,
): Pick<Problem, 'from' | 'to'> | null {
  const [, name] = /(?:^|: )([\w$]+) is not defined/.exec(message) ?? [];
  if (name === undefined || code.startsWith(name, at)) return null;
  const start = code.lastIndexOf('\n', at - 1) + 1;
  const [line = ''] = code.slice(start).split('\n', 1);
  const found = line.search(
    new RegExp(`(?<![\\w$.])${escaped(name)}(?![\\w$])`),
  );
  if (found === -1) return null;
  return {from: start + found, to: start + found + name.length};
}

/** Of what a name is made of, this alone means something in a pattern. */
function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}
