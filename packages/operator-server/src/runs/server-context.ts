import {readAnnotation} from '@ls-annotation/core';
import type {AnnotationState} from '@ls-annotation/core';
import {OperatorUnavailableError} from '@ls-annotation/operators';
import type {
  DisplayJson,
  OperatorCollection,
  OperatorContext,
} from '@ls-annotation/operators';

/**
 * Returns the context that operators of a server see: what the caller said to
 * work on, and what was on display when it asked. Nothing is live here, and
 * nothing can be changed.
 */
export function serverContext(
  collection: OperatorCollection,
  {task, annotation}: DisplayJson,
): OperatorContext {
  return {
    task: task ?? null,
    data: task?.data ?? {},
    config: null,
    annotation: annotation ? annotationState(annotation) : null,
    scopes: ['root'],
    collection,
    edit: () => {
      throw new OperatorUnavailableError(
        '',
        'A server has no annotation to change.',
      );
    },
  };
}

/** It was read once when the request came, and was fine. */
function annotationState({
  id,
  result,
}: NonNullable<DisplayJson['annotation']>): AnnotationState | null {
  const read = readAnnotation({result, ...(id !== null && {id})});
  return read.ok ? read.value : null;
}
