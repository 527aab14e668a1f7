/** What a session is busy with, and which parts of it are unfolded. */
export interface SessionFlags {
  /** True while a save is under way, so that its buttons are off. */
  readonly isSubmitting: boolean;
  /** True while a draft is being saved. */
  readonly isSavingDraft: boolean;
  /** True while a task is being read in. */
  readonly isLoading: boolean;
  /** True when there is no task to show. */
  readonly noTask: boolean;
  /** True when the person may not see the task. */
  readonly noAccess: boolean;
  /** True when the person has labeled everything there is. */
  readonly labeledSuccess: boolean;
  /** True while suggestions of a model are awaited. */
  readonly awaitingSuggestions: boolean;
  /** True while the settings are unfolded. */
  readonly showingSettings: boolean;
  /** True while the instructions are unfolded. */
  readonly showingDescription: boolean;
  /** True while the comments are unfolded. */
  readonly showComments: boolean;
}

/** A session that has nothing to do. */
export const IDLE_FLAGS: SessionFlags = Object.freeze({
  isSubmitting: false,
  isSavingDraft: false,
  isLoading: false,
  noTask: true,
  noAccess: false,
  labeledSuccess: false,
  awaitingSuggestions: false,
  showingSettings: false,
  showingDescription: false,
  showComments: false,
});
