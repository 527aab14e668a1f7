import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import {
  CommentView,
  type CommentEventName,
  type CommentJson,
  type CommentOwner,
} from './comment-view.js';
import type {RootStore} from './root-store.js';
import type {TaskView} from './task-view.js';
import {toUserView, type UserView} from './user-view.js';

/**
 * Comments on the chosen annotation: what Label Studio has at
 * `Htx.commentStore`.
 *
 * They live with the page: each action asks it with a `comments:…` event and
 * takes the answer of the first handler. Without a handler, comments wait to
 * be sent.
 */
export class CommentStoreView implements CommentOwner {
  readonly #context: SessionContext;
  #comments: readonly CommentView[] = [];

  /** What is going on: `list`, `addComment` and the like, or `null`. */
  loading: string | null = null;

  /** True once a person has commented since the last save. */
  addedCommentThisSession = false;

  /** What is typed, by internal id of the annotation. */
  currentComment: Record<string, unknown> = {};

  /** Words that want to be shown at the field. */
  tooltipMessage = '';

  /** Sends what is typed; called, and waited for, before a save. */
  commentFormSubmit: () => unknown = () => undefined;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** Comments, the newest first, as a new list. */
  get comments(): CommentView[] {
    return [...this.#comments];
  }

  /** Comments that the server does not have yet, as a new list. */
  get queuedComments(): CommentView[] {
    return this.#comments.filter(({isPersisted}) => !isPersisted);
  }

  /** True when there are comments that the server does not have yet. */
  get hasUnsaved(): boolean {
    return this.queuedComments.length > 0;
  }

  /** The root store. */
  get store(): RootStore {
    return this.#context.root;
  }

  /** The task on display, `null` without one. */
  get task(): TaskView | null {
    return this.#context.root.task;
  }

  /** Server id of the task. */
  get taskId(): unknown {
    return this.task?.id;
  }

  /** The chosen annotation, `null` for none. */
  get annotation(): AnnotationView | null {
    return this.#context.annotations.selected;
  }

  /** Server id of the annotation, `undefined` before its first save. */
  get annotationId(): string | undefined {
    return this.annotation?.pk ?? undefined;
  }

  /** Server id of the draft, `null` without one. */
  get draftId(): number | string | null {
    const id = this.annotation?.draftId;
    return id === undefined || id === 0 ? null : id;
  }

  /** Who comments. */
  get currentUser(): UserView | null {
    return toUserView(this.#context.user);
  }

  /** True while comments are being fetched. */
  get isListLoading(): boolean {
    return this.loading === 'list';
  }

  /** True when there is something that a comment can be about. */
  get canPersist(): boolean {
    return this.taskId !== null && this.taskId !== undefined;
  }

  /** True when people may comment on what is chosen. */
  get isCommentable(): boolean {
    return !this.annotation || this.annotation.type === 'annotation';
  }

  /** Adds a comment and hands it to the page. */
  async addComment(text: string): Promise<void> {
    if (this.loading === 'addComment') return;
    this.loading = 'addComment';
    const nowMs = this.#context.scheduler.now();
    const json = {
      id: -nowMs,
      text,
      task: this.taskId,
      created_by: this.currentUser?.id,
      created_at: new Date(nowMs).toISOString(),
      ...this.#subject(),
    };
    const comment = new CommentView(this, json);
    this.#comments = [comment, ...this.#comments];
    this.addedCommentThisSession = true;
    try {
      if (this.canPersist) await this.#create(comment, json);
      this.setCurrentComment('');
    } catch (error) {
      this.removeCommentById(comment.id);
      throw error;
    } finally {
      this.loading = null;
    }
  }

  /** Adds what is typed for the chosen annotation. */
  async addCurrentComment(): Promise<void> {
    const typed = this.currentComment[this.annotation?.id ?? ''];
    if (typeof typed === 'string' && typed !== '') await this.addComment(typed);
  }

  /** Hands the page what it does not have yet. */
  async persistQueuedComments(): Promise<void> {
    if (!this.canPersist) return;
    this.loading = 'persistQueuedComments';
    try {
      for (const comment of this.queuedComments) {
        await this.#create(comment, {...comment.toJSON(), ...this.#subject()});
      }
    } finally {
      this.loading = null;
    }
  }

  /** Fetches the comments of the chosen annotation. */
  async listComments(
    options: {readonly suppressClearComments?: boolean} = {},
  ): Promise<void> {
    if (options.suppressClearComments !== true) this.setComments([]);
    const {annotationId: annotation, draftId: draft} = this;
    if (annotation === undefined && draft === null) return;
    this.loading = 'list';
    try {
      const found = await this.ask('comments:list', {annotation, draft});
      if (annotation === this.annotationId && Array.isArray(found)) {
        this.setComments(found as readonly CommentJson[]);
      }
    } finally {
      this.loading = null;
    }
  }

  /** Replaces the comments. */
  setComments(comments: readonly CommentJson[] | undefined): void {
    if (!comments) return;
    this.#comments = comments.map((json) => new CommentView(this, json));
    this.#context.setFlags({});
  }

  /** Keeps what is typed for the chosen annotation. */
  setCurrentComment(comment: unknown): void {
    const id = this.annotation?.id ?? '';
    this.currentComment = {...this.currentComment, [id]: comment};
  }

  /** Says what sends the typed comment before a save. */
  setCommentFormSubmit(submit: () => unknown): void {
    this.commentFormSubmit = submit;
  }

  /** Says what is going on. */
  setLoading(loading: string | null = null): void {
    this.loading = loading;
  }

  /** Says what is to be shown at the field. */
  setTooltipMessage(message: string): void {
    this.tooltipMessage = message;
  }

  /** Says whether a person has commented since the last save. */
  setAddedCommentThisSession(added = false): void {
    this.addedCommentThisSession = added;
  }

  /** Takes over what the server made of a comment. */
  replaceId(id: number, comment: CommentJson): void {
    this.#comments.find((known) => known.id === id)?.replace(comment);
  }

  /** Removes a comment without asking anybody. */
  removeCommentById(id: number): void {
    this.#comments = this.#comments.filter((known) => known.id !== id);
  }

  /** Returns the comments as they go to a page. */
  serialize(): {readonly comments: readonly CommentJson[]} {
    return {comments: this.#comments.map((comment) => comment.toJSON())};
  }

  /**
   * Asks the page.
   *
   * @internal
   */
  async ask(name: CommentEventName, about: unknown): Promise<unknown> {
    const outcomes = await this.#context.events.invoke(name, about);
    const [first] = outcomes ?? [];
    if (first?.status === 'rejected') throw first.error;
    return first?.value;
  }

  async #create(comment: CommentView, json: CommentJson): Promise<void> {
    const made = await this.ask('comments:create', json);
    if (typeof made === 'object' && made !== null) {
      comment.replace(made as CommentJson);
    }
    this.#context.setFlags({});
  }

  #subject(): CommentJson {
    const {annotationId: annotation, draftId: draft} = this;
    if (annotation !== undefined) return {annotation};
    return draft === null ? {} : {draft};
  }
}
