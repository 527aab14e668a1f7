import type {AnnotationState, AnnotationType, User} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';

import {timeAgo} from './time-ago.js';
import {toUserView, type UserView} from './user-view.js';

/** The facts about an annotation that are not regions, as plugins see them. */
export abstract class AnnotationFacts {
  readonly #context: SessionContext;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** The annotation in the store; as it was last once it is deleted. */
  abstract get state(): AnnotationState;

  /** Server id, `null` before the first save. */
  get pk(): string | null {
    return this.state.info.pk;
  }

  /** Annotation, prediction or a view of an older version. */
  get type(): AnnotationType {
    return this.state.info.type;
  }

  /** True when a person made it in this session. */
  get userGenerate(): boolean {
    return this.state.info.userGenerate;
  }

  /** True when it was sent in this session. */
  get sentUserGenerate(): boolean {
    return this.state.info.sentUserGenerate;
  }

  /** True when the server knows it. */
  get exists(): boolean {
    const {info} = this.state;
    if (info.pk === null) return false;
    return (info.userGenerate && info.sentUserGenerate) || info.hasSavedResult;
  }

  /** ISO 8601. */
  get createdDate(): string {
    return this.state.info.createdDate;
  }

  /** How long ago it was made, in words. */
  get createdAgo(): string {
    const written = this.#source('created_ago', 'createdAgo');
    return typeof written === 'string'
      ? written
      : timeAgo(this.createdDate, this.#context.scheduler.now());
  }

  /** Name of who made it. */
  get createdBy(): string {
    return this.state.info.createdBy;
  }

  /** Who made it, `null` when the source does not say. */
  get user(): UserView | null {
    const maker = this.#source('user', 'completed_by');
    const {users, user} = this.#context;
    if (maker === null) return this.userGenerate ? toUserView(user) : null;
    if (typeof maker === 'object') return toUserView(maker as User);
    const people = user ? [user, ...users] : users;
    return toUserView(people.find(({id}) => id === maker));
  }

  /** When it was shown first. */
  get loadedDate(): Date {
    return new Date(this.state.info.loadedAtMs);
  }

  /** Seconds worked on it before this session, or `null`. */
  get leadTime(): number | null {
    return this.state.info.leadTime;
  }

  /** Confidence of a prediction. */
  get score(): number | undefined {
    return this.state.info.score;
  }

  /** True when it is the reference answer. */
  get ground_truth(): boolean {
    return this.state.info.groundTruth;
  }

  /** True when the task was skipped with it. */
  get skipped(): boolean {
    return this.state.info.skipped;
  }

  /** False for predictions and older versions. */
  get editable(): boolean {
    return this.state.info.editable;
  }

  /** True when its source says that it may not be changed. */
  get readonly(): boolean {
    return this.state.info.readonly;
  }

  /** Server id of the prediction it was made of, or `null`. */
  get parent_prediction(): unknown {
    return this.#source('parent_prediction');
  }

  /** Server id of the annotation it was made of, or `null`. */
  get parent_annotation(): unknown {
    return this.#source('parent_annotation');
  }

  /** Server id of its last older version, or `null`. */
  get last_annotation_history(): unknown {
    return this.#source('last_annotation_history');
  }

  /** How many comments it has, or `null`. */
  get comment_count(): unknown {
    return this.#source('comment_count');
  }

  /** How many of its comments are not resolved, or `null`. */
  get unresolved_comment_count(): unknown {
    return this.#source('unresolved_comment_count');
  }

  /** What the last review said of it, or `null`. */
  get acceptedState(): unknown {
    return this.#source('accepted_state', 'acceptedState');
  }

  /** True when a region is selected. */
  get hasSelection(): boolean {
    return this.selectionSize > 0;
  }

  /** How many regions are selected. */
  get selectionSize(): number {
    return this.state.selection.length;
  }

  /** True when a person may accept or reject it. */
  get canBeReviewed(): boolean {
    return (
      this.#context.interfaces.includes('review') && this.type === 'annotation'
    );
  }

  /** True for unsaved work of somebody else. */
  get isNonEditableDraft(): boolean {
    return this.pk === null && !this.userGenerate && !this.editable;
  }

  /** Returns whether it may not be changed. */
  isReadOnly(): boolean {
    return this.readonly || !this.editable;
  }

  #source(...keys: readonly string[]): unknown {
    const {source} = this.state.info;
    for (const key of keys) {
      const value = source[key];
      if (value !== undefined && value !== null) return value;
    }
    return null;
  }
}
