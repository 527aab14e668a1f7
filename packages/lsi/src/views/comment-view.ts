import {toCamelCase} from './to-camel-case.js';

/** What a comment asks of its store. */
export interface CommentOwner {
  /** Asks the page; returns the answer of the first handler. */
  ask(name: CommentEventName, about: unknown): Promise<unknown>;
}

/** Events that comments are made of. */
export type CommentEventName =
  'comments:create' | 'comments:update' | 'comments:delete' | 'comments:list';

/** A comment as a page writes it. */
export type CommentJson = Readonly<Record<string, unknown>>;

/** A comment as plugins see it. */
export class CommentView {
  readonly #owner: CommentOwner;
  #facts: CommentJson;

  /** True once it is settled. */
  isResolved: boolean;

  /** True while its text is being changed. */
  isEditMode = false;

  /** True once it was deleted. */
  isDeleted = false;

  /** True while a person is asked whether to delete it. */
  isConfirmDelete = false;

  constructor(owner: CommentOwner, json: CommentJson) {
    this.#owner = owner;
    this.#facts = Object.fromEntries(
      Object.entries(json).map(([key, value]) => [toCamelCase(key), value]),
    );
    this.isResolved = this.#facts.isResolved === true;
  }

  /** Server id; below 0 until the server has given one. */
  get id(): number {
    return Number(this.#facts.id);
  }

  /** What it says. */
  get text(): string {
    return typeof this.#facts.text === 'string' ? this.#facts.text : '';
  }

  /** ISO 8601. */
  get createdAt(): unknown {
    return this.#facts.createdAt;
  }

  /** ISO 8601. */
  get updatedAt(): unknown {
    return this.#facts.updatedAt ?? this.createdAt;
  }

  /** ISO 8601, or `null`. */
  get resolvedAt(): unknown {
    return this.#facts.resolvedAt ?? null;
  }

  /** Server id of who made it. */
  get createdBy(): unknown {
    return this.#facts.createdBy ?? null;
  }

  /** True once the server has it. */
  get isPersisted(): boolean {
    return this.id > 0;
  }

  /** Settles it, or opens it again. */
  async toggleResolve(): Promise<void> {
    if (!this.isPersisted || this.isDeleted) return;
    this.isResolved = !this.isResolved;
    const {id, isResolved} = this;
    try {
      await this.#owner.ask('comments:update', {id, is_resolved: isResolved});
    } catch (error) {
      this.isResolved = !isResolved;
      throw error;
    }
  }

  /** Changes what it says. */
  async updateComment(text: string): Promise<void> {
    if (this.isPersisted && !this.isDeleted) {
      await this.#owner.ask('comments:update', {id: this.id, text});
      this.#facts = {...this.#facts, text};
    }
    this.isEditMode = false;
  }

  /** Deletes it, once a person has confirmed that. */
  async deleteComment(): Promise<void> {
    if (this.isPersisted && !this.isDeleted && this.isConfirmDelete) {
      await this.#owner.ask('comments:delete', {id: this.id});
    }
    this.isDeleted = true;
    this.isConfirmDelete = false;
  }

  /** Says whether its text is being changed. */
  setEditMode(editing: boolean): void {
    this.isEditMode = editing;
  }

  /** Says whether it was deleted. */
  setDeleted(deleted: boolean): void {
    this.isDeleted = deleted;
  }

  /** Says whether a person is asked to confirm. */
  setConfirmMode(confirming: boolean): void {
    this.isConfirmDelete = confirming;
  }

  /** Takes over what the server made of it. */
  replace(json: CommentJson): void {
    this.#facts = {...this.#facts, ...json, id: json.id ?? this.id};
  }

  /** Returns it as it goes to a page. */
  toJSON(): CommentJson {
    return this.#facts;
  }
}
