import {
  canSubmitText,
  checkMaxUsages,
  choiceValue,
  choiceValues,
  findClassification,
  isSameChoice,
  optionsOf,
  requiredMessage,
  storedValue,
  textLines,
  type ChoiceValue,
} from '@ls-annotation/core';

import {isSmart} from '../session/drawing-finisher.js';
import type {ControlPlace} from '../session/labeling-actions.js';

import type {ItemView} from './item-view.js';
import type {ResultView} from './result-view.js';
import {TagView} from './tag-view.js';

/** A submitted line of a text area, as plugins see it. */
export interface TextAreaLine {
  /** Label Studio's name for it. */
  readonly type: 'textarearegion';
  /**
   * Unique on the page. The element that shows it has the id
   * `TextAreaRegion-` and this; its editor is named like the tag, `:` and this.
   */
  readonly id: string;
  /** The text. */
  readonly _value: string;
}

/** A tag that makes results, as plugins see it. */
export class ControlView extends TagView {
  /** True when it speaks of single regions. */
  declare perregion: boolean | undefined;

  /** True when it speaks of single pictures. */
  declare peritem: boolean | undefined;

  /** True when an annotation may not be saved without it. */
  declare required: boolean | undefined;

  /** Label Studio's result type, for example `labels`. */
  get resultType(): string {
    return this.config.definition.resultType;
  }

  /** Key of the control's value in a result. */
  get valueType(): string {
    return this.config.definition.valueKey || this.resultType;
  }

  /** The object that it speaks of. */
  get toNameTag(): TagView | undefined {
    return this.annotation.names.get(this.config.toName[0] ?? '');
  }

  /** True for a control whose choices are kept until they are used. */
  get holdsState(): boolean {
    return this.isLabeling || this.isClassificationTag;
  }

  /**
   * What it says now: about the selected region for a labels or per-region
   * control, about the whole object for another; `undefined` for nothing.
   */
  get result(): ResultView | undefined {
    if (this.perregion === true || this.isLabeling) {
      return this.annotation.highlightedNode?.results.find(
        ({from_name}) => from_name === this,
      );
    }
    const {state, areas} = this.annotation;
    const region = findClassification(state.regions, this.config.name);
    return region && areas.get(region.id)?.results[0];
  }

  /** Its options, at whatever depth. */
  get tiedChildren(): ItemView[] {
    return optionsOf(this.config).map((item) =>
      this.annotation.tags.item(item),
    );
  }

  /** The options chosen: on the selected region, or for what comes next. */
  get selectedLabels(): ItemView[] {
    return this.#chosen().flatMap((value) => {
      const item = this.findLabel(value);
      return item ? [item] : [];
    });
  }

  /** True when an option is chosen. */
  get isSelected(): boolean {
    return this.#chosen().length > 0;
  }

  /** The option for what has no label, or `null`. */
  get emptyLabel(): ItemView | null {
    if (this.attribute('allowempty') !== true) return null;
    return this.tiedChildren.find(({value}) => value === '') ?? null;
  }

  /** True while models are asked about what it draws. */
  get smartEnabled(): boolean {
    return isSmart(this.context, this.config);
  }

  /** Text that is being typed, or the value that a plugin put in. */
  override get _value(): unknown {
    if (this.type !== 'textarea') return super._value;
    return this.context.editors.texts.typed(
      this.annotation,
      this.config,
      this.#place(),
    );
  }

  override set _value(value: unknown) {
    this.setValue(value);
  }

  /** Submitted lines of a text area; `undefined` for other controls. */
  get regions(): TextAreaLine[] | undefined {
    if (this.type !== 'textarea') return undefined;
    const start = `${this.annotation.id}-${this.id.replaceAll('.', '-')}`;
    return textLines(this.result?.mainValue).map((_value, index) => ({
      type: 'textarearegion',
      id: `${start}-${index}`,
      _value,
    }));
  }

  /** True while a text area takes another line. */
  get showSubmit(): boolean | undefined {
    if (this.type !== 'textarea') return undefined;
    return canSubmitText(this.config, textLines(this.result?.mainValue));
  }

  /**
   * Returns what is chosen or said, as results hold it: a list for a control
   * with options, paths where they are nested.
   */
  selectedValues(): unknown {
    if (this.config.definition.itemType !== '') return this.#chosen();
    return this.result?.mainValue;
  }

  /** Returns the option with a path, a value or an alias, or `undefined`. */
  findLabel(value: string | readonly string[]): ItemView | undefined {
    const items = optionsOf(this.config);
    const found =
      typeof value === 'string'
        ? (items.find((item) => storedValue(item) === value) ??
          items.find((item) => item.value === value))
        : items.find((item) =>
            isSameChoice(choiceValue(this.config, item), value),
          );
    return found && this.annotation.tags.item(found);
  }

  /** Lets go of every option. */
  unselectAll(): void {
    this.context.editors.answers.clear(
      this.annotation,
      this.config,
      this.#place(),
    );
  }

  /**
   * Has it say `value`, as results hold it, so that what is shown and what is
   * saved are the same: labels go to the selected region, or are chosen for
   * the next one; without a value nothing changes.
   */
  updateFromResult(value?: unknown): void {
    if (value === undefined) return;
    if (this.isLabeling && !this.isClassificationTag) this.#label(value);
    else this.setResult(value);
  }

  /** Nothing to do: what is chosen is the result. */
  updateResult(): void {
    // Label Studio copies the chosen options into the result here.
  }

  /** Has it say `value`; `undefined` takes back what it said. */
  setResult(value: unknown): void {
    this.context.editors.answers.classify(
      this.annotation,
      this.config,
      value,
      this.#place(),
    );
  }

  /** Replaces the text being typed into a text area. */
  setValue(value: unknown): void {
    this.context.editors.texts.setTyped(
      this.annotation,
      this.config,
      typeof value === 'string' ? value : '',
      this.#place(),
    );
  }

  /** Adds a line to a text area's result. */
  addText(text: string): void {
    this.context.editors.texts.addLine(
      this.annotation,
      this.config,
      text,
      this.#place(),
    );
  }

  /** Makes what was typed a line of the result. */
  submitChanges(): void {
    if (this.type !== 'textarea') return;
    this.context.editors.texts.submit(
      this.annotation,
      this.config,
      this.#place(),
    );
  }

  /** Does what is due before a save. */
  beforeSend(): void {
    this.submitChanges();
  }

  /** Returns whether the annotation may be saved as far as it is concerned. */
  validate(): boolean {
    return !this.annotation.tags
      .issues()
      .some(({tag}) => tag.key === this.config.key);
  }

  /** Returns whether it could say `value` as far as its limits go. */
  validateValue(value: unknown): boolean {
    const labels = Array.isArray(value) ? value.map(String) : [];
    if (!this.isLabeling) return true;
    return !checkMaxUsages(this.annotation.state, this.config, labels);
  }

  /** Shows that something is required here. */
  requiredModal(): void {
    this.context.showModal(requiredMessage(this.config), 'warning');
  }

  /** Returns whether a per-region control is to be seen now. */
  perRegionVisible(): boolean {
    return this.annotation.tags.isControlShown(this.config);
  }

  #label(value: unknown): void {
    const labels = Array.isArray(value) ? value.map(String) : [];
    const {selection} = this.context.editors;
    selection.setLabels(this.annotation, this.config, labels);
  }

  #chosen(): ChoiceValue[] {
    const {result} = this;
    if (result) return [...choiceValues(result.mainValue)];
    if (!this.isLabeling) return [];
    const {activeLabels} = this.annotation.state.session;
    return [...(activeLabels[this.config.name] ?? [])];
  }

  /** A per-region control speaks of the selected region. */
  #place(): ControlPlace {
    if (this.perregion !== true) return {};
    const region = this.annotation.highlightedNode;
    return region ? {regionId: region.cleanId} : {};
  }
}
