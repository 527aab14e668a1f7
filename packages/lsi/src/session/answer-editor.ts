import {
  choiceValue,
  choiceValues,
  findClassification,
  findLabel,
  isSameChoice,
  resultOf,
  selectableChoices,
  setActiveLabels,
  setClassification,
  setRemoteValue,
  toggleChoice,
  type ChangeOrigin,
  type CommitOptions,
  type ConfigTag,
} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';
import {decodeText} from '../views/decode-text.js';

import type {ControlPlace} from './labeling-actions.js';
import type {SessionContext} from './session-context.js';

/**
 * Has controls say something about an object, a region or a picture.
 *
 * @internal
 */
export class AnswerEditor {
  readonly #context: SessionContext;
  readonly #origin: ChangeOrigin;

  constructor(context: SessionContext, origin: ChangeOrigin) {
    this.#context = context;
    this.#origin = origin;
  }

  /** Has a control say `value`; `undefined` takes back what it said. */
  classify(
    annotation: AnnotationView,
    control: ConfigTag,
    value: unknown,
    place: ControlPlace = {},
    options: CommitOptions = {},
  ): void {
    if (!annotation.isAlive) return;
    setClassification(this.#context.store, annotation.id, control, value, {
      origin: this.#origin,
      label: `set ${control.name}`,
      ...options,
      ...place,
    });
  }

  /** Chooses a choice, or lets go of it, as the control's `choice` says. */
  toggleChoice(
    annotation: AnnotationView,
    control: ConfigTag,
    value: string | readonly string[],
    place: ControlPlace = {},
  ): void {
    const option = optionOf(control, value);
    if (!option) return;
    const chosen = choiceValues(this.valueOf(annotation, control, place));
    const next = toggleChoice(control, chosen, option);
    this.classify(annotation, control, next, place);
  }

  /** Returns what a control says, or `undefined`. */
  valueOf(
    annotation: AnnotationView,
    control: ConfigTag,
    place: ControlPlace = {},
  ): unknown {
    const {regionId, itemIndex} = place;
    const region =
      regionId === undefined
        ? findClassification(annotation.state.regions, control.name, itemIndex)
        : this.#context.store.findRegion(annotation.id, regionId);
    return region && resultOf(region, control)?.value;
  }

  /** Lets go of every option of a control. */
  clear(
    annotation: AnnotationView,
    control: ConfigTag,
    place: ControlPlace = {},
  ): void {
    if (!control.definition.labeling) {
      this.classify(annotation, control, undefined, place);
      return;
    }
    if (control.name in annotation.state.session.activeLabels) {
      const {store} = this.#context;
      setActiveLabels(store, annotation.id, control.name, [], {
        origin: this.#origin,
      });
    }
  }

  /** Replaces what an object tag shows. */
  setRemoteValue(
    annotation: AnnotationView,
    object: ConfigTag,
    value: unknown,
  ): void {
    if (!annotation.isAlive) return;
    const shown = decodeText(object, value);
    const {store} = this.#context;
    setRemoteValue(store, annotation.id, object.name, shown, {
      origin: this.#origin,
    });
  }
}

function optionOf(
  control: ConfigTag,
  value: string | readonly string[],
): ConfigTag | undefined {
  const exact = selectableChoices(control).find((option) =>
    isSameChoice(choiceValue(control, option), value),
  );
  if (exact) return exact;
  const leaf = typeof value === 'string' ? value : value.at(-1);
  return leaf === undefined ? undefined : findLabel(control, leaf);
}
