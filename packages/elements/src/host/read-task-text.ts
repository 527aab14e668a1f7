import type {Task} from '@ls-annotation/core';
import {readTask} from '@ls-annotation/core';

import {TaskError} from '../errors.js';

/**
 * Returns the task that a value is; of a list, as Label Studio exports it,
 * the first.
 *
 * @throws {@link TaskError} when it is none.
 */
export function toTask(value: unknown): Task {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const parsed = readTask(first);
  if (!parsed.ok) throw new TaskError(parsed.issues);
  return parsed.value;
}

/**
 * Returns the task in a JSON text.
 *
 * @throws {@link TaskError} when there is none in it.
 */
export function readTaskText(text: string): Task {
  return toTask(parse(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new TaskError([
      {
        code: 'task/json-broken',
        path: '',
        message: `It is not JSON: ${detail}. Correct it at that place.`,
      },
    ]);
  }
}
