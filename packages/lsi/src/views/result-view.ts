import {choiceValues, type Result} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import type {ControlView} from './control-view.js';
import type {ItemView} from './item-view.js';
import {plainCopy} from './plain-copy.js';
import type {RegionView} from './region-view.js';
import {styleOf, type ResultStyle} from './result-style.js';
import type {TagView} from './tag-view.js';
import {toText} from './to-text.js';

/**
 * What one control says about one region, as plugins see it.
 *
 * The same result is the same object for as long as its region's view lives.
 * Values are copies: changing one changes nothing.
 */
export class ResultView {
  readonly #context: SessionContext;
  readonly #area: RegionView;
  #last: Result | undefined;

  /** Internal id, not in JSON. */
  readonly id: string;

  constructor(context: SessionContext, area: RegionView, id: string) {
    this.#context = context;
    this.#area = area;
    this.id = id;
  }

  /** The result in the store; its last known state once it is gone. */
  get state(): Result {
    const {results} = this.#area.state;
    const found = results.find(({id}) => id === this.id) ?? this.#last;
    this.#last = found;
    return found ?? GONE;
  }

  /** Same as {@link ResultView.id}. */
  get pid(): string {
    return this.id;
  }

  /** Region or classification it belongs to. */
  get area(): RegionView {
    return this.#area;
  }

  /** The annotation it belongs to. */
  get annotation(): AnnotationView {
    return this.#area.annotation;
  }

  /** Label Studio's result type, for example `labels`. */
  get type(): string {
    return this.state.type;
  }

  /** The control tag that said it: the tag, not its name. */
  get from_name(): ControlView {
    return this.annotation.tags.control(this.state.fromName);
  }

  /** The object tag that it is about. */
  get to_name(): TagView | undefined {
    return this.annotation.names.get(this.state.toName);
  }

  /** What it says: an object with the control's key alone, as a copy. */
  get value(): Record<string, unknown> {
    const {valueKey, value} = this.state;
    return valueKey === '' ? {} : {[valueKey]: plainCopy(value)};
  }

  /** What stands under the control's key, as a copy. */
  get mainValue(): unknown {
    return plainCopy(this.state.value);
  }

  /** The value as a list of texts. */
  get listValue(): string[] {
    const {value} = this.state;
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value.map(String) : [toText(value)];
  }

  /** True when it says anything. */
  get hasValue(): boolean {
    const {value} = this.state;
    if (Array.isArray(value)) return value.length > 0;
    return value !== undefined && value !== null;
  }

  /** True when a labels control made it. */
  get isLabeling(): boolean {
    return this.from_name.isLabeling;
  }

  /** 0 to 1. */
  get score(): number | undefined {
    return this.state.score ?? this.#area.score;
  }

  /** True when its source says that it may not be changed. */
  get readonly(): boolean {
    return this.state.readonly === true;
  }

  /** Metadata of the result, or of its region. */
  get meta(): Readonly<Record<string, unknown>> | undefined {
    return this.state.meta ?? this.#area.meta;
  }

  /** The options chosen: `<Label>` or `<Choice>` tags. */
  get selectedLabels(): ItemView[] {
    return choiceValues(this.state.value).flatMap((value) => {
      const item = this.from_name.findLabel(value);
      return item ? [item] : [];
    });
  }

  /** The first option chosen. */
  get tag(): ItemView | undefined {
    return this.selectedLabels[0];
  }

  /** How the first option chosen has it painted, or `null`. */
  get style(): ResultStyle | null {
    const {tag} = this;
    const background = tag?.background;
    return background ? styleOf(this.from_name, background) : null;
  }

  /** How the label for what has none has it painted, or `null`. */
  get emptyStyle(): ResultStyle | null {
    const empty = this.from_name.emptyLabel;
    return empty && styleOf(this.from_name, empty.background);
  }

  /** How its control has it painted. */
  get controlStyle(): ResultStyle {
    return styleOf(this.from_name);
  }

  /** False when rules of the config keep it out of the JSON. */
  get canBeSubmitted(): boolean {
    return this.annotation.tags.canSubmit(this.#area.state, this.state);
  }

  /** Returns the value on one line. */
  getSelectedString(separator = ' '): string {
    return this.listValue.join(separator);
  }

  /** Returns whether it may not be changed. */
  isReadOnly(): boolean {
    return this.readonly || this.#area.isReadOnly();
  }

  /** Returns whether it itself may not be changed. */
  isSelfReadOnly(): boolean {
    return this.readonly;
  }

  /**
   * Returns what this result and another value have in common: the labels
   * that both have, the value when both are equal, else `null`.
   */
  mergeMainValue(value: unknown): unknown {
    const {mainValue} = this;
    if (typeof value !== typeof mainValue) return null;
    if (Array.isArray(value) && this.type.endsWith('labels')) {
      const {listValue} = this;
      return value.filter((label) => listValue.includes(String(label)));
    }
    return value === mainValue ? value : null;
  }

  /** Replaces what stands under the control's key. */
  setValue(value: unknown): void {
    this.#context.editors.regions.setResult(
      this.#area,
      this.from_name.config,
      value,
    );
  }

  /** Sets one key of the region's metadata. */
  setMetaValue(key: string, value: unknown): void {
    this.#area.setMetaValue(key, value);
  }

  /** Puts its region into another one, or out with `''`. */
  setParentID(id: string): void {
    this.#area.setParentID(id);
  }

  /** Returns it as Label Studio JSON, or `null` when it stays out. */
  serialize(): unknown {
    if (!this.canBeSubmitted) return null;
    const index = this.#area.state.results.findIndex(({id}) => id === this.id);
    return this.#area.serialize()[index] ?? null;
  }
}

const GONE: Result = Object.freeze({
  id: '',
  fromName: '',
  toName: '',
  type: '',
  valueKey: '',
  value: undefined,
});
