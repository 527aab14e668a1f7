import {pointerParts} from '@ls-annotation/operators';
import type {
  BaseParameter,
  ParameterContext,
  ParameterIssue,
  ParameterValues,
} from '@ls-annotation/operators';

import {controlOf} from './controls/control-of.js';
import {locateIssue} from './controls/field-control.js';
import type {FieldPlace} from './controls/field-control.js';
import {readForm} from './read-form.js';
import type {FormReading} from './read-form.js';

/** What a form holds: what was typed, and what may be said about it. */
export class FormModel {
  #context: ParameterContext | null;
  #parameters: readonly BaseParameter[];
  #raws = new Map<string, unknown>();
  readonly #ids = new Map<string, string>();
  readonly #left = new Set<string>();
  #external: readonly ParameterIssue[] = [];
  #isSubmitted = false;
  #reading: FormReading | null = null;

  /**
   * @param values - what the form starts with, over the defaults; `null` for
   *   a field that starts empty in spite of its default.
   * @param context - what is on display.
   */
  constructor(
    parameters: readonly BaseParameter[],
    values: ParameterValues,
    context: ParameterContext | null = null,
  ) {
    this.#parameters = parameters;
    this.#context = context;
    for (const parameter of parameters) {
      const {name} = parameter;
      const value = Object.hasOwn(values, name)
        ? values[name]
        : parameter.default;
      this.#raws.set(name, controlOf(parameter).start(parameter, value));
    }
  }

  /** In the order of the form. */
  get parameters(): readonly BaseParameter[] {
    return this.#parameters;
  }

  /** What is on display. */
  set context(context: ParameterContext | null) {
    this.#context = context;
    this.#reading = null;
  }

  /** What the form stands for now. */
  get reading(): FormReading {
    this.#reading ??= readForm(this.#parameters, this.#raws, this.#context);
    return this.#reading;
  }

  /** Values that fit; what is unset or does not count has no key. */
  get values(): ParameterValues {
    return this.reading.values;
  }

  /** Everything that is wrong, in the order of the form. */
  get issues(): readonly ParameterIssue[] {
    return this.reading.issues;
  }

  /** Issues that may be shown. */
  get visibleIssues(): readonly ParameterIssue[] {
    const own = this.issues.filter((issue) => {
      const place = this.placeOf(issue);
      return this.#isSubmitted || (place && this.#left.has(place.id));
    });
    return [...own, ...this.#external];
  }

  /**
   * Id of a parameter's control. It stays while other parameters come and go,
   * and has nothing of the name, which may be any text.
   */
  idOf(name: string): string {
    const id = this.#ids.get(name) ?? `field-${String(this.#ids.size)}`;
    this.#ids.set(name, id);
    return id;
  }

  /** State of a parameter's control. */
  raw(name: string): unknown {
    return this.#raws.get(name);
  }

  /** Changes the state of a parameter's control. */
  change(name: string, update: (raw: unknown) => unknown): void {
    this.#raws.set(name, update(this.#raws.get(name)));
    this.#external = this.#external.filter(
      ({path}) => pointerParts(path)[0] !== name,
    );
    this.#reading = null;
  }

  /** Says that a person is done with a control. */
  leave(id: string): void {
    this.#left.add(id);
  }

  /** Tells whether a person was done with a control. */
  isLeft(id: string): boolean {
    return this.#isSubmitted || this.#left.has(id);
  }

  /** Says that a person wants all of it: every issue may be shown now. */
  submit(): void {
    this.#isSubmitted = true;
  }

  /** Shows issues that were found elsewhere, until their field changes. */
  setExternal(issues: readonly ParameterIssue[]): void {
    this.#external = issues;
  }

  /**
   * Goes on with other parameters: those of the same name and type keep what
   * was typed.
   *
   * @param values - what to set; the others start with their defaults.
   */
  replace(parameters: readonly BaseParameter[], values: ParameterValues): void {
    const before = new Map(this.#parameters.map((one) => [one.name, one]));
    const raws = new Map<string, unknown>();
    for (const parameter of parameters) {
      const {name} = parameter;
      const old = before.get(name);
      const control = controlOf(parameter);
      const isKept =
        old?.paramType === parameter.paramType && controlOf(old) === control;
      const isGiven = Object.hasOwn(values, name);
      const value = isGiven ? values[name] : parameter.default;
      raws.set(
        name,
        isKept && !isGiven
          ? this.#raws.get(name)
          : control.start(parameter, value),
      );
    }
    this.#parameters = parameters;
    this.#raws = raws;
    this.#reading = null;
  }

  /** Returns the control that an issue is about, or `null`. */
  placeOf({path}: ParameterIssue): FieldPlace | null {
    const [name] = pointerParts(path);
    const parameter = this.#parameters.find((one) => one.name === name);
    if (!parameter) return null;
    const {title} = parameter;
    const id = this.idOf(parameter.name);
    const raw = this.raw(parameter.name);
    const place = {parameter, id, raw, title};
    return locateIssue(controlOf(parameter), place, path);
  }
}
