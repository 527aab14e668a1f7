import {isDeepEqual, isUndoable} from '@ls-annotation/core';
import type {
  AnnotationState,
  Commit,
  ResultJson,
  StoreState,
} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';
import type {HandlerRun} from '@ls-annotation/lsi';

import {bringState} from './bring-state.js';
import {decodeArguments} from './event-arguments.js';
import {fromRecordedAnnotation, fromRecordedPatch} from './recorded-state.js';
import {firesAgain} from './replayed-events.js';
import {isSameResult} from './same-result.js';
import type {
  RecordedChange,
  RecordedEntry,
  RecordedEvent,
  SessionRecording,
} from './session-recording.js';
import {resultsOf} from './session-tape.js';
import {untilAborted} from './until-aborted.js';

/** How long the next entry waits for handlers that have not settled. */
const HANDLER_DEADLINE_MS = 1000;

/** What a history that waits for a step to end is frozen by. */
const FROZEN_BY = 'replay';

/** How a replay is to be. */
export interface ReplayOptions {
  /**
   * True when plugins are to make their changes anew: those that were recorded
   * are left out. False when everything is to be as it was recorded, and what
   * plugins change meanwhile is taken back.
   */
  readonly arePluginsAnew: boolean;
  /** Ends it ahead of time. */
  readonly signal: AbortSignal;
}

/** How a replay has ended. */
export interface ReplayOutcome {
  /** True when every annotation is as it was when the recording ended. */
  readonly isSame: boolean;
  /** What the annotations are, by id. */
  readonly results: Readonly<Record<string, readonly ResultJson[]>>;
}

/**
 * Has what was recorded happen again, in a host that shows the same task with
 * the same config: one entry at a time, beginning with {@link begin}.
 *
 * Changes are made with the patches, labels and origins that they had; an undo
 * or redo that cannot be done by the history is a step of its own. Handlers
 * hear the events again, except for those which ask the page to save, fetch or
 * go somewhere else; no draft is kept. The annotations keep their ids.
 */
export class SessionReplay {
  readonly #host: AnnotationHostElement;
  readonly #recording: SessionRecording;
  readonly #options: ReplayOptions;
  readonly #before: StoreState;
  readonly #keepsDrafts: boolean;
  /** Steps of the histories as they are after the last entry. */
  readonly #indexes = new Map<string, number>();
  /** Annotations that somebody else has changed since the last entry. */
  readonly #changed = new Set<string>();
  #expected: StoreState;
  #ownCommits = 0;
  #frozenId: string | null = null;
  #position = 0;
  #subscription: {unsubscribe(): void} | null = null;

  constructor(
    host: AnnotationHostElement,
    recording: SessionRecording,
    options: ReplayOptions,
  ) {
    this.#host = host;
    this.#recording = recording;
    this.#options = options;
    this.#before = host.store.state;
    this.#expected = this.#before;
    this.#keepsDrafts = host.settings.enableAutoSave;
  }

  /** Number of entries that have happened. */
  get position(): number {
    return this.#position;
  }

  /** The entry that happens next, `null` after the last. */
  get next(): RecordedEntry | null {
    return this.#recording.entries[this.#position] ?? null;
  }

  /**
   * Puts what was there when the recording began in the place of the
   * annotations that are there.
   */
  async begin(): Promise<void> {
    const {annotations, order, predictions, selectedId} = this.#recording.start;
    this.#host.settings = {enableAutoSave: false};
    this.#subscription = this.#host.store.changes$.subscribe((commit) => {
      this.#onCommit(commit);
    });
    await this.#until(
      bringState(this.#host, {
        annotations: annotations.map(fromRecordedAnnotation),
        order,
        predictions,
        selectedId,
      }),
    );
    this.#note();
  }

  /** Has the next entry happen; does nothing after the last. */
  async step(): Promise<void> {
    const entry = this.next;
    if (!entry) return;
    this.#takeBack();
    this.#position += 1;
    if (entry.kind === 'event') await this.#fire(entry);
    else if (entry.kind === 'display') await this.#show(entry.annotationId);
    else this.#change(entry);
    if (entry.kind === 'change') this.#note();
  }

  /** Ends it where it is, and tells how the annotations are. */
  finish(): ReplayOutcome {
    this.#takeBack();
    this.close();
    const {session, store} = this.#host;
    const results = resultsOf(store.state, session.config);
    const {arePluginsAnew} = this.#options;
    const isSame = isSameResult(
      results,
      this.#recording.results,
      arePluginsAnew,
    );
    return {isSame, results};
  }

  /** Lets go of the host; safe to call twice. */
  close(): void {
    if (!this.#subscription) return;
    this.#subscription.unsubscribe();
    this.#subscription = null;
    this.#unfreeze();
    this.#host.settings = {enableAutoSave: this.#keepsDrafts};
  }

  /** Puts what was there before in the place of what was replayed. */
  async putBack(): Promise<void> {
    this.close();
    const {annotations, order, predictions, selectedId} = this.#before;
    await bringState(this.#host, {
      annotations: Object.values(annotations),
      order,
      predictions,
      selectedId,
    });
  }

  #change(change: RecordedChange): void {
    const {arePluginsAnew} = this.#options;
    if (arePluginsAnew && change.origin === 'plugin') return;
    const {store} = this.#host;
    const undoable = change.patches.find(isUndoable);
    if (undoable) this.#collect(String(undoable.path[1]), change);
    this.#ownCommits += 1;
    try {
      if (change.origin === 'history' && this.#moveHistory(change)) return;
      const {origin, author, label, mergeKey} = change;
      store.follow(change.patches.map(fromRecordedPatch), {
        origin: origin === 'history' ? 'user' : origin,
        ...(author === undefined ? {} : {author}),
        label,
        ...(mergeKey === undefined ? {} : {mergeKey}),
      });
    } finally {
      this.#ownCommits = 0;
    }
  }

  /** Makes one step of what was one; what was not ends it. */
  #collect(id: string, {isCollected = false}: RecordedChange): void {
    const {store} = this.#host;
    if (this.#frozenId !== null && (!isCollected || this.#frozenId !== id)) {
      this.#unfreeze();
    }
    if (!isCollected || !(id in store.state.annotations)) return;
    store.history(id).freeze(FROZEN_BY);
    this.#frozenId = id;
  }

  #unfreeze(): void {
    const {store} = this.#host;
    const id = this.#frozenId;
    this.#frozenId = null;
    if (id !== null && id in store.state.annotations) {
      store.history(id).unfreeze(FROZEN_BY);
    }
  }

  /** Does an undo or a redo by the history, when that is the same. */
  #moveHistory({patches}: RecordedChange): boolean {
    const {store} = this.#host;
    const id = String(patches[0]?.path[1]);
    if (!(id in store.state.annotations)) return false;
    const history = store.history(id);
    const {steps, index} = history;
    if (isDeepEqual(steps[index - 1]?.inversePatches, patches)) {
      return history.undo();
    }
    if (isDeepEqual(steps[index]?.patches, patches)) return history.redo();
    return false;
  }

  async #fire({name, args}: RecordedEvent): Promise<void> {
    if (!firesAgain(name)) return;
    const {events} = this.#host;
    const runs = events.dispatch(name, ...decodeArguments(args, this.#host));
    await this.#until(settled(runs));
  }

  async #show(annotationId: string): Promise<void> {
    const {session, store} = this.#host;
    if (!(annotationId in store.state.annotations)) return;
    session.showHeld(annotationId);
    await this.#until(this.#host.displayed);
  }

  #onCommit({origin, patches}: Commit): void {
    // Of those that come while it makes one, the first is its own.
    if (this.#ownCommits > 0) {
      this.#ownCommits -= 1;
      return;
    }
    if (origin === 'load') return;
    for (const patch of patches) {
      if (isUndoable(patch)) this.#changed.add(String(patch.path[1]));
    }
  }

  /** Remembers what is there as what is to be there. */
  #note(): void {
    const {store} = this.#host;
    this.#expected = store.state;
    for (const id of Object.keys(store.state.annotations)) {
      this.#indexes.set(id, store.history(id).index);
    }
  }

  #takeBack(): void {
    if (!this.#options.arePluginsAnew) {
      for (const id of this.#changed) this.#takeBackIn(id);
    }
    this.#changed.clear();
  }

  #takeBackIn(id: string): void {
    const {store} = this.#host;
    const wanted = this.#expected.annotations[id];
    if (!wanted || !(id in store.state.annotations)) return;
    this.#ownCommits = Infinity;
    try {
      store.history(id).set(this.#indexes.get(id) ?? 0);
      const {regions, relations}: AnnotationState = wanted;
      const now = store.annotation(id);
      store.insertAnnotation(
        {...now, regions, relations},
        {origin: 'load', label: 'as recorded'},
      );
    } finally {
      this.#ownCommits = 0;
    }
  }

  async #until(work: Promise<unknown>): Promise<void> {
    await untilAborted(work, this.#options.signal);
  }
}

function settled(runs: readonly HandlerRun[]): Promise<unknown> {
  if (runs.length === 0) return Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, HANDLER_DEADLINE_MS);
  });
  const all = Promise.all(runs.map(({outcome}) => outcome));
  return Promise.race([all, deadline]).finally(() => {
    clearTimeout(timer);
  });
}
