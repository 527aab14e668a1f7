import {
  isFileSource,
  valuesToJson,
  withoutSecrets,
} from '@ls-annotation/operators';
import type {ParameterIssue, ParameterValues} from '@ls-annotation/operators';

import type {FormModel} from './form-model.js';

/**
 * Makes a form of parameters a control of the page's form around it. What the
 * browser keeps to restore has no secrets and no files.
 */
export class FormAssociation {
  readonly #internals: ElementInternals;
  #last: ParameterValues | null = null;

  constructor(element: HTMLElement) {
    this.#internals = element.attachInternals();
  }

  /** The form of the page around it, or `null`. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /**
   * Hands on the values, and whether they fit.
   *
   * @param anchorOf - returns the control that an issue is about, where the
   *   browser says what is wrong.
   */
  update(
    model: FormModel,
    anchorOf: (issue: ParameterIssue) => HTMLElement | null,
  ): void {
    const {values, issues} = model;
    if (values === this.#last) return;
    this.#last = values;
    const kept = withoutSecrets(model.parameters, values);
    const state = JSON.stringify(kept);
    this.#internals.setFormValue(JSON.stringify(values), state);
    if (hasFiles(values)) void this.#setFiles(values, state);
    const [issue] = issues;
    const anchor = issue && anchorOf(issue);
    this.#internals.setValidity(
      issue ? {customError: true} : {},
      issue?.message ?? '',
      ...(anchor ? [anchor] : []),
    );
  }

  /** Returns the values that a browser kept, or `null`. */
  restored(state: string | File | FormData | null): ParameterValues | null {
    if (typeof state !== 'string') return null;
    return JSON.parse(state) as ParameterValues;
  }

  async #setFiles(values: ParameterValues, state: string): Promise<void> {
    const json = JSON.stringify(await valuesToJson(values));
    if (values === this.#last) this.#internals.setFormValue(json, state);
  }
}

function hasFiles(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isFileSource(value) || Object.values(value).some(hasFiles);
}
