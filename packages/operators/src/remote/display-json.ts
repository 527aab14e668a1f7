import {writeResults} from '@ls-annotation/core';
import type {ResultJson, Task} from '@ls-annotation/core';

import type {OperatorContext} from '../operator/operator-context.js';

/**
 * What an operator on a server may ask to be told of: `data`, the task with its
 * values; `annotation`, the results on display.
 */
export type OperatorRead = 'data' | 'annotation';

/** What is on display, as a server is told of it. */
export interface DisplayJson {
  /** The task; left out when there is none, or nobody asked. */
  readonly task?: Pick<Task, 'id' | 'data'>;
  /** The annotation; left out when there is none, or nobody asked. */
  readonly annotation?: {
    /** Server id, or `null` before the first save. */
    readonly id: string | null;
    /** Label Studio results, saved or not. */
    readonly result: readonly ResultJson[];
  };
}

/** Every word that an operator can say in `reads`. */
const READS: readonly OperatorRead[] = ['data', 'annotation'];

/** Returns what `reads` asks for as it is now, and no more. */
export function displayJson(
  {task, annotation}: Pick<OperatorContext, 'task' | 'annotation'>,
  reads: readonly OperatorRead[],
): DisplayJson {
  return {
    ...(task && reads.includes('data')
      ? {task: {id: task.id, data: task.data}}
      : {}),
    ...(annotation && reads.includes('annotation')
      ? {
          annotation: {
            id: annotation.info.pk,
            result: writeResults(annotation),
          },
        }
      : {}),
  };
}

/** Returns the words of a list that are known here. */
export function knownReads(list: unknown): readonly OperatorRead[] {
  if (!Array.isArray(list)) return [];
  return READS.filter((one) => (list as readonly unknown[]).includes(one));
}
