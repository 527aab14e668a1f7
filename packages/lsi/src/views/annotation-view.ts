import {
  beforeSend,
  type AnnotationState,
  type ConfigTag,
  type ResultJson,
} from '@ls-annotation/core';

import {
  applyDefaults,
  applyInitialLabels,
} from '../session/prepare-annotation.js';
import {serializeAnnotation} from '../session/serialize-annotation.js';
import type {SessionContext} from '../session/session-context.js';
import {suggestionsIdOf} from '../session/suggestion-editor.js';

import {AnnotationModes} from './annotation-modes.js';
import type {AnnotationStoreView} from './annotation-store-view.js';
import type {ControlView} from './control-view.js';
import {HistoryView} from './history-view.js';
import type {LiveMap} from './live-map.js';
import {ObjectView} from './object-view.js';
import {RegionStoreView} from './region-store-view.js';
import type {RegionView} from './region-view.js';
import {RegionViews} from './region-views.js';
import {RelationStoreView} from './relation-store-view.js';
import type {ResultView} from './result-view.js';
import type {RootStore} from './root-store.js';
import {TagTree} from './tag-tree.js';
import {defineHotkey} from './tag-hotkey.js';
import type {TagView} from './tag-view.js';
import {toText} from './to-text.js';

/** How results are to be read into an annotation. */
export interface DeserializeOptions {
  /** True to hide the regions that are read. */
  readonly hidden?: boolean;
  /** True to read them as suggestions; they are read like others. */
  readonly suggestions?: boolean;
}

/**
 * An annotation as plugins see it: Label Studio's annotation model.
 *
 * The same annotation is the same object for as long as it is loaded. Getters
 * read the present state; lists are new ones each time, so that they may be
 * sorted and spliced. Methods change the store with the origin `plugin`, or
 * whatever `store.runAs` says.
 */
export class AnnotationView extends AnnotationModes {
  readonly #context: SessionContext;
  readonly #regions: RegionViews;
  readonly #suggestions: RegionViews;
  #last: AnnotationState;

  /** Internal id, new for every load. */
  readonly id: string;

  /**
   * Tags of the config, by what they are.
   *
   * @internal
   */
  readonly tags: TagTree;

  /** Regions and classifications by id, in creation order. */
  readonly areas: LiveMap<RegionView>;

  /** Regions as the outliner has them. */
  readonly regionStore: RegionStoreView;

  /** Links between regions. */
  readonly relationStore: RelationStoreView;

  /** Undo and redo. */
  readonly history: HistoryView;

  constructor(context: SessionContext, state: AnnotationState) {
    super(context, context.annotations.reader.versionsOf(state.id));
    this.#context = context;
    this.#last = state;
    this.id = state.id;
    this.tags = new TagTree(context, this);
    this.#regions = new RegionViews(context, this);
    this.areas = this.#regions.map;
    const holderId = suggestionsIdOf(state.id);
    this.#suggestions = new RegionViews(context, this, holderId);
    this.regionStore = new RegionStoreView(context, this);
    this.relationStore = new RelationStoreView(context, this);
    this.history = new HistoryView({
      history: () =>
        this.isAlive ? context.store.history(this.id) : undefined,
      beforeStep: () => {
        this.unselectAll();
      },
      report: (cause) => {
        context.events.report('history', '', cause);
      },
    });
  }

  /** The annotation in the store; as it was last once it is deleted. */
  override get state(): AnnotationState {
    this.#last = this.#context.store.state.annotations[this.id] ?? this.#last;
    return this.#last;
  }

  /** True while the store holds it. */
  get isAlive(): boolean {
    return this.id in this.#context.store.state.annotations;
  }

  /** True while it is on display. */
  get selected(): boolean {
    const {store, annotations} = this.#context;
    return store.state.selectedId === this.id && !annotations.isViewingAll;
  }

  /** The root store. */
  get store(): RootStore {
    return this.#context.root;
  }

  /** The list it is in. */
  get list(): AnnotationStoreView {
    return this.#context.root.annotationStore;
  }

  /** The outermost tag of the config. */
  get root(): TagView | null {
    return this.tags.root;
  }

  /** Tags by name. */
  get names(): Map<string, TagView> {
    return this.tags.names;
  }

  /** Controls by the name of the object they speak of. */
  get toNames(): Map<string, ControlView[]> {
    return this.tags.toNames;
  }

  /** Tags that show data. */
  get objects(): TagView[] {
    return this.tags.objects;
  }

  /** Regions and classifications in creation order, as a new list. */
  get regions(): RegionView[] {
    return this.#regions.list();
  }

  /** Results of every region, in order, as a new list. */
  get results(): ResultView[] {
    return this.regions.flatMap((region) => region.results);
  }

  /** Selected regions in the order they were selected, as a new list. */
  get selectedRegions(): RegionView[] {
    return this.state.selection.flatMap((id) => this.areas.get(id) ?? []);
  }

  /** The selected region when it is exactly one. */
  get highlightedNode(): RegionView | null {
    const {selection} = this.state;
    const [only = ''] = selection;
    return (selection.length === 1 && this.areas.get(only)) || null;
  }

  /** The region that was selected last. */
  get lastSelectedRegion(): RegionView | undefined {
    return this.selectedRegions.at(-1);
  }

  /** Selected regions that are being drawn, as a new list. */
  get selectedDrawingRegions(): RegionView[] {
    return this.selectedRegions.filter(({isDrawing}) => isDrawing);
  }

  /** What models suggest, by id; none of it is in `areas` yet. */
  get suggestions(): LiveMap<RegionView> {
    return this.#suggestions.map;
  }

  /** True when an object shows suggestions before they are accepted. */
  get hasSuggestionsSupport(): boolean {
    return this.objects.some(
      (object) => object instanceof ObjectView && object.supportSuggestions,
    );
  }

  /** The selected regions as Label Studio JSON. */
  get serializedSelection(): ResultJson[] {
    const ids = new Set(this.state.selection);
    return this.serializeAnnotation().filter(
      ({id}) => id !== undefined && ids.has(id),
    );
  }

  /** It as Label Studio JSON. */
  get serialized(): ResultJson[] {
    return this.serializeAnnotation();
  }

  /**
   * Returns it as Label Studio JSON: results, then relations.
   *
   * @param _options - Taken for Label Studio's sake: it is always fast.
   */
  serializeAnnotation(_options?: unknown): ResultJson[] {
    return serializeAnnotation(this.state, this.#context.config);
  }

  /**
   * Makes a region, or a classification when the shape says nothing.
   *
   * Emits `entityCreate` for a region. Call
   * {@link AnnotationView.updateObjects} after the last one.
   *
   * @param areaValue - Shape of the region, `{}` for a classification.
   * @param resultValue - Value under the control's key.
   * @param control - Control tag that says it.
   * @param object - Object tag, or its name.
   * @param skipAfterCreate - True to leave the selection and the chosen labels
   * as they are.
   * @param additionalStates - Labels controls whose chosen labels it gets too.
   */
  createResult(
    areaValue: Readonly<Record<string, unknown>>,
    resultValue: Readonly<Record<string, unknown>>,
    control: TagView | string,
    object: TagView | string,
    skipAfterCreate = false,
    additionalStates: readonly ControlView[] = [],
  ): RegionView {
    return this.#context.editors.regions.create(this, {
      geometry: areaValue,
      value: resultValue,
      control: this.#configOf(control),
      object: this.#configOf(object),
      skipsAfterCreate: skipAfterCreate,
      isExtraEarly: true,
      extra: additionalStates.map((state) => ({
        control: state.config,
        labels: state.selectedLabels.map(({storedValue}) => storedValue),
      })),
    });
  }

  /**
   * Deletes a region after `entityDelete`; does nothing when it is gone,
   * being deleted, or read-only.
   */
  deleteRegion(region: RegionView): void {
    this.#context.editors.regions.delete(region);
  }

  /** Removes a region without an event, read-only or not. */
  deleteArea(region: RegionView): void {
    this.removeArea(region);
  }

  /** Same as {@link AnnotationView.deleteArea}. */
  removeArea(region: RegionView): void {
    this.#context.editors.regions.remove(region);
  }

  /** Deletes every selected region. */
  deleteSelectedRegions(): void {
    for (const region of this.selectedRegions) this.deleteRegion(region);
  }

  /** Deletes every region, read-only ones and without events on request. */
  deleteAllRegions(options: {readonly deleteReadOnly?: boolean} = {}): void {
    this.#context.editors.regions.deleteAll(
      this,
      options.deleteReadOnly === true,
    );
  }

  /**
   * Adds results to what is there, without events. The last classification of
   * a control replaces the one before. Never throws: what cannot be read is
   * reported and left out.
   *
   * @param results - A list of Label Studio results, or its JSON text.
   */
  deserializeResults(results: unknown, options: DeserializeOptions = {}): void {
    this.#context.editors.results.deserialize(this, results, options);
  }

  /** Same as {@link AnnotationView.deserializeResults}. */
  deserializeAnnotation(results: unknown): void {
    this.deserializeResults(results);
  }

  /** Adds copies of results under new ids and returns their regions. */
  appendResults(results: unknown): RegionView[] {
    return this.#context.editors.results.append(this, results);
  }

  /**
   * Selects nothing and brings what depends on regions up to date: global
   * offsets of regions that were made with paths into the text.
   */
  updateObjects(unselect = true): void {
    if (unselect) this.unselectAll();
    this.#context.editors.regions.updateOffsets(this);
  }

  /** Selects exactly one region. */
  selectArea(region: RegionView): void {
    if (!region.selected) this.selectAreas([region]);
  }

  /** Makes regions the selection. */
  selectAreas(regions: readonly RegionView[]): void {
    const ids = regions.map(({cleanId}) => cleanId);
    this.#context.editors.selection.select(this, ids);
  }

  /** Adds regions to the selection. */
  extendSelectionWith(regions: RegionView | readonly RegionView[]): void {
    this.selectAreas([...this.selectedRegions, ...[regions].flat()]);
  }

  /** Adds a region to the selection, or takes it out. */
  toggleRegionSelection(region: RegionView, selected?: boolean): void {
    const others = this.selectedRegions.filter((other) => other !== region);
    const isWanted = selected ?? !region.inSelection;
    this.selectAreas(isWanted ? [...others, region] : others);
  }

  /** Takes a region out of the selection. */
  unselectArea(region: RegionView): void {
    this.toggleRegionSelection(region, false);
  }

  /** Selects no region. */
  unselectAreas(): void {
    this.selectAreas([]);
  }

  /** Chooses no label. */
  unselectStates(): void {
    this.#context.editors.selection.clearLabels(this);
  }

  /**
   * Selects no region and chooses no label.
   *
   * @param keepLabels - True to keep the labels where the person's settings
   * say so.
   */
  unselectAll(keepLabels = false): void {
    this.#context.editors.selection.clear(this, keepLabels);
  }

  /**
   * Returns whether it may be saved; shows a warning and selects the region
   * in question when not.
   */
  validate(): boolean {
    const [issue] = this.tags.issues();
    if (!issue) return true;
    const region = this.areas.get(issue.regionId ?? '');
    if (region) this.selectArea(region);
    this.#context.showModal(issue.message, 'warning');
    return false;
  }

  /** Does what is due before a save: typed text becomes results. */
  beforeSend(): void {
    const {config, data, editors} = this.#context;
    if (config && !this.isReadOnly()) {
      editors.texts.apply(this, beforeSend(config, this.state, data));
    }
    this.stopLinkingMode();
    editors.regions.settleDrawing(this);
    this.unselectAll();
  }

  /** Chooses the labels that are `selected` in the config. */
  setInitialValues(): void {
    const {store, config} = this.#context;
    if (config && this.isAlive) applyInitialLabels(store, this.id, config);
  }

  /** Makes the choices that are `selected` in the config. */
  setDefaultValues(): void {
    const {store, config} = this.#context;
    if (config && this.isAlive) applyDefaults(store, this.id, config);
  }

  /** Hides the selected regions, or shows them when all are hidden. */
  hideSelectedRegions(): void {
    const {selectedRegions} = this;
    const hidden = selectedRegions.some((region) => !region.hidden);
    for (const region of selectedRegions) {
      this.#context.editors.regions.setFlags(region, {hidden});
    }
  }

  /** Locks the selected regions, or unlocks them when all are locked. */
  lockSelectedRegions(): void {
    const {selectedRegions} = this;
    const locked = selectedRegions.some((region) => !region.locked);
    for (const region of selectedRegions) region.setLocked(locked);
  }

  /** Takes the last step back. */
  undo(): void {
    this.history.undo();
  }

  /** Does the last undone step again. */
  redo(): void {
    this.history.redo();
  }

  /** Forgets every step: what is there now is the beginning. */
  reinitHistory(force = true): void {
    this.history.reinit(force);
    this.#context.drafts.drop(this);
    if (this.type === 'annotation') this.setInitialValues();
  }

  /** Marks it as the reference answer, alone, or unmarks it. */
  setGroundTruth(value: boolean, invoke = true): void {
    this.#context.annotations.setGroundTruth(this, value, invoke);
  }

  /** Makes it changeable, or not. */
  setEditable(editable: boolean): void {
    this.#context.annotations.setInfo(this, {editable});
  }

  /** Same as {@link AnnotationView.setEditable}. */
  setEdit(editable: boolean): void {
    this.setEditable(editable);
  }

  /** Makes it read-only, or not. */
  setReadonly(readonly: boolean): void {
    this.#context.annotations.setInfo(this, {readonly});
  }

  /** Says that it was sent. */
  sendUserGenerate(): void {
    this.#context.annotations.setInfo(this, {sentUserGenerate: true});
  }

  /** Takes over the id that the server gave it. */
  updatePersonalKey(pk: string | number): void {
    const {annotations, frontend, store} = this.#context;
    annotations.setInfo(this, {pk: String(pk)});
    frontend.taskHistory.setAnnotation(store.state.task?.id, String(pk));
  }

  /**
   * Gives tags without a `hotkey` theirs. The page binds the keys by itself,
   * for one annotation at a time.
   */
  setupHotKeys(): void {
    this.traverseTree(defineHotkey);
  }

  /** Says that no object is there; each tells when it is shown again. */
  resetReady(): void {
    for (const object of this.objects) {
      if (object instanceof ObjectView) object.setReady(false);
    }
  }

  /** Calls back once a tag, the root first. */
  traverseTree(callback: (tag: TagView) => unknown): void {
    for (const tag of this.#context.config?.tags ?? [])
      callback(this.tags.tag(tag));
  }

  #configOf(tag: TagView | string): ConfigTag {
    const view = typeof tag === 'string' ? this.names.get(tag) : tag;
    if (view) return view.config;
    throw new TypeError(`The config has no tag "${toText(tag)}".`);
  }
}
