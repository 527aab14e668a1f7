import {
  makeId,
  readAnnotation,
  type AnnotationJson,
  type AnnotationState,
  type AnnotationType,
} from '@ls-annotation/core';

import {ResultsError} from '../errors.js';

import type {SessionContext} from './session-context.js';

/** What the source wrote about an annotation: as saved, and unsaved. */
export interface AnnotationVersions {
  /** What was saved. */
  readonly result?: unknown;
  /** What was kept as a draft. */
  readonly draft?: unknown;
}

/**
 * Reads annotations of a task into the store.
 *
 * @internal
 */
export class AnnotationReader {
  readonly #context: SessionContext;
  readonly #versions = new Map<string, AnnotationVersions>();

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** Reads an annotation in and returns its internal id. */
  insert(json: AnnotationJson, type: AnnotationType): string {
    const state = this.parse(json, type);
    this.#context.store.insertAnnotation(state, {origin: 'load'});
    this.remember(state.id, json);
    return state.id;
  }

  /** Keeps what the source wrote about an annotation. */
  remember(id: string, {result, draft}: AnnotationJson): void {
    this.#versions.set(id, {
      ...(result === undefined ? {} : {result}),
      ...(draft === undefined ? {} : {draft}),
    });
  }

  /** Returns what the source wrote about an annotation. */
  versionsOf(id: string): AnnotationVersions {
    return this.#versions.get(id) ?? {};
  }

  /** Forgets what sources wrote. */
  clear(): void {
    this.#versions.clear();
  }

  /** Returns an annotation as the store holds it; reports what is wrong. */
  parse(
    json: AnnotationJson,
    type: AnnotationType,
    id = makeId(5),
  ): AnnotationState {
    const {config, scheduler} = this.#context;
    const nowMs = scheduler.now();
    const parsed = readAnnotation(json, {type, id, nowMs, config});
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    for (const {message} of issues) {
      this.#context.reportError(new ResultsError(message));
    }
    return parsed.ok
      ? parsed.value
      : this.parse({...json, result: [], draft: []}, type, id);
  }
}
