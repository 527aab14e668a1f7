import {pointerParts} from '@ls-annotation/operators';
import type {
  BaseParameter,
  ParameterIssue,
  ParameterValues,
} from '@ls-annotation/operators';

import {controlOf} from './controls/control-of.js';
import type {FieldReading, RawUpdate} from './controls/field-control.js';

interface FieldState {
  readonly raw: unknown;
  readonly isLeft: boolean;
  readonly external: readonly ParameterIssue[];
}

/** What a form holds: what was typed, and what may be said about it. */
export class FormModel {
  /** In the order of the form. */
  readonly parameters: readonly BaseParameter[];
  readonly #fields = new Map<string, FieldState>();
  #isSubmitted = false;

  /**
   * @param values - what the form starts with, over the defaults; `null` for
   *   a field that starts empty in spite of its default.
   */
  constructor(parameters: readonly BaseParameter[], values: ParameterValues) {
    this.parameters = parameters;
    for (const parameter of parameters) {
      const {name} = parameter;
      const value = Object.hasOwn(values, name)
        ? values[name]
        : parameter.default;
      const raw = controlOf(parameter).start(parameter, value);
      this.#fields.set(name, {raw, isLeft: false, external: []});
    }
  }

  /** Values that can be read; unset parameters have no key. */
  get values(): ParameterValues {
    const entries = this.parameters.flatMap((parameter) => {
      const {value, issues} = this.#read(parameter);
      const isUnset = issues.length > 0 || parameter.isEmpty(value);
      return isUnset ? [] : [[parameter.name, value] as const];
    });
    return Object.fromEntries(entries);
  }

  /** Everything that is wrong, in the order of the form. */
  get issues(): readonly ParameterIssue[] {
    return this.parameters.flatMap((parameter) => this.#read(parameter).issues);
  }

  /** State of a parameter's control. */
  raw(name: string): unknown {
    return this.#state(name).raw;
  }

  /** Changes the state of a parameter's control. */
  change(name: string, update: RawUpdate): void {
    const state = this.#state(name);
    const raw = update(state.raw);
    this.#fields.set(name, {...state, raw, external: []});
  }

  /** Says that a person is done with a field. */
  leave(name: string, update: RawUpdate = (raw) => raw): void {
    const state = this.#state(name);
    const raw = update(state.raw);
    this.#fields.set(name, {...state, raw, isLeft: true});
  }

  /** Says that a person wants all of it: every issue may be shown now. */
  submit(): void {
    this.#isSubmitted = true;
  }

  /** Shows issues that were found elsewhere, until their field changes. */
  setExternal(issues: readonly ParameterIssue[]): void {
    for (const {name} of this.parameters) {
      const external = issues.filter(
        ({path}) => pointerParts(path)[0] === name,
      );
      this.#fields.set(name, {...this.#state(name), external});
    }
  }

  /** Issues of a field that may be shown. */
  visibleIssues(parameter: BaseParameter): readonly ParameterIssue[] {
    const {raw, isLeft, external} = this.#state(parameter.name);
    const control = controlOf(parameter);
    const own = this.#read(parameter).issues.filter(
      (issue) =>
        this.#isSubmitted ||
        (control.isLeft ? control.isLeft(raw, issue) : isLeft),
    );
    return [...own, ...external];
  }

  #read(parameter: BaseParameter): FieldReading {
    return controlOf(parameter).read(parameter, this.raw(parameter.name));
  }

  #state(name: string): FieldState {
    return this.#fields.get(name) as FieldState;
  }
}
