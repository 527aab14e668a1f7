import {
  childrenOf,
  deleteRegion,
  hasValue,
  setGeometry,
  setRegionFlags,
  setResultValue,
  type ChangeOrigin,
  type CommitOptions,
  type ConfigTag,
  type Geometry,
  type Region,
  type RegionFlags,
} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';
import {placeInText} from '../views/place-in-text.js';
import type {RegionView} from '../views/region-view.js';
import {textOffsetsOf} from '../views/text-offsets.js';

import {
  createRegion,
  settleCreated,
  writtenText,
  type CreateRequest,
} from './create-region.js';
import {announceFinished} from './drawing-finisher.js';
import {beginDrawing, endDrawing, openDrawing} from './open-drawing.js';
import type {SessionContext} from './session-context.js';

/** Regions whose `entityDelete` is being emitted. */
const LEAVING = new WeakSet<RegionView>();

/**
 * Makes, deletes and changes regions, with the events that belong to it.
 *
 * @internal
 */
export class RegionEditor {
  readonly #context: SessionContext;
  readonly #origin: ChangeOrigin;

  constructor(context: SessionContext, origin: ChangeOrigin) {
    this.#context = context;
    this.#origin = origin;
  }

  /** Makes a region and emits `entityCreate`, or makes a classification. */
  create(annotation: AnnotationView, request: CreateRequest): RegionView {
    const options = this.#options(request.options);
    const own = {...request, options};
    if (request.isDrawing !== true) {
      return createRegion(this.#context, annotation, own);
    }
    this.settleDrawing(annotation);
    return beginDrawing(this.#context, annotation, own, () =>
      createRegion(this.#context, annotation, own),
    );
  }

  /**
   * Emits `entityDelete` and deletes a region.
   *
   * @returns False when it is gone, being deleted already, or read-only.
   */
  delete(region: RegionView, options: CommitOptions = {}): boolean {
    if (!region.isAlive || LEAVING.has(region) || region.isReadOnly()) {
      return false;
    }
    const {store, events} = this.#context;
    const {annotation, holderId, cleanId} = region;
    LEAVING.add(region);
    const commit = this.#options({mergeKey: `delete:${cleanId}`, ...options});
    try {
      if (holderId === annotation.id) {
        this.#releaseChildren(region, commit);
        if (!region.state.classification) {
          void events.invoke('entityDelete', region);
        }
        this.finishDrawing(region, true);
      }
      return deleteRegion(store, holderId, cleanId, commit);
    } finally {
      LEAVING.delete(region);
      endDrawing(this.#context, region);
    }
  }

  /** Removes a region without an event, whoever may change it. */
  remove(region: RegionView): void {
    if (!region.isAlive) return;
    const {store} = this.#context;
    deleteRegion(store, region.holderId, region.cleanId, this.#options());
    endDrawing(this.#context, region);
  }

  /**
   * Deletes every region and classification one by one, or all of them at
   * once, read-only ones too, without events.
   */
  deleteAll(annotation: AnnotationView, withReadOnly = false): void {
    const {regions} = annotation;
    if (!withReadOnly) {
      for (const region of regions) this.delete(region);
      return;
    }
    const {store} = this.#context;
    store.transact(this.#options({label: 'delete all regions'}), () => {
      for (const {cleanId} of regions) {
        deleteRegion(store, annotation.id, cleanId);
      }
    });
    this.settleDrawing(annotation);
  }

  /** Has a control say `value` about a region. */
  setResult(
    region: RegionView,
    control: ConfigTag,
    value: unknown,
    options: CommitOptions = {},
  ): void {
    if (!region.isAlive || region.isReadOnly()) return;
    const {store} = this.#context;
    const id = region.holderId;
    const commit = this.#options({label: `set ${control.name}`, ...options});
    setResultValue(store, id, region.cleanId, control, value, commit);
  }

  /** Removes a result; with its last one the region goes. */
  removeResult(region: RegionView, resultId: string): void {
    const {state} = region;
    const result = state.results.find(({id}) => id === resultId);
    if (!result || region.isReadOnly()) return;
    if (state.results.length === 1) {
      this.delete(region);
      return;
    }
    this.#update(region, {label: 'remove result'}, (draft) => {
      draft.results = draft.results.filter(({id}) => id !== resultId);
    });
  }

  /** Changes the named keys of a region's geometry. */
  setGeometry(
    region: RegionView,
    geometry: Geometry,
    options: CommitOptions = {},
  ): void {
    if (!region.isAlive || region.isReadOnly()) return;
    const commit = this.#options({label: 'change shape', ...options});
    const {store} = this.#context;
    const id = region.holderId;
    const written = writtenText(geometry, region.object?.type);
    setGeometry(store, id, region.cleanId, written, commit);
  }

  /** Hides, shows, locks or unlocks a region. */
  setFlags(region: RegionView, flags: RegionFlags): void {
    const {store} = this.#context;
    const id = region.holderId;
    setRegionFlags(store, id, region.cleanId, flags, this.#options());
  }

  /** Hides or shows every region. */
  setAllHidden(annotation: AnnotationView, hidden: boolean): void {
    const {store} = this.#context;
    store.transact(this.#options({label: hidden ? 'hide' : 'show'}), () => {
      for (const region of annotation.regionStore.regions) {
        if (region.hidden !== hidden) this.setFlags(region, {hidden});
      }
    });
  }

  /** Puts a region into another one, or out with `''`. */
  setParent(region: RegionView, parentId: string): void {
    if (region.isReadOnly() || isWithin(region, parentId)) return;
    this.#update(region, {label: 'move region'}, (draft) => {
      draft.parentId = parentId;
    });
  }

  /** Sets one key of a region's metadata; `undefined` removes it. */
  setMeta(region: RegionView, key: string, value: unknown): void {
    if (region.isReadOnly()) return;
    const {[key]: _before, ...others} = region.state.meta ?? {};
    const meta = hasValue(value) ? {...others, [key]: value} : others;
    this.#update(region, {label: 'change note'}, (draft) => {
      if (Object.keys(meta).length > 0) draft.meta = meta;
      else Reflect.deleteProperty(draft, 'meta');
    });
  }

  /** Moves a region to another picture of a multi-image task, 0-based. */
  setItemIndex(region: RegionView, index: number): void {
    if (region.isReadOnly()) return;
    this.#update(region, {label: 'move region'}, (draft) => {
      draft.itemIndex = index;
    });
  }

  /**
   * Notes that a region was drawn to its end, and emits
   * `regionFinishedDrawing` for one of a smart control. A region that a person
   * was drawing gets what every other one got when it was made.
   */
  finishDrawing(region: RegionView, isLeaving = false): void {
    if (region.origin === 'prediction' && !isLeaving) {
      const mergeKey = `finish:${region.cleanId}`;
      this.#update(region, {label: 'change shape', mergeKey}, (draft) => {
        draft.origin = 'prediction-changed';
      });
    }
    const request = isLeaving ? null : endDrawing(this.#context, region);
    announceFinished(this.#context, region, isLeaving);
    if (request) settleCreated(this.#context, region, request);
  }

  /**
   * Ends what a person is drawing: closes an outline that is one by now, and
   * deletes any other.
   */
  settleDrawing(annotation: AnnotationView): void {
    const region = openDrawing(annotation);
    if (!region) return;
    if (region.isAlive && isOutline(region.state.geometry)) {
      this.setGeometry(region, {closed: true}, {label: 'draw region'});
      this.finishDrawing(region);
    } else if (!this.delete(region)) {
      endDrawing(this.#context, region);
    }
  }

  /** Computes the global offsets of text regions that have only paths. */
  updateOffsets(annotation: AnnotationView): void {
    for (const region of annotation.regionStore.regions) {
      this.updateOffsetsOf(region);
    }
  }

  /** Computes the global offsets of a text region that has only paths. */
  updateOffsetsOf(region: RegionView): void {
    if (region.type !== 'richtextregion') return;
    const {geometry, results} = region.state;
    const isLoaded = results.some(({source}) => source);
    if (isLoaded || textOffsetsOf(geometry)) return;
    const globalOffsets = placeInText(region.object, geometry);
    if (!globalOffsets) return;
    this.#update(region, {mergeKey: `create:${region.cleanId}`}, (draft) => {
      draft.geometry = {...draft.geometry, globalOffsets};
    });
  }

  #releaseChildren(region: RegionView, options: CommitOptions): void {
    const {store} = this.#context;
    const {id, state} = region.annotation;
    const {parentId} = region.state;
    for (const child of childrenOf(state.regions, region.cleanId)) {
      store.updateRegion(
        id,
        child.id,
        (draft) => {
          draft.parentId = parentId;
        },
        options,
      );
    }
  }

  #update(
    region: RegionView,
    options: CommitOptions,
    recipe: (draft: {-readonly [Key in keyof Region]: Region[Key]}) => void,
  ): void {
    if (!region.isAlive) return;
    this.#context.store.updateRegion(
      region.holderId,
      region.cleanId,
      recipe,
      this.#options(options),
    );
  }

  #options(options: CommitOptions = {}): CommitOptions {
    return {origin: this.#origin, ...options};
  }
}

/** True when `parentId` is the region itself or lies in it. */
function isWithin(region: RegionView, parentId: string): boolean {
  const {areas} = region.annotation;
  let id = parentId;
  for (let depth = 0; id !== '' && depth < 100; depth++) {
    if (id === region.cleanId) return true;
    id = areas.get(id)?.state.parentId ?? '';
  }
  return false;
}

/** Fewer corners make no outline. */
function isOutline({points}: Geometry): boolean {
  return Array.isArray(points) && points.length >= 3;
}
