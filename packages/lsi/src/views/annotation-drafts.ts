import type {AnnotationVersions} from '../session/annotation-reader.js';
import type {SessionContext} from '../session/session-context.js';

import {AnnotationFacts} from './annotation-facts.js';
import type {AnnotationView} from './annotation-view.js';

/** What is known of the unsaved work on an annotation, as plugins see it. */
export abstract class AnnotationDrafts extends AnnotationFacts {
  readonly #context: SessionContext;
  #draftSaved: string | undefined;
  #isDraftSaving = false;
  #startedAtMs = 0;

  /** Server id of its draft, `0` without one. */
  draftId: number | string = 0;

  /** True while what is on display is a draft. */
  draftSelected: boolean;

  /** What the source wrote: as saved, and as kept unsaved. */
  versions: AnnotationVersions;

  constructor(context: SessionContext, versions: AnnotationVersions) {
    super(context);
    this.#context = context;
    this.versions = versions;
    this.draftSelected = versions.draft !== undefined;
  }

  /** When its draft was saved last, ISO 8601; `undefined` for never. */
  get draftSaved(): string | undefined {
    return this.#draftSaved;
  }

  /** True while its draft is being saved. */
  get isDraftSaving(): boolean {
    return this.#isDraftSaving;
  }

  /** Milliseconds since 1970 of the first wish to save it, `0` for none. */
  get submissionStarted(): number {
    return this.#startedAtMs;
  }

  /** Says that a person has asked for a save; no draft is saved from then. */
  submissionInProgress(): void {
    this.#startedAtMs = this.#context.scheduler.now() || 1;
  }

  /** Keeps the work as a draft, where a page takes them. */
  saveDraft(
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    return this.#context.drafts.save(this.#view, parameters);
  }

  /** Keeps what has changed since the last draft, if anything has. */
  saveDraftImmediately(): Promise<unknown> {
    return this.#context.drafts.flush(this.#view);
  }

  /**
   * Keeps the work as a draft; does nothing while one is being saved.
   *
   * @returns What the page answered, `{}` when nothing was saved.
   */
  async saveDraftImmediatelyWithResults(
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    if (this.submissionStarted > 0 || this.isDraftSaving) return {};
    return this.saveDraft(parameters);
  }

  /** Keeps drafts of what is changed from now on. */
  startAutosave(): void {
    this.#context.drafts.resume(this.#view);
  }

  /** Keeps no drafts until {@link AnnotationDrafts.startAutosave}. */
  pauseAutosave(): void {
    this.#context.drafts.pause(this.#view);
  }

  /** Forgets its draft, after it was saved for good. */
  dropDraft(): void {
    this.#context.drafts.drop(this.#view);
    this.draftId = 0;
    this.draftSelected = false;
    this.#draftSaved = undefined;
    const {draft: _draft, ...saved} = this.versions;
    this.versions = saved;
  }

  /** Takes over what a source wrote about it. */
  addVersions(versions: AnnotationVersions): void {
    this.versions = {...this.versions, ...versions};
    if (versions.draft) this.draftSelected = true;
  }

  /** Shows its draft, or what was saved; the other one when left out. */
  toggleDraft(draft = !this.draftSelected): void {
    if (draft === this.draftSelected) return;
    if (draft && !this.versions.draft) return;
    const view = this.#view;
    void this.saveDraftImmediately();
    this.pauseAutosave();
    view.deleteAllRegions({deleteReadOnly: true});
    view.deserializeResults(
      (draft ? this.versions.draft : this.versions.result) ?? [],
    );
    this.draftSelected = draft;
    view.updateObjects();
    this.startAutosave();
  }

  /** Remembers the server id of its draft. */
  setDraftId(id: number | string): void {
    this.draftId = id;
  }

  /** Says whether what is on display is a draft. */
  setDraftSelected(selected = true): void {
    this.draftSelected = selected;
  }

  /**
   * Says that its draft is on its way.
   *
   * @internal
   */
  draftStarted(): void {
    const draft = this.#view.serializeAnnotation();
    this.versions = {...this.versions, draft};
    this.draftSelected = true;
    this.#isDraftSaving = true;
  }

  /**
   * Says that the page has its draft.
   *
   * @internal
   */
  draftEnded(at: Date): void {
    this.#isDraftSaving = false;
    this.#draftSaved = at.toISOString();
  }

  /** Every annotation is a whole view; this class is a part of it. */
  get #view(): AnnotationView {
    return this as unknown as AnnotationView;
  }
}
