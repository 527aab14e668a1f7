import {
  applyPatches as applyImmerPatches,
  enablePatches,
  freeze,
  produceWithPatches,
} from 'immer';
import type {Draft, Objectish, Patch} from 'immer';
import {Subject} from 'rxjs';
import type {Observable} from 'rxjs';

import {
  AnnotationNotFoundError,
  DuplicateRegionError,
  RegionNotFoundError,
} from '../errors.js';
import type {NewRegion, Region} from '../model/region.js';

import {AnnotationHistory} from './annotation-history.js';
import type {
  AnnotationHead,
  AnnotationState,
  StoreHead,
  StoreState,
} from './annotation-state.js';
import {applyPatches, withAnnotation} from './apply-patches.js';
import type {
  ChangeOrigin,
  Commit,
  CommitOptions,
  StatePatch,
} from './commit.js';
import {makeRegion} from './make-region.js';
import {OrdinalIndex} from './ordinal-index.js';
import {annotationOf, isUndoable, regionPath} from './path.js';
import type {RegionPatchPath} from './path.js';
import {regionAt, withRegionAt, withRegions} from './region-table.js';

enablePatches();

const EMPTY_STATE: StoreState = freeze(
  {task: null, annotations: {}, order: [], predictions: [], selectedId: null},
  true,
);

interface Transaction {
  readonly previous: StoreState;
  readonly patches: StatePatch[];
  readonly inversePatches: StatePatch[];
  readonly options: CommitOptions;
}

/**
 * The one place that holds annotation state.
 *
 * State is plain and frozen. It changes through the methods below, each of
 * which yields one {@link Commit}; everything else (undo, the page, a log, a
 * mirror elsewhere) follows from that stream. A change costs what it changes,
 * however many regions there are.
 */
export class AnnotationStore {
  readonly #changes = new Subject<Commit>();
  readonly #histories = new Map<string, AnnotationHistory>();
  readonly #ordinals = new OrdinalIndex();
  readonly #queue: Commit[] = [];
  #state = EMPTY_STATE;
  #transaction: Transaction | null = null;
  #origin: ChangeOrigin = 'user';
  #isDelivering = false;

  /**
   * Returns the name of who makes a change that does not say, where that is
   * known. It is asked while the change is made.
   */
  authorOf: ((origin: ChangeOrigin) => string | undefined) | null = null;

  /** The present state. Frozen; a new object after every change. */
  get state(): StoreState {
    return this.#state;
  }

  /**
   * Emits every commit, in order, after the state has changed.
   *
   * A commit made while another is delivered is delivered after it, so that
   * every subscriber sees the same order. Never errors.
   */
  get changes$(): Observable<Commit> {
    return this.#changes;
  }

  /**
   * Returns an annotation.
   *
   * @throws {@link AnnotationNotFoundError} when the store does not hold it.
   */
  annotation(annotationId: string): AnnotationState {
    const annotation = this.#state.annotations[annotationId];
    if (!annotation) throw new AnnotationNotFoundError(annotationId);
    return annotation;
  }

  /** Returns a region, or `undefined`; costs the same for any number. */
  findRegion(annotationId: string, regionId: string): Region | undefined {
    const annotation = this.#state.annotations[annotationId];
    const ordinal = this.#ordinals.find(annotationId, regionId);
    if (!annotation || ordinal === undefined) return undefined;
    const region = regionAt(annotation.regions, ordinal);
    return region?.id === regionId ? region : undefined;
  }

  /**
   * Returns the history of an annotation.
   *
   * @throws {@link AnnotationNotFoundError} when the store does not hold it.
   */
  history(annotationId: string): AnnotationHistory {
    this.annotation(annotationId);
    let history = this.#histories.get(annotationId);
    if (!history) {
      history = new AnnotationHistory((patches, inversePatches, label) => {
        this.#restore(patches, inversePatches, label);
      });
      this.#histories.set(annotationId, history);
    }
    return history;
  }

  /** Changes the task, the lists or what is on display. */
  update(
    recipe: (draft: Draft<StoreHead>) => void,
    options: CommitOptions = {},
  ): void {
    const {annotations, ...head} = this.#state;
    const [next, patches, inverse] = produceWithPatches(head, recipe);
    if (patches.length === 0) return;
    this.#commit(
      freeze({...next, annotations}),
      patches.map((patch) => prefixed([], patch)),
      inverse.map((patch) => prefixed([], patch)),
      options,
    );
  }

  /** Adds an annotation, or replaces the one with the same id. */
  insertAnnotation(
    annotation: AnnotationState,
    options: CommitOptions = {},
  ): void {
    const path = ['annotations', annotation.id];
    const before = this.#state.annotations[annotation.id];
    const frozen = freeze(annotation, true);
    this.#ordinals.replace(frozen);
    this.#commit(
      withAnnotation(this.#state, frozen),
      [{op: before ? 'replace' : 'add', path, value: frozen}],
      [before ? {op: 'replace', path, value: before} : {op: 'remove', path}],
      options,
    );
  }

  /** Removes an annotation with its history; false when it is not there. */
  removeAnnotation(annotationId: string, options: CommitOptions = {}): boolean {
    const before = this.#state.annotations[annotationId];
    if (!before) return false;
    const path = ['annotations', annotationId];
    const annotations = {...this.#state.annotations};
    Reflect.deleteProperty(annotations, annotationId);
    this.#commit(
      {...this.#state, annotations},
      [{op: 'remove', path}],
      [{op: 'add', path, value: before}],
      options,
    );
    return true;
  }

  /**
   * Changes an annotation beside its regions.
   *
   * @throws {@link AnnotationNotFoundError} when the store does not hold it.
   */
  updateAnnotation(
    annotationId: string,
    recipe: (draft: Draft<AnnotationHead>) => void,
    options: CommitOptions = {},
  ): void {
    const {id, regions, ...head} = this.annotation(annotationId);
    const [next, patches, inverse] = produceWithPatches(head, recipe);
    if (patches.length === 0) return;
    const path = ['annotations', annotationId];
    this.#commit(
      withAnnotation(this.#state, {...next, id, regions}),
      patches.map((patch) => prefixed(path, patch)),
      inverse.map((patch) => prefixed(path, patch)),
      options,
    );
  }

  /**
   * Adds a region and returns it as it is stored.
   *
   * @throws {@link AnnotationNotFoundError} when there is no such annotation.
   * @throws {@link DuplicateRegionError} when the id is taken.
   */
  insertRegion(
    annotationId: string,
    region: NewRegion,
    options: CommitOptions = {},
  ): Region {
    const [inserted] = this.insertRegions(annotationId, [region], options);
    return inserted as Region;
  }

  /**
   * Adds regions in one commit and returns them as they are stored.
   *
   * @throws {@link AnnotationNotFoundError} when there is no such annotation.
   * @throws {@link DuplicateRegionError} when an id is taken.
   */
  insertRegions(
    annotationId: string,
    regions: readonly NewRegion[],
    options: CommitOptions = {},
  ): readonly Region[] {
    const annotation = this.annotation(annotationId);
    const first = annotation.regions.nextOrdinal;
    const made = regions.map((region, index) =>
      makeRegion(region, first + index),
    );
    this.#assertFree(annotationId, made);
    if (made.length === 0) return made;
    for (const region of made) this.#ordinals.add(annotationId, region);
    this.#commit(
      withAnnotation(this.#state, {
        ...annotation,
        regions: withRegions(annotation.regions, made),
      }),
      made.map((region) => ({
        op: 'add',
        path: regionRoot(annotationId, region.id),
        value: region,
      })),
      made
        .map((region): StatePatch => ({
          op: 'remove',
          path: regionRoot(annotationId, region.id),
        }))
        .reverse(),
      options,
    );
    return made;
  }

  /**
   * Changes one region. Its `id` and `ordinal` are not to be changed.
   *
   * @throws {@link RegionNotFoundError} when it is not there.
   */
  updateRegion(
    annotationId: string,
    regionId: string,
    recipe: (draft: Draft<Region>) => void,
    options: CommitOptions = {},
  ): void {
    const region = this.findRegion(annotationId, regionId);
    if (!region) throw new RegionNotFoundError(annotationId, regionId);
    const [next, patches, inverse] = produceWithPatches(region, recipe);
    if (patches.length === 0) return;
    const path = regionRoot(annotationId, regionId);
    this.#commit(
      this.#withRegion(annotationId, region.ordinal, next),
      patches.map((patch) => prefixed(path, patch)),
      inverse.map((patch) => prefixed(path, patch)),
      options,
    );
  }

  /** Removes a region; false when it is not there. */
  removeRegion(
    annotationId: string,
    regionId: string,
    options: CommitOptions = {},
  ): boolean {
    const region = this.findRegion(annotationId, regionId);
    if (!region) return false;
    const path = regionRoot(annotationId, regionId);
    this.#commit(
      this.#withRegion(annotationId, region.ordinal, null),
      [{op: 'remove', path}],
      [{op: 'add', path, value: region}],
      options,
    );
    return true;
  }

  /**
   * Makes the changes of another store in this one, as one commit: for a
   * store that follows it. Regions stand where they stand there.
   *
   * A patch for a region or annotation that is not there is passed over.
   */
  follow(patches: readonly StatePatch[], options: CommitOptions = {}): void {
    this.transact(options, () => {
      for (const patch of patches) this.#follow(patch);
    });
  }

  /**
   * Makes everything that `work` changes one commit and one undo step.
   *
   * The state is readable as it changes; subscribers hear of it once, at the
   * end. Inside another transaction it joins that one. When `work` throws,
   * everything is taken back and the error goes on.
   */
  transact<T>(options: CommitOptions, work: () => T): T {
    if (this.#transaction) return work();
    const transaction: Transaction = {
      previous: this.#state,
      patches: [],
      inversePatches: [],
      options: {origin: this.#origin, ...options},
    };
    this.#transaction = transaction;
    try {
      const answer = work();
      this.#transaction = null;
      this.#publish(transaction);
      return answer;
    } catch (error) {
      this.#rollBack(transaction);
      throw error;
    } finally {
      this.#transaction = null;
    }
  }

  /** Makes `origin` the default of what `work` changes before it returns. */
  runAs<T>(origin: ChangeOrigin, work: () => T): T {
    const before = this.#origin;
    this.#origin = origin;
    try {
      return work();
    } finally {
      this.#origin = before;
    }
  }

  /** Forgets everything but the subscribers. */
  reset(options: CommitOptions = {origin: 'load'}): void {
    this.transact({label: 'reset', ...options}, () => {
      for (const id of Object.keys(this.#state.annotations)) {
        this.removeAnnotation(id, options);
      }
      this.update((draft) => {
        draft.task = null;
        draft.order = [];
        draft.predictions = [];
        draft.selectedId = null;
      }, options);
    });
  }

  /** Completes every stream. */
  close(): void {
    for (const history of this.#histories.values()) history.close();
    this.#changes.complete();
  }

  #follow(patch: StatePatch): void {
    const [root, annotationId, ...rest] = patch.path;
    if (root !== 'annotations') {
      this.update((draft) => {
        patchDraft(draft, patch, patch.path);
      });
      return;
    }
    const id = String(annotationId);
    if (rest.length === 0) {
      if (patch.op === 'remove') this.removeAnnotation(id);
      else this.insertAnnotation(patch.value as AnnotationState);
      return;
    }
    if (!Object.hasOwn(this.#state.annotations, id)) return;
    const region = regionPath(patch);
    if (region) this.#followRegion(patch, region);
    else {
      this.updateAnnotation(id, (draft) => {
        patchDraft(draft, patch, rest);
      });
    }
  }

  #followRegion(
    patch: StatePatch,
    {annotationId, regionId, rest}: RegionPatchPath,
  ): void {
    if (rest.length === 0 && patch.op !== 'remove') {
      this.#placeRegion(annotationId, freeze(patch.value as Region, true));
      return;
    }
    if (!this.findRegion(annotationId, regionId)) return;
    if (rest.length === 0) this.removeRegion(annotationId, regionId);
    else {
      this.updateRegion(annotationId, regionId, (draft) => {
        patchDraft(draft, patch, rest);
      });
    }
  }

  /** Puts a region where its ordinal says, in the place of its former self. */
  #placeRegion(annotationId: string, region: Region): void {
    if (this.findRegion(annotationId, region.id)) {
      this.removeRegion(annotationId, region.id);
    }
    this.#ordinals.add(annotationId, region);
    const path = regionRoot(annotationId, region.id);
    this.#commit(
      this.#withRegion(annotationId, region.ordinal, region),
      [{op: 'add', path, value: region}],
      [{op: 'remove', path}],
      {},
    );
  }

  #assertFree(annotationId: string, regions: readonly Region[]): void {
    const ids = new Set<string>();
    for (const {id} of regions) {
      if (ids.has(id) || this.findRegion(annotationId, id)) {
        throw new DuplicateRegionError(id);
      }
      ids.add(id);
    }
  }

  #withRegion(
    annotationId: string,
    ordinal: number,
    region: Region | null,
  ): StoreState {
    const annotation = this.annotation(annotationId);
    return withAnnotation(this.#state, {
      ...annotation,
      regions: withRegionAt(annotation.regions, ordinal, region),
    });
  }

  #restore(
    patches: readonly StatePatch[],
    inversePatches: readonly StatePatch[],
    label: string,
  ): void {
    const next = applyPatches(this.#state, patches, this.#ordinals);
    this.#commit(next, patches, inversePatches, {origin: 'history', label});
  }

  #rollBack(transaction: Transaction): void {
    const current = this.#state.annotations;
    this.#state = transaction.previous;
    for (const annotation of Object.values(this.#state.annotations)) {
      if (current[annotation.id] === annotation) continue;
      this.#ordinals.replace(annotation);
    }
  }

  #forgetRemoved(patches: readonly StatePatch[]): void {
    for (const {op, path} of patches) {
      if (op !== 'remove' || path.length !== 2) continue;
      const id = String(path[1]);
      if (path[0] !== 'annotations' || this.#state.annotations[id]) continue;
      this.#histories.get(id)?.close();
      this.#histories.delete(id);
      this.#ordinals.forget(id);
    }
  }

  #commit(
    state: StoreState,
    patches: readonly StatePatch[],
    inversePatches: readonly StatePatch[],
    options: CommitOptions,
  ): void {
    const previous = this.#state;
    this.#state = state;
    const open = this.#transaction;
    if (open) {
      open.patches.push(...patches);
      open.inversePatches.unshift(...inversePatches);
      return;
    }
    this.#publish({
      previous,
      patches: [...patches],
      inversePatches: [...inversePatches],
      options: {origin: this.#origin, ...options},
    });
  }

  #publish(transaction: Transaction): void {
    const {previous, patches, inversePatches, options} = transaction;
    if (patches.length === 0) return;
    this.#forgetRemoved(patches);
    const origin = options.origin ?? 'user';
    const author = options.author ?? this.authorOf?.(origin);
    const commit: Commit = {
      state: this.#state,
      previous,
      patches,
      inversePatches,
      origin,
      ...(author === undefined ? {} : {author}),
      label: options.label ?? '',
      ...(options.mergeKey === undefined ? {} : {mergeKey: options.mergeKey}),
    };
    this.#record(commit);
    this.#queue.push(commit);
    this.#deliver();
  }

  #record(commit: Commit): void {
    if (commit.origin === 'load' || commit.origin === 'history') return;
    const ids = new Set<string>();
    for (const patch of commit.patches) {
      const id = isUndoable(patch) ? annotationOf(patch) : null;
      if (id) ids.add(id);
    }
    for (const id of ids) {
      if (!this.#state.annotations[id]) continue;
      const mine = (patch: StatePatch): boolean =>
        isUndoable(patch) && annotationOf(patch) === id;
      this.history(id).record({
        label: commit.label,
        patches: commit.patches.filter(mine),
        inversePatches: commit.inversePatches.filter(mine),
        ...(commit.mergeKey === undefined ? {} : {mergeKey: commit.mergeKey}),
      });
    }
  }

  #deliver(): void {
    if (this.#isDelivering) return;
    this.#isDelivering = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
        this.#changes.next(next);
      }
    } finally {
      this.#isDelivering = false;
    }
  }
}

function regionRoot(annotationId: string, regionId: string): string[] {
  return ['annotations', annotationId, 'regions', regionId];
}

function patchDraft(
  draft: Objectish,
  patch: StatePatch,
  path: readonly (string | number)[],
): void {
  applyImmerPatches(draft, [{...patch, path: [...path]}]);
}

function prefixed(path: readonly string[], patch: Patch): StatePatch {
  return {...patch, path: [...path, ...patch.path]};
}
