import type {Subscription} from 'rxjs';

import {isUndoable} from '@ls-annotation/core';
import type {AnnotationStore, Commit, StatePatch} from '@ls-annotation/core';

import type {LoggedChange} from './logged-change.js';

/** Changes of one annotation that are kept at least. */
export const KEPT_CHANGES = 5000;

/** Changes that more may be there before the oldest are forgotten. */
const SLACK = 1000;

/**
 * Keeps the changes of every annotation of a store, in their order. Undo and
 * redo are no changes of their own: they change where the others stand.
 */
export class ChangeRecorder {
  readonly #onNews: () => void;
  readonly #logs = new Map<string, LoggedChange[]>();
  /** Annotations of which something was undone or redone last. */
  readonly #moved = new Set<string>();
  #subscription: Subscription | null = null;
  #count = 0;

  /** @param onNews - called after every commit. */
  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  /** Watches a store, and no other any more. */
  watch(store: AnnotationStore | null): void {
    this.#subscription?.unsubscribe();
    this.#subscription =
      store?.changes$.subscribe((commit) => {
        this.#take(commit);
      }) ?? null;
  }

  /** Returns the changes of an annotation, the oldest first. */
  changesOf(annotationId: string): readonly LoggedChange[] {
    return this.#logs.get(annotationId) ?? [];
  }

  /** Forgets the changes of an annotation; what can be undone stays so. */
  clear(annotationId: string): void {
    this.#forget(annotationId);
    this.#onNews();
  }

  #take(commit: Commit): void {
    const ids = new Set(commit.patches.map(annotationOf));
    for (const id of ids) {
      if (id === null) continue;
      if (id in commit.state.annotations) this.#add(id, commit);
      else this.#forget(id);
    }
    this.#onNews();
  }

  #forget(id: string): void {
    this.#logs.delete(id);
    this.#moved.delete(id);
  }

  #add(id: string, commit: Commit): void {
    const {origin, author, label, mergeKey} = commit;
    if (origin === 'history') {
      this.#moved.add(id);
      return;
    }
    const mine = (patch: StatePatch): boolean => annotationOf(patch) === id;
    const patches = commit.patches.filter(mine);
    const inversePatches = commit.inversePatches.filter(mine);
    const isStep = origin !== 'load' && patches.some(isUndoable);
    const log = this.#logOf(id);
    const last = this.#moved.delete(id) ? null : log.at(-1);
    const next = {
      origin,
      author,
      label,
      mergeKey,
      isStep,
      patches,
      inversePatches,
    };
    if (last && belongsTo(last, next)) {
      last.patches.push(...patches);
      last.inversePatches.unshift(...inversePatches);
      return;
    }
    this.#count += 1;
    log.push({number: this.#count, atMs: Date.now(), ...next});
    if (log.length >= KEPT_CHANGES + SLACK) {
      this.#logs.set(id, log.slice(-KEPT_CHANGES));
    }
  }

  #logOf(id: string): LoggedChange[] {
    let log = this.#logs.get(id);
    if (!log) {
      log = [];
      this.#logs.set(id, log);
    }
    return log;
  }
}

/**
 * Tells whether two changes that follow each other are one: those with the
 * same key, and of those that undo passes over, those of one thing.
 */
function belongsTo(
  last: LoggedChange,
  next: Omit<LoggedChange, 'number' | 'atMs'>,
): boolean {
  if (last.origin !== next.origin || last.author !== next.author) return false;
  if (last.isStep !== next.isStep) return false;
  if (next.isStep) {
    return next.mergeKey !== undefined && last.mergeKey === next.mergeKey;
  }
  return (
    last.label === next.label &&
    last.patches[0]?.path.join('/') === next.patches[0]?.path.join('/')
  );
}

function annotationOf({path}: StatePatch): string | null {
  return path[0] === 'annotations' ? String(path[1]) : null;
}
