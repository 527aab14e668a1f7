import {
  setTool,
  checkMaxUsages,
  type CommitOptions,
  type ConfigTag,
  type Geometry,
} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';
import type {RegionView} from '../views/region-view.js';

import {SPAN_OBJECTS, type ExtraLabels} from './create-region.js';
import {isSmart} from './drawing-finisher.js';
import {createEditors, type Editors} from './editors.js';
import type {
  ControlPlace,
  CreateResultOptions,
  LabelingActions,
} from './labeling-actions.js';
import type {SessionContext} from './session-context.js';

/**
 * What people do, on the annotation on display.
 *
 * @internal
 */
export class SessionActions implements LabelingActions {
  readonly #context: SessionContext;
  readonly #editors: Editors;

  constructor(context: SessionContext) {
    this.#context = context;
    this.#editors = createEditors(context, 'user');
  }

  createResult(
    areaValue: Geometry,
    resultValue: Readonly<Record<string, unknown>>,
    control: ConfigTag | string,
    object: ConfigTag | string,
    options: CreateResultOptions = {},
  ): RegionView | null {
    const annotation = this.#editable();
    const controlTag = this.#tag(control);
    const objectTag = this.#tag(object);
    if (!annotation || !controlTag || !objectTag) return null;
    const {
      itemIndex,
      envelope,
      withActiveLabels = true,
      isDrawing = false,
      ...commit
    } = options;
    const extra = withActiveLabels
      ? this.#activeLabels(annotation, controlTag, objectTag)
      : [];
    const own = resultValue[controlTag.definition.valueKey];
    const labels = [{control: controlTag, labels: ownLabels(controlTag, own)}];
    if (!this.#areFree(annotation, [...labels, ...extra])) return null;
    const region = this.#editors.regions.create(annotation, {
      geometry: areaValue,
      value: resultValue,
      control: controlTag,
      object: objectTag,
      extra,
      ...(itemIndex === undefined ? {} : {itemIndex}),
      ...(envelope ? {envelope} : {}),
      isDrawing,
      options: commit,
    });
    this.#ask(region, controlTag, objectTag);
    return region;
  }

  deleteRegion(id: string, options?: CommitOptions): boolean {
    const region = this.#region(id);
    if (!region || region.isReadOnly()) return false;
    this.#unselect(region);
    return this.#editors.regions.delete(region, options);
  }

  deleteSelectedRegions(options?: CommitOptions): void {
    for (const region of this.#editable()?.selectedRegions ?? []) {
      this.deleteRegion(region.cleanId, options);
    }
  }

  deleteAllRegions(options?: CommitOptions): void {
    for (const region of this.#editable()?.regionStore.regions ?? []) {
      this.deleteRegion(region.cleanId, options);
    }
  }

  selectRegion(id: string, options: {readonly extend?: boolean} = {}): void {
    const annotation = this.#shown();
    const region = annotation?.areas.get(id);
    if (!annotation || !region) return;
    const before = options.extend === true ? annotation.state.selection : [];
    this.#editors.selection.select(annotation, [...before, region.cleanId]);
  }

  selectRegions(ids: readonly string[]): void {
    const annotation = this.#shown();
    if (!annotation) return;
    const regions = ids.flatMap((id) => annotation.areas.get(id) ?? []);
    const cleanIds = regions.map(({cleanId}) => cleanId);
    this.#editors.selection.select(annotation, cleanIds);
  }

  toggleRegionSelection(id: string): void {
    const region = this.#shown()?.areas.get(id);
    if (!region) return;
    if (region.inSelection) this.#unselect(region);
    else this.selectRegion(id, {extend: true});
  }

  unselectAll(): void {
    const annotation = this.#shown();
    annotation?.stopLinkingMode();
    if (annotation) this.#editors.selection.clear(annotation);
  }

  toggleLabel(controlName: string, value: string): boolean {
    const annotation = this.#editable();
    const control = this.#tag(controlName);
    if (!annotation || !control) return false;
    return this.#editors.selection.toggleLabel(annotation, control, value);
  }

  setLabels(
    regionId: string,
    controlName: string,
    values: readonly string[],
    options?: CommitOptions,
  ): void {
    const region = this.#region(regionId);
    const control = this.#tag(controlName);
    if (!region || !control) return;
    this.#editors.regions.setResult(region, control, values, options);
  }

  setClassification(
    controlName: string,
    value: unknown,
    place?: ControlPlace,
    options?: CommitOptions,
  ): void {
    const annotation = this.#editable();
    const control = this.#tag(controlName);
    if (!annotation || !control || !this.#isOpen(place)) return;
    this.#editors.answers.classify(
      annotation,
      control,
      value,
      place && this.#clean(place),
      options,
    );
  }

  toggleChoice(
    controlName: string,
    value: string | readonly string[],
    place?: ControlPlace,
  ): void {
    const annotation = this.#editable();
    const control = this.#tag(controlName);
    if (!annotation || !control || !this.#isOpen(place)) return;
    const clean = place && this.#clean(place);
    this.#editors.answers.toggleChoice(annotation, control, value, clean);
  }

  setTyped(controlName: string, text: string, place?: ControlPlace): void {
    const annotation = this.#editable();
    const control = this.#tag(controlName);
    if (!annotation || !control) return;
    const clean = place && this.#clean(place);
    this.#editors.texts.setTyped(annotation, control, text, clean);
  }

  submitTyped(controlName: string, place?: ControlPlace): boolean {
    const annotation = this.#editable();
    const control = this.#tag(controlName);
    if (!annotation || !control || !this.#isOpen(place)) return false;
    const clean = place && this.#clean(place);
    return this.#editors.texts.submit(annotation, control, clean);
  }

  editLine(
    controlName: string,
    index: number,
    text: string,
    place?: ControlPlace,
  ): void {
    const annotation = this.#editable();
    const control = this.#tag(controlName);
    if (!annotation || !control || !this.#isOpen(place)) return;
    const clean = place && this.#clean(place);
    const line = {index, text};
    this.#editors.texts.editLine(annotation, control, line, clean);
  }

  removeLine(controlName: string, index: number, place?: ControlPlace): void {
    this.editLine(controlName, index, '', place);
  }

  setGeometry(id: string, geometry: Geometry, options?: CommitOptions): void {
    const region = this.#region(id);
    if (region) this.#editors.regions.setGeometry(region, geometry, options);
  }

  setHidden(id: string, hidden: boolean): void {
    const region = this.#shown()?.areas.get(id);
    if (region) this.#editors.regions.setFlags(region, {hidden});
  }

  setAllHidden(hidden: boolean): void {
    const annotation = this.#shown();
    if (annotation) this.#editors.regions.setAllHidden(annotation, hidden);
  }

  setLocked(id: string, locked: boolean): void {
    const region = this.#region(id);
    if (region) this.#editors.regions.setFlags(region, {locked});
  }

  setMetaText(id: string, text: string): void {
    const region = this.#region(id);
    const note = text === '' ? undefined : [text];
    if (region) this.#editors.regions.setMeta(region, 'text', note);
  }

  setParent(id: string, parentId: string): void {
    const region = this.#region(id);
    const parent = this.#region(parentId);
    if (!region) return;
    this.#editors.regions.setParent(region, parent?.cleanId ?? '');
  }

  addRelation(fromId: string, toId: string): void {
    const from = this.#region(fromId);
    const to = this.#region(toId);
    if (!from || !to) return;
    const {relations} = this.#editors;
    relations.add(from.annotation, from.cleanId, to.cleanId);
  }

  setRelationDirection(relationId: string, direction: string): void {
    const annotation = this.#editable();
    if (!annotation) return;
    this.#editors.relations.setDirection(annotation, relationId, direction);
  }

  setRelationLabels(relationId: string, labels: readonly string[]): void {
    const annotation = this.#editable();
    if (!annotation) return;
    this.#editors.relations.setLabels(annotation, relationId, labels);
  }

  removeRelation(relationId: string): void {
    const annotation = this.#editable();
    if (annotation) this.#editors.relations.remove(annotation, relationId);
  }

  setTool(controlName: string | null): void {
    const annotation = this.#editable();
    if (annotation) setTool(this.#context.store, annotation.id, controlName);
  }

  finishDrawing(id: string): void {
    const region = this.#region(id);
    if (region) this.#editors.regions.finishDrawing(region);
  }

  /** What a smart control draws is asked about; a span is drawn at once. */
  #ask(region: RegionView, control: ConfigTag, object: ConfigTag): void {
    if (!region.isAlive || region.state.classification) return;
    if (isSmart(this.#context, control)) region.makeDynamic();
    if (SPAN_OBJECTS.has(object.type)) {
      this.#editors.regions.finishDrawing(region);
    }
  }

  #unselect(region: RegionView): void {
    const {annotation} = region;
    const others = annotation.state.selection.filter(
      (id) => id !== region.cleanId,
    );
    this.#editors.selection.select(annotation, others);
  }

  #shown(): AnnotationView | null {
    return this.#context.annotations.shown;
  }

  #editable(): AnnotationView | null {
    const annotation = this.#shown();
    return annotation && !annotation.isReadOnly() ? annotation : null;
  }

  #region(id: string): RegionView | undefined {
    return this.#editable()?.areas.get(id);
  }

  #tag(tag: ConfigTag | string): ConfigTag | undefined {
    return typeof tag === 'string'
      ? this.#context.config?.byName.get(tag)
      : tag;
  }

  /** False for a region that may not be changed. */
  #isOpen(place: ControlPlace = {}): boolean {
    if (place.regionId === undefined) return true;
    return this.#region(place.regionId)?.isReadOnly() === false;
  }

  #clean(place: ControlPlace): ControlPlace {
    const {regionId, ...rest} = place;
    const region = regionId === undefined ? undefined : this.#region(regionId);
    return region ? {...rest, regionId: region.cleanId} : rest;
  }

  #activeLabels(
    annotation: AnnotationView,
    control: ConfigTag,
    object: ConfigTag,
  ): readonly ExtraLabels[] {
    if (control.definition.classification) return [];
    const {activeLabels} = annotation.state.session;
    const controls = this.#context.config?.controlsOf(object.name) ?? [];
    return controls.flatMap((other) => {
      const labels = activeLabels[other.name] ?? [];
      const {labeling, shape} = other.definition;
      const fits = shape === '' || shape === control.definition.shape;
      const isExtra = labeling && fits && other !== control;
      return isExtra && labels.length > 0 ? [{control: other, labels}] : [];
    });
  }

  #areFree(
    annotation: AnnotationView,
    wanted: readonly ExtraLabels[],
  ): boolean {
    for (const {control, labels} of wanted) {
      const issue = checkMaxUsages(annotation.state, control, labels);
      if (!issue) continue;
      this.#context.showModal(issue.message, 'warning');
      return false;
    }
    return true;
  }
}

function ownLabels(control: ConfigTag, value: unknown): readonly string[] {
  if (!control.definition.labeling || !Array.isArray(value)) return [];
  return value.map(String);
}
