import type {
  AnnotationJson,
  AnnotationState,
  StoreState,
  Task,
} from '@ls-annotation/core';

import type {AnnotationOutline, StateOutline} from '../protocol.js';

/** Lists of a task whose entries are annotations. */
const LISTS = ['annotations', 'completions', 'predictions'] as const;

/** Returns what a store holds beside the regions. */
export function outlineState({
  annotations,
  task,
  ...head
}: StoreState): StateOutline {
  return {
    ...head,
    task: task && withoutResults(task),
    annotations: Object.values(annotations).map(outlineAnnotation),
  };
}

function outlineAnnotation({
  regions: {size, nextOrdinal},
  ...annotation
}: AnnotationState): AnnotationOutline {
  return {...annotation, regions: {size, nextOrdinal}};
}

/** The annotations have them as regions; as JSON they would go over twice. */
function withoutResults(task: Task): Task {
  const lists = LISTS.flatMap((name) => {
    const list = task[name];
    return Array.isArray(list) ? [[name, list.map(factsOf)] as const] : [];
  });
  return {...task, ...Object.fromEntries(lists)};
}

function factsOf(annotation: AnnotationJson): AnnotationJson {
  const {result: _result, draft: _draft, ...facts} = annotation;
  return facts;
}
