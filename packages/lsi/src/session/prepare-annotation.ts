import {
  attributeFlag,
  defaultChoices,
  findClassification,
  initialLabels,
  resolveTagValue,
  setActiveLabels,
  setClassification,
  setTypedText,
  type AnnotationStore,
  type ConfigTag,
  type LabelConfig,
  type TaskData,
} from '@ls-annotation/core';

import {toText} from '../views/to-text.js';

const LOAD = {origin: 'load'} as const;

/** Makes the choices of a new annotation that are `selected` in the config. */
export function applyDefaults(
  store: AnnotationStore,
  annotationId: string,
  config: LabelConfig,
): void {
  for (const {control, value} of defaultChoices(config)) {
    setClassification(store, annotationId, control, value, LOAD);
  }
}

/** Chooses the labels that are `selected` in the config, unless some are. */
export function applyInitialLabels(
  store: AnnotationStore,
  annotationId: string,
  config: LabelConfig,
): void {
  const {activeLabels} = store.annotation(annotationId).session;
  if (Object.values(activeLabels).some(({length}) => length > 0)) return;
  for (const [name, labels] of Object.entries(initialLabels(config))) {
    setActiveLabels(store, annotationId, name, labels, LOAD);
  }
}

/**
 * Puts the `value` of text areas into their editors, as if it had been typed,
 * where nothing was said or typed yet.
 */
export function prefillTexts(
  store: AnnotationStore,
  annotationId: string,
  config: LabelConfig,
  data: TaskData,
): void {
  const {regions, session} = store.annotation(annotationId);
  for (const control of config.controls) {
    if (!isPrefilled(control)) continue;
    if (findClassification(regions, control.name)) continue;
    if (session.typed[control.name]) continue;
    const text = toText(resolveTagValue(control, data));
    if (text === '') continue;
    setTypedText(store, annotationId, control.name, text, LOAD);
  }
}

function isPrefilled(control: ConfigTag): boolean {
  if (control.type !== 'textarea' || control.value === '') return false;
  return !attributeFlag(control, 'perRegion');
}
