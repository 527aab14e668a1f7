import {
  writeResult,
  type Geometry,
  type Region,
  type ResultJson,
} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import type {ControlView} from './control-view.js';
import {placeInText} from './place-in-text.js';
import {RegionLabels} from './region-labels.js';
import {regionType} from './region-type.js';
import {ResultView} from './result-view.js';
import type {RootStore} from './root-store.js';
import type {TagView} from './tag-view.js';
import {
  hasPlainOffsets,
  type TextOffsets,
  type TextPlacement,
} from './text-offsets.js';

const LAID_IN_NODES = new WeakMap<RegionView, TextPlacement>();

/** Global offsets of a text region, as plugins read them. */
export interface GlobalOffsetsView extends TextOffsets {
  /** True: they are known. */
  readonly calculated: true;
  /** The same as it goes into JSON. */
  readonly serialized: TextOffsets;
}

/** What the view of a region is made of. */
export interface RegionViewOptions {
  /** What the session shares. */
  readonly context: SessionContext;
  /** Annotation that it belongs to. */
  readonly annotation: AnnotationView;
  /** The region as it is now. */
  readonly region: Region;
  /**
   * Annotation of the store that holds it.
   * @defaultValue the one that it belongs to
   */
  readonly holderId?: string;
}

/**
 * A region as plugins see it: Label Studio's area.
 *
 * The same region is the same object for as long as its annotation is loaded,
 * through deletion and undo too. Getters read the present state; those of a
 * deleted region answer what was read of it last. Plugins may put properties
 * of their own on it.
 */
export class RegionView extends RegionLabels {
  readonly #context: SessionContext;
  readonly #annotation: AnnotationView;
  readonly #holderId: string;
  #results: Map<string, ResultView> | null = null;
  #last: Region;
  #isDrawing: boolean | null = null;
  #isHighlighted = false;

  /** Internal id: the id in JSON, followed by the annotation's when loaded. */
  readonly id: string;

  /** Id in JSON. */
  readonly cleanId: string;

  /** True when it was a suggestion of a model before a person accepted it. */
  fromSuggestion = false;

  /** True when models are to be asked about it. */
  dynamic = false;

  /** True while a filter keeps it out of the list. */
  filtered = false;

  /** Milliseconds since 1970 of the last request to focus its controls. */
  perRegionFocusRequest: number | null = null;

  constructor(options: RegionViewOptions) {
    super();
    const {context, annotation, region, holderId} = options;
    this.#context = context;
    this.#annotation = annotation;
    this.#holderId = holderId ?? annotation.id;
    this.#last = region;
    this.cleanId = region.id;
    const isLoaded = region.results.some(({source}) => source);
    this.id = isLoaded ? `${region.id}#${annotation.id}` : region.id;
  }

  /** The region in the store; its last known state once it is deleted. */
  get state(): Region {
    this.#last = this.#find() ?? this.#last;
    return this.#last;
  }

  /** True while the region is in its annotation. */
  get isAlive(): boolean {
    return this.#find() !== undefined;
  }

  /**
   * Annotation of the store that holds it: not its own for a suggestion.
   *
   * @internal
   */
  get holderId(): string {
    return this.#holderId;
  }

  /** Same as {@link RegionView.id}. */
  get pid(): string {
    return this.id;
  }

  /** Shape of the region. */
  protected override get geometry(): Geometry {
    return this.state.geometry;
  }

  /** Label Studio's name for the kind of region; `''` for classifications. */
  override get type(): string {
    return regionType(this.state, this.object?.type ?? '');
  }

  /** True for a classification, `undefined` for what has a shape. */
  get classification(): true | undefined {
    return this.state.classification || undefined;
  }

  /** The annotation it belongs to. */
  override get annotation(): AnnotationView {
    return this.#annotation;
  }

  /** The object tag it lies on. */
  override get object(): TagView | undefined {
    return this.#annotation.names.get(this.state.object);
  }

  /** Same as {@link RegionView.object}. */
  get parent(): TagView | undefined {
    return this.object;
  }

  /** The root store. */
  get store(): RootStore {
    return this.#context.root;
  }

  /** 0-based place in creation order. */
  get ouid(): number {
    return this.state.ordinal;
  }

  /** Internal id of the region it lies in, or `''`. */
  get parentID(): string {
    const {parentId} = this.state;
    return this.#annotation.areas.get(parentId)?.id ?? parentId;
  }

  /** 0-based picture of a multi-image task. */
  get item_index(): number | undefined {
    return this.state.itemIndex;
  }

  /** 0 to 1. */
  get score(): number | undefined {
    return this.state.score;
  }

  /** `{text: [...]}` and more. */
  get meta(): Readonly<Record<string, unknown>> | undefined {
    return this.state.meta;
  }

  /** `manual`, `prediction` or `prediction-changed`. */
  get origin(): string {
    return this.state.origin;
  }

  /** True when it is out of sight. */
  get hidden(): boolean {
    return this.state.hidden;
  }

  /** True when a person locked it. */
  get locked(): boolean {
    return this.state.locked;
  }

  /** True when its source says that it may not be changed. */
  get readonly(): boolean {
    return this.state.readonly;
  }

  /** True when it is selected, alone. */
  get selected(): boolean {
    const {selection} = this.#annotation.state;
    return selection.length === 1 && selection[0] === this.cleanId;
  }

  /** True when it is selected alone, or was made to stand out. */
  get highlighted(): boolean {
    return this.#isHighlighted || this.selected;
  }

  /** True when it is selected, alone or with others. */
  get inSelection(): boolean {
    return this.#annotation.state.selection.includes(this.cleanId);
  }

  /** True while a person is drawing it: its outline is open. */
  get isDrawing(): boolean {
    return this.#isDrawing ?? this.closed === false;
  }

  /** False while a person is drawing it. */
  get isCompleted(): boolean {
    return !this.isDrawing;
  }

  /** True for what has a shape and so can be hidden. */
  get hideable(): boolean {
    return !this.state.classification;
  }

  /** What controls say about it, as a new list. */
  override get results(): ResultView[] {
    return this.state.results
      .filter(({fromName}) => this.#annotation.names.has(fromName))
      .map((result) => this.#result(result.id));
  }

  /** Text that it covers; line breaks are the characters `\` and `n`. */
  get text(): string | undefined {
    const {text} = this.geometry;
    return typeof text === 'string' ? text : undefined;
  }

  /**
   * Where it starts: a path into the page for HTML, `''` for plain text,
   * seconds for audio, a time for series.
   */
  get start(): unknown {
    const placement = LAID_IN_NODES.get(this);
    if (placement) return placement.start;
    return this.isText === true ? '' : this.geometry.start;
  }

  /** Where it ends, as {@link RegionView.start} says. */
  get end(): unknown {
    const placement = LAID_IN_NODES.get(this);
    if (placement) return placement.end;
    return this.isText === true ? '' : this.geometry.end;
  }

  /** Start in code points: of the text, or inside the node of `start`. */
  get startOffset(): number | undefined {
    return this.#offset('startOffset', 'start');
  }

  /** End in code points, exclusive: of the text, or inside `end`. */
  get endOffset(): number | undefined {
    return this.#offset('endOffset', 'end');
  }

  /** True for spans that plain offsets describe. */
  get isText(): boolean | undefined {
    if (this.type !== 'richtextregion') return undefined;
    return hasPlainOffsets(this.geometry);
  }

  /** Offsets from the beginning of the text; `null` until they are known. */
  get globalOffsets(): GlobalOffsetsView | null | undefined {
    if (this.type !== 'richtextregion') return undefined;
    if (LAID_IN_NODES.has(this)) return null;
    const offsets = placeInText(this.object, this.geometry);
    if (!offsets) return null;
    return Object.defineProperty(
      {...offsets, calculated: true, serialized: offsets} as const,
      'serialized',
      {enumerable: false},
    );
  }

  /** Returns whether it may not be changed. */
  isReadOnly(): boolean {
    const {locked, readonly} = this.state;
    if (locked || readonly || this.#annotation.isReadOnly()) return true;
    return this.object?.isReadOnly() ?? false;
  }

  /** Deletes it, as a person would; does nothing when it is read-only. */
  deleteRegion(): void {
    this.#annotation.deleteRegion(this);
  }

  /** Writes what is selected in `control` into the result on this region. */
  setValue(control: ControlView): void {
    this.#context.editors.regions.setResult(
      this,
      control.config,
      control.selectedValues(),
    );
  }

  /** Has a control say something about it, as a result says it. */
  addResult(result: {
    readonly from_name: TagView | string;
    readonly value?: Readonly<Record<string, unknown>>;
  }): void {
    const {from_name: from, value = {}} = result;
    const name = typeof from === 'string' ? from : (from.name ?? '');
    const control = this.#annotation.tags.control(name);
    const said = value[control.valueType];
    this.#context.editors.regions.setResult(this, control.config, said);
  }

  /** Removes a result; with its last one the region goes. */
  removeResult(result: ResultView): void {
    this.#context.editors.regions.removeResult(this, result.id);
  }

  /** Selects it alone. */
  selectRegion(): void {
    this.#annotation.selectArea(this);
  }

  /** Selects it alone, or takes it out of the selection. */
  setSelected(selected = true): void {
    this.#annotation.toggleRegionSelection(this, selected);
  }

  /** Makes it stand out without selecting it, or not any more. */
  setHighlight(highlighted: boolean): void {
    this.#isHighlighted = highlighted;
  }

  /** Makes it stand out, or not any more. */
  toggleHighlight(): void {
    this.setHighlight(!this.#isHighlighted);
  }

  /**
   * Does what a click on it does: links it in linking mode, selects it, or
   * lets go of it when it is the only selected one.
   *
   * @param event - Whose control or command key adds to the selection.
   */
  onClickRegion(event?: {
    readonly ctrlKey?: boolean;
    readonly metaKey?: boolean;
  }): void {
    const annotation = this.#annotation;
    if (annotation.isLinkingMode) annotation.linkRegion(this);
    else if (event?.ctrlKey === true || event?.metaKey === true) {
      annotation.toggleRegionSelection(this);
    } else if (this.selected) annotation.unselectAll();
    else annotation.selectArea(this);
  }

  /** Selects it, so that its controls show, and has the first get the focus. */
  requestPerRegionFocus(): void {
    this.perRegionFocusRequest = this.#context.scheduler.now();
    this.selectRegion();
    this.#context.setFlags({});
  }

  /** Hides it, or shows it again. */
  toggleHidden(): void {
    this.#context.editors.regions.setFlags(this, {hidden: !this.hidden});
  }

  /** Locks it or unlocks it. */
  setLocked(locked: boolean | ((before: boolean) => boolean)): void {
    const next = typeof locked === 'function' ? locked(this.locked) : locked;
    this.#context.editors.regions.setFlags(this, {locked: next});
  }

  /** Puts it into another region, or out with `''`. */
  setParentID(id: string): void {
    const parent = this.#annotation.areas.get(id);
    this.#context.editors.regions.setParent(this, parent?.cleanId ?? id);
  }

  /** Sets its note. */
  setMetaText(text: string): void {
    this.setMetaValue('text', text ? [text] : undefined);
  }

  /** Removes its note. */
  deleteMetaText(): void {
    this.setMetaValue('text', undefined);
  }

  /** Sets one key of its metadata; `undefined` removes it. */
  setMetaValue(key: string, value: unknown): void {
    this.#context.editors.regions.setMeta(this, key, value);
  }

  /** Moves it to another picture of a multi-image task, 0-based. */
  setItemIndex(index: number): void {
    this.#context.editors.regions.setItemIndex(this, index);
  }

  /** Has models asked about it when it is finished. */
  makeDynamic(): void {
    this.dynamic = true;
  }

  /** Says whether a person is drawing it. */
  setDrawing(drawing: boolean): void {
    this.#isDrawing = drawing;
  }

  /**
   * Says that a person has finished drawing it.
   *
   * @param options - `destroy` when it is about to go.
   */
  notifyDrawingFinished(options: {readonly destroy?: boolean} = {}): void {
    this.#context.editors.regions.finishDrawing(this, options.destroy === true);
  }

  /** Keeps it out of the list and out of sight, or not any more. */
  toggleFiltered(): void {
    this.filtered = !this.filtered;
    this.toggleHidden();
  }

  /** Nothing to do: the page follows the store by itself. */
  updateAppearenceFromState(): void {
    // Label Studio's spelling; plugins call it after they changed labels.
  }

  /** Returns it as Label Studio results, one a control. */
  serialize(): ResultJson[] {
    const region = this.state;
    return region.results.map((result) => writeResult(region, result));
  }

  /** Changes the named keys of its shape. */
  protected reshape(geometry: Geometry): void {
    this.#context.editors.regions.setGeometry(this, geometry);
  }

  /** Computes the global offsets of a span that has only paths. */
  protected computeOffsets(): void {
    this.#context.editors.regions.updateOffsetsOf(this);
  }

  #find(): Region | undefined {
    return this.#context.store.findRegion(this.#holderId, this.cleanId);
  }

  #offset(
    inNode: 'startOffset' | 'endOffset',
    plain: 'start' | 'end',
  ): number | undefined {
    const placement = LAID_IN_NODES.get(this);
    if (placement) return placement[inNode];
    const value = this.geometry[this.isText === true ? plain : inNode];
    return value === undefined ? undefined : Number(value);
  }

  #result(id: string): ResultView {
    this.#results ??= new Map();
    const known = this.#results.get(id);
    if (known) return known;
    const made = new ResultView(this.#context, this, id);
    this.#results.set(id, made);
    return made;
  }
}

/**
 * Has a text region read as Label Studio's does while `entityCreate` is
 * emitted: paths and offsets inside text nodes, and no global offsets yet.
 *
 * @internal
 */
export function withTextPlacement(
  region: RegionView,
  placement: TextPlacement | null,
  emit: () => void,
): void {
  if (placement) LAID_IN_NODES.set(region, placement);
  try {
    emit();
  } finally {
    LAID_IN_NODES.delete(region);
  }
}
