import {stackOf} from '@ls-annotation/core';

import type {SourcePosition} from '../errors.js';

import {SCRIPT_PREFIX} from './compile-script.js';

/**
 * Returns where in a script an error arose, from the topmost line of its
 * stack that names the script, or `null`.
 *
 * @param sourceUrl - name that the script was compiled under.
 * @param prefix - text before the source on its first line.
 */
export function errorPosition(
  error: unknown,
  sourceUrl: string,
  prefix = SCRIPT_PREFIX,
): SourcePosition | null {
  const stack = stackOf(error);
  const name = sourceUrl.replace(/\s/g, '%20');
  const at = stack.indexOf(`${name}:`);
  if (at === -1) return null;
  const match = /^(\d+):(\d+)/.exec(stack.slice(at + name.length + 1));
  if (!match) return null;
  const line = Number(match[1]);
  const column = Number(match[2]);
  const shift = line === 1 ? prefix.length : 0;
  return {line, column: Math.max(1, column - shift)};
}
