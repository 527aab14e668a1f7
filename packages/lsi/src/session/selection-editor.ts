import {
  checkMaxUsages,
  clearActiveLabels,
  isLabelingResult,
  regionLabels,
  selectRegions,
  setActiveLabels,
  setResultValue,
  type ChangeOrigin,
  type ConfigTag,
} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';
import type {RegionView} from '../views/region-view.js';

import type {SessionContext} from './session-context.js';

/**
 * Selects regions and chooses labels.
 *
 * @internal
 */
export class SelectionEditor {
  readonly #context: SessionContext;
  readonly #origin: ChangeOrigin;

  constructor(context: SessionContext, origin: ChangeOrigin) {
    this.#context = context;
    this.#origin = origin;
  }

  /**
   * Makes regions the selection. What was typed into per-region controls of
   * those that leave it is submitted first; chosen labels are let go of when
   * something is selected.
   */
  select(annotation: AnnotationView, ids: readonly string[]): void {
    if (!annotation.isAlive) return;
    const {store, editors} = this.#context;
    for (const id of annotation.state.selection) {
      if (!ids.includes(id)) editors.texts.flushRegion(annotation, id);
    }
    selectRegions(store, annotation.id, ids, {origin: this.#origin});
    if (ids.length > 0) this.clearLabels(annotation);
  }

  /**
   * Selects no region and chooses no label.
   *
   * @param keepLabels - true to keep the labels where the person's settings
   *   say so.
   */
  clear(annotation: AnnotationView, keepLabels = false): void {
    this.select(annotation, []);
    if (keepLabels && this.#context.settings.continuousLabeling) return;
    this.clearLabels(annotation);
  }

  /** Chooses no label. */
  clearLabels(annotation: AnnotationView): void {
    if (!annotation.isAlive) return;
    clearActiveLabels(this.#context.store, annotation.id, {
      origin: this.#origin,
    });
  }

  /**
   * Makes labels the only ones of a control: on the selected region, or
   * chosen for what comes next.
   */
  setLabels(
    annotation: AnnotationView,
    control: ConfigTag,
    labels: readonly string[],
  ): void {
    if (!annotation.isAlive) return;
    const {store} = this.#context;
    const [region] = this.#labelable(annotation, control);
    const options = {origin: this.#origin, label: 'label region'};
    if (region) {
      setResultValue(
        store,
        annotation.id,
        region.cleanId,
        control,
        labels,
        options,
      );
    } else {
      setActiveLabels(store, annotation.id, control.name, labels, options);
    }
  }

  /**
   * Chooses a label, or lets go of it; with regions selected that the control
   * may speak of, puts it on them, or takes it off.
   *
   * @returns False when the label may not be used once more.
   */
  toggleLabel(
    annotation: AnnotationView,
    control: ConfigTag,
    value: string,
  ): boolean {
    const regions = this.#labelable(annotation, control);
    return regions.length > 0
      ? this.#toggleOn(annotation, regions, control, value)
      : this.#toggleActive(annotation, control, value);
  }

  #toggleActive(
    annotation: AnnotationView,
    control: ConfigTag,
    value: string,
  ): boolean {
    const {store} = this.#context;
    const {activeLabels} = annotation.state.session;
    const before = activeLabels[control.name] ?? [];
    const next = toggled(before, value, control);
    if (!before.includes(value) && !this.#isFree(annotation, control, value)) {
      return false;
    }
    setActiveLabels(store, annotation.id, control.name, next, {
      origin: this.#origin,
    });
    return true;
  }

  #toggleOn(
    annotation: AnnotationView,
    regions: readonly RegionView[],
    control: ConfigTag,
    value: string,
  ): boolean {
    const {store} = this.#context;
    const without = regions.filter(
      (region) => !labelsBy(region, control).includes(value),
    );
    const isAdding = without.length > 0;
    const affected = isAdding ? without : regions;
    if (isAdding && !this.#isFree(annotation, control, value, without.length)) {
      return false;
    }
    const options = {origin: this.#origin, label: 'label region'};
    store.transact(options, () => {
      for (const region of affected) {
        const next = toggled(labelsBy(region, control), value, control);
        if (next.length === 0 && region.state.results.length <= 1) continue;
        setResultValue(store, annotation.id, region.cleanId, control, next);
      }
    });
    return true;
  }

  #isFree(
    annotation: AnnotationView,
    control: ConfigTag,
    value: string,
    added = 1,
  ): boolean {
    const issue = checkMaxUsages(annotation.state, control, [value], added);
    if (!issue) return true;
    this.#context.showModal(issue.message, 'warning');
    return false;
  }

  #labelable(
    annotation: AnnotationView,
    control: ConfigTag,
  ): readonly RegionView[] {
    const {shape} = control.definition;
    return annotation.selectedRegions.filter((region) => {
      const {state} = region;
      if (state.classification || region.isReadOnly()) return false;
      if (!control.toName.includes(state.object)) return false;
      if (shape === '') return true;
      const {config} = this.#context;
      return state.results.some(
        ({fromName}) =>
          config?.byName.get(fromName)?.definition.shape === shape,
      );
    });
  }
}

function toggled(
  before: readonly string[],
  value: string,
  control: ConfigTag,
): readonly string[] {
  if (before.includes(value)) return before.filter((label) => label !== value);
  return control.attributes.choice === 'multiple'
    ? [...before, value]
    : [value];
}

function labelsBy(region: RegionView, control: ConfigTag): readonly string[] {
  const {state} = region;
  const result = state.results.find(
    (candidate) =>
      candidate.fromName === control.name && isLabelingResult(candidate),
  );
  return result ? regionLabels({...state, results: [result]}) : [];
}
