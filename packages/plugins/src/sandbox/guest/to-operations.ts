import type {
  AnnotationState,
  Commit,
  Region,
  SessionState,
  StatePatch,
} from '@ls-annotation/core';

import type {WriteOperation} from '../protocol.js';

/** Returns what the host is to do for a change that was made in the mirror. */
export function toOperations(
  commit: Commit,
  annotationId: string,
): readonly WriteOperation[] {
  const annotation = commit.state.annotations[annotationId];
  if (!annotation) return [];
  const operations: WriteOperation[] = [];
  const heads = new Set<string>();
  for (const patch of commit.patches) {
    const [, id, part = '', key = '', ...rest] = patch.path;
    if (id !== annotationId) continue;
    if (part === 'regions') {
      addRegion(operations, String(key), patch, rest);
    } else if (part === 'session') {
      const keys = key === '' ? Object.keys(annotation.session) : [key];
      for (const one of keys) heads.add(`session.${String(one)}`);
    } else heads.add(String(part));
  }
  for (const head of heads) operations.push(...headOperation(head, annotation));
  return operations;
}

function addRegion(
  operations: WriteOperation[],
  regionId: string,
  patch: StatePatch,
  rest: readonly (string | number)[],
): void {
  if (rest.length > 0) {
    const inner = {...patch, path: rest};
    const last = operations.at(-1);
    if (last?.kind === 'update' && last.regionId === regionId) {
      operations[operations.length - 1] = {
        ...last,
        patches: [...last.patches, inner],
      };
    } else operations.push({kind: 'update', regionId, patches: [inner]});
  } else if (patch.op === 'remove') {
    operations.push({kind: 'remove', regionId});
  } else {
    operations.push({kind: 'insert', region: patch.value as Region});
  }
}

function headOperation(
  head: string,
  annotation: AnnotationState,
): readonly WriteOperation[] {
  const {relations, selection, session} = annotation;
  if (head === 'relations') return [{kind: 'relations', relations}];
  if (head === 'selection') return [{kind: 'selection', ids: selection}];
  const key = head.replace('session.', '') as keyof SessionState;
  return Object.hasOwn(session, key)
    ? [{kind: 'session', session: {[key]: session[key]}}]
    : [];
}
