import type {Subscription} from 'rxjs';

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
import type {RegionView} from '../views/region-view.js';
import {fromTextPlacement, textOffsetsOf} from '../views/text-offsets.js';
import {toText} from '../views/to-text.js';

import {createRegion, type CreateRequest} from './create-region.js';
import type {SessionContext} from './session-context.js';

/** Regions whose `entityDelete` is being emitted. */
const LEAVING = new WeakSet<RegionView>();

/** Regions whose `regionFinishedDrawing` is about to be emitted. */
const FINISHING = new WeakMap<RegionView, Subscription>();

/** Shapes that are drawn in several strokes. */
const BRUSH_SHAPES = new Set(['brush', 'bitmask']);

/** How long after the last stroke a brushed region is done, milliseconds. */
const BRUSH_PAUSE_MS = 1200;

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
    return createRegion(this.#context, annotation, {...request, options});
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
    LEAVING.add(region);
    const mergeKey = `delete:${region.cleanId}`;
    const commit = this.#options({mergeKey, ...options});
    try {
      this.#releaseChildren(region, commit);
      if (!region.state.classification) {
        void this.#context.events.invoke('entityDelete', region);
      }
      const {store} = this.#context;
      return deleteRegion(store, region.annotation.id, region.cleanId, commit);
    } finally {
      LEAVING.delete(region);
    }
  }

  /** Deletes every region that is not a classification. */
  deleteAll(annotation: AnnotationView, withReadOnly = false): void {
    const regions = annotation.regionStore.regions;
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
    const id = region.annotation.id;
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
    const id = region.annotation.id;
    setGeometry(store, id, region.cleanId, geometry, commit);
  }

  /** Hides, shows, locks or unlocks a region. */
  setFlags(region: RegionView, flags: RegionFlags): void {
    const {store} = this.#context;
    const id = region.annotation.id;
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

  /** Emits `regionFinishedDrawing` for a region of a smart control. */
  finishDrawing(region: RegionView): void {
    const controls = region.results.map(({from_name}) => from_name.config);
    const {autoAnnotation} = this.#context.root;
    if (!controls.some((control) => isSmart(control, autoAnnotation))) return;
    const isBrush = controls.some(({definition}) =>
      BRUSH_SHAPES.has(definition.shape),
    );
    FINISHING.get(region)?.unsubscribe();
    const timer = this.#context.scheduler.schedule(
      () => {
        if (!region.isAlive) return;
        void this.#context.events.invoke('regionFinishedDrawing', region, []);
      },
      isBrush ? BRUSH_PAUSE_MS : 0,
    );
    FINISHING.set(region, timer);
  }

  /** Computes the global offsets of text regions that have only paths. */
  updateOffsets(annotation: AnnotationView): void {
    for (const region of annotation.regionStore.regions) {
      if (region.object?.type !== 'text') continue;
      const {geometry, results} = region.state;
      const isLoaded = results.some(({source}) => source);
      if (isLoaded || textOffsetsOf(geometry)) continue;
      const text = toText(region.object._value);
      const globalOffsets = fromTextPlacement(text, geometry);
      if (!globalOffsets) continue;
      this.#update(region, {mergeKey: `create:${region.cleanId}`}, (draft) => {
        draft.geometry = {...draft.geometry, globalOffsets};
      });
    }
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
      region.annotation.id,
      region.cleanId,
      recipe,
      this.#options(options),
    );
  }

  #options(options: CommitOptions = {}): CommitOptions {
    return {origin: this.#origin, ...options};
  }
}

function isSmart({attributes}: ConfigTag, autoAnnotation: boolean): boolean {
  if (attributes.smartonly === true) return true;
  return attributes.smart === true && autoAnnotation;
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
