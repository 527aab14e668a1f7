import {
  writeResult,
  type Geometry,
  type Region,
  type ResultJson,
} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import type {ControlView} from './control-view.js';
import {RegionGeometry} from './region-geometry.js';
import {regionType} from './region-type.js';
import {ResultView} from './result-view.js';
import type {RootStore} from './root-store.js';
import type {TagView} from './tag-view.js';
import {
  hasPlainOffsets,
  textOffsetsOf,
  type TextOffsets,
  type TextPlacement,
} from './text-offsets.js';

const LAID_IN_NODES = new WeakMap<RegionView, TextPlacement>();

/** Global offsets of a text region, as plugins read them. */
export interface GlobalOffsetsView extends TextOffsets {
  /** True: they are known. */
  readonly calculated: true;
}

/**
 * A region as plugins see it: Label Studio's area.
 *
 * The same region is the same object for as long as its annotation is loaded,
 * through deletion and undo too. Getters read the present state; those of a
 * deleted region answer what was read of it last. Plugins may put properties
 * of their own on it.
 */
export class RegionView extends RegionGeometry {
  readonly #context: SessionContext;
  readonly #annotation: AnnotationView;
  #results: Map<string, ResultView> | null = null;
  #last: Region;

  /** Internal id: the id in JSON, followed by the annotation's when loaded. */
  readonly id: string;

  /** Id in JSON. */
  readonly cleanId: string;

  constructor(
    context: SessionContext,
    annotation: AnnotationView,
    region: Region,
  ) {
    super();
    this.#context = context;
    this.#annotation = annotation;
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

  /** Shape of the region. */
  protected override get geometry(): Geometry {
    return this.state.geometry;
  }

  /** Label Studio's name for the kind of region; `''` for classifications. */
  get type(): string {
    return regionType(this.state, this.object?.type ?? '');
  }

  /** True for a classification, `undefined` for what has a shape. */
  get classification(): true | undefined {
    return this.state.classification || undefined;
  }

  /** The annotation it belongs to. */
  get annotation(): AnnotationView {
    return this.#annotation;
  }

  /** The object tag it lies on. */
  get object(): TagView | undefined {
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

  /** Same as {@link RegionView.selected}. */
  get highlighted(): boolean {
    return this.selected;
  }

  /** True when it is selected, alone or with others. */
  get inSelection(): boolean {
    return this.#annotation.state.selection.includes(this.cleanId);
  }

  /** True while a person is drawing it: its outline is open. */
  get isDrawing(): boolean {
    return this.closed === false;
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
  get results(): ResultView[] {
    return this.state.results
      .filter(({fromName}) => this.#annotation.names.has(fromName))
      .map((result) => this.#result(result.id));
  }

  /** Results of labels controls. */
  get labelings(): ResultView[] {
    return this.results.filter((result) => result.isLabeling);
  }

  /** The first result of a labels control that has a value. */
  get labeling(): ResultView | undefined {
    return this.labelings.find((result) => result.hasValue);
  }

  /** Labels of {@link RegionView.labeling}, as a new list. */
  get labels(): string[] {
    const value = this.labeling?.mainValue;
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** The first label, or `undefined`. */
  get labelName(): string | undefined {
    return this.labels[0];
  }

  /** The control of {@link RegionView.labeling}. */
  get tag(): TagView | undefined {
    return this.labeling?.from_name;
  }

  /** The first result of a per-region text area. */
  get texting(): ResultView | undefined {
    return this.results.find(
      ({type, hasValue}) => type === 'textarea' && hasValue,
    );
  }

  /** Controls that speak of single regions of its object. */
  get perRegionTags(): ControlView[] {
    return (this.#annotation.toNames.get(this.state.object) ?? []).filter(
      (control) => control.perregion === true,
    );
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
    const offsets = textOffsetsOf(this.geometry);
    if (!offsets || LAID_IN_NODES.has(this)) return null;
    return {...offsets, calculated: true};
  }

  /** Returns whether it has the label, or all of a comma list. */
  hasLabel(value: string): boolean {
    const labels = this.labelings.flatMap((result) => result.listValue);
    return value.split(',').every((label) => labels.includes(label));
  }

  /** Returns its labels and its text on one line. */
  getLabelText(separator = ' '): string {
    const labels = this.labels.join(separator);
    const text = this.texting?.getSelectedString() ?? '';
    return [labels, text].filter((part) => part !== '').join(': ');
  }

  /** Returns the colour of its first label, or `undefined`. */
  getOneColor(): string | undefined {
    return this.labeling?.selectedLabels[0]?.background;
  }

  /** Returns whether it may not be changed. */
  isReadOnly(): boolean {
    const {locked, readonly} = this.state;
    return locked || readonly || this.#annotation.isReadOnly();
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

  /** Same as {@link RegionView.setSelected}. */
  setHighlight(highlighted: boolean): void {
    this.setSelected(highlighted);
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

  /** Says that a person has finished drawing it. */
  notifyDrawingFinished(): void {
    this.#context.editors.regions.finishDrawing(this);
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

  #find(): Region | undefined {
    return this.#context.store.findRegion(this.#annotation.id, this.cleanId);
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
