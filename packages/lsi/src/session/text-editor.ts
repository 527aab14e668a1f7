import {
  attributeFlag,
  flushTyped,
  setClassification,
  setTypedText,
  submitText,
  textLines,
  type BeforeSend,
  type ChangeOrigin,
  type ConfigTag,
} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';

import type {ControlPlace} from './labeling-actions.js';
import type {SessionContext} from './session-context.js';

/**
 * Keeps text that is being typed, and makes results of it.
 *
 * @internal
 */
export class TextEditor {
  readonly #context: SessionContext;
  readonly #origin: ChangeOrigin;

  constructor(context: SessionContext, origin: ChangeOrigin) {
    this.#context = context;
    this.#origin = origin;
  }

  /** Returns what is being typed into a control, `''` for nothing. */
  typed(
    annotation: AnnotationView,
    control: ConfigTag,
    {regionId}: ControlPlace = {},
  ): string {
    return annotation.state.session.typed[keyOf(control, regionId)] ?? '';
  }

  /** Keeps what is being typed into a control. */
  setTyped(
    annotation: AnnotationView,
    control: ConfigTag,
    text: string,
    {regionId}: ControlPlace = {},
  ): void {
    if (!annotation.isAlive) return;
    const key = keyOf(control, regionId);
    setTypedText(this.#context.store, annotation.id, key, text, {
      origin: this.#origin,
    });
  }

  /**
   * Makes what was typed a line of the result.
   *
   * @returns False when nothing was taken.
   */
  submit(
    annotation: AnnotationView,
    control: ConfigTag,
    {regionId}: ControlPlace = {},
  ): boolean {
    const isPerRegion = attributeFlag(control, 'perRegion');
    if (isPerRegion !== (regionId !== undefined)) return false;
    const outcome = flushTyped(annotation.state, control, regionId);
    this.apply(annotation, outcome);
    return outcome.values.length > 0;
  }

  /** Makes what was typed for one region lines of its results. */
  flushRegion(annotation: AnnotationView, regionId: string): void {
    const {config} = this.#context;
    const suffix = `:${regionId}`;
    for (const key of Object.keys(annotation.state.session.typed)) {
      if (!key.endsWith(suffix)) continue;
      const control = config?.byName.get(key.slice(0, -suffix.length));
      if (control) this.submit(annotation, control, {regionId});
    }
  }

  /** Adds a line to a result; false when it is not taken. */
  addLine(
    annotation: AnnotationView,
    control: ConfigTag,
    text: string,
    place: ControlPlace = {},
  ): boolean {
    const lines = this.#lines(annotation, control, place);
    const outcome = submitText(lines, text, control);
    if (outcome.ok) {
      this.#setLines(annotation, control, outcome.value, place);
    } else if (outcome.message) {
      this.#context.showModal(outcome.message, 'warning');
    }
    return outcome.ok;
  }

  /** Replaces one line, 0-based; empty text removes it. */
  editLine(
    annotation: AnnotationView,
    control: ConfigTag,
    {index, text}: {readonly index: number; readonly text: string},
    place: ControlPlace = {},
  ): void {
    const lines = [...this.#lines(annotation, control, place)];
    if (index < 0 || index >= lines.length) return;
    lines.splice(index, 1, ...(text === '' ? [] : [text]));
    this.#setLines(annotation, control, lines, place);
  }

  /** Sets what controls are to say and forgets the typed text it came of. */
  apply(annotation: AnnotationView, outcome: BeforeSend): void {
    const {store} = this.#context;
    const {values, typedKeys, warnings} = outcome;
    if (values.length > 0 || typedKeys.length > 0) {
      const options = {origin: this.#origin, label: 'submit text'};
      store.transact(options, () => {
        for (const {control, value, regionId} of values) {
          const place = regionId === undefined ? {} : {regionId};
          setClassification(store, annotation.id, control, value, place);
        }
        for (const key of typedKeys) {
          setTypedText(store, annotation.id, key, '');
        }
      });
    }
    for (const warning of warnings) this.#context.showModal(warning, 'warning');
  }

  #lines(
    annotation: AnnotationView,
    control: ConfigTag,
    place: ControlPlace,
  ): readonly string[] {
    const {answers} = this.#context.editors;
    return textLines(answers.valueOf(annotation, control, place));
  }

  #setLines(
    annotation: AnnotationView,
    control: ConfigTag,
    lines: readonly string[],
    place: ControlPlace,
  ): void {
    const {store} = this.#context;
    setClassification(store, annotation.id, control, lines, {
      origin: this.#origin,
      label: `set ${control.name}`,
      ...place,
    });
  }
}

function keyOf(control: ConfigTag, regionId: string | undefined): string {
  return regionId === undefined ? control.name : `${control.name}:${regionId}`;
}
