import {LitElement, html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';

import type {
  BaseParameter,
  ParameterIssue,
  ParameterValues,
} from '@ls-annotation/operators';

import {
  OperatorInputEvent,
  OperatorSubmitEvent,
} from '../events/operator-events.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';

import {controlOf} from './controls/control-of.js';
import type {Field, RawUpdate} from './controls/field-control.js';
import {ensureTokens} from './ensure-tokens.js';
import {FormModel} from './form-model.js';
import {fieldId, isAboutField, issueTarget, issueTitle} from './issue-place.js';
import {operatorFormStyles} from './operator-form.styles.js';
import {PressController} from './press-controller.js';
import {renderError} from './render-error.js';

const DELEGATES_FOCUS: ShadowRootInit = {
  ...LitElement.shadowRootOptions,
  delegatesFocus: true,
};

/**
 * A form for the parameters of an operator, made from nothing but them.
 *
 * What is typed stays as it is typed. A problem is shown once its field was
 * left, or when the form is submitted; it is named at the field, in words.
 * Enter in a field submits, Ctrl or Cmd with Enter does anywhere.
 *
 * @summary A form made from parameters.
 * @since 0.1.0
 *
 * @fires {OperatorInputEvent} ls-operator-input - Fired when a person has changed a value. Bubbles, composed, not cancelable.
 * @fires {OperatorSubmitEvent} ls-operator-submit - Fired when the form was submitted and its values fit. Bubbles, composed, not cancelable.
 *
 * @csspart field - A parameter with everything about it.
 * @csspart label - The label of a parameter.
 * @csspart description - The description of a parameter.
 * @csspart input - A line of text.
 * @csspart checkbox - A checkbox.
 * @csspart error - What is wrong with a value.
 * @csspart summary - The list of what is wrong with the form.
 * @csspart table - A table with its button.
 * @csspart add-row - The button that adds a row.
 * @csspart remove-row - The button that removes a row.
 */
export class OperatorFormElement extends LitElement {
  static override shadowRootOptions = DELEGATES_FOCUS;
  static override styles = [baseStyles, buttonStyles, operatorFormStyles];

  /** What to ask for, in order. Setting it starts the form anew. */
  @property({attribute: false})
  parameters: readonly BaseParameter[] = [];

  @query('input, .add')
  private first!: HTMLElement | null;

  @state()
  private summary: readonly ParameterIssue[] = [];

  @state()
  private announcement = '';

  #start: ParameterValues = {};
  #model = new FormModel([], {});
  #focusId: string | null = null;
  #isStale = false;
  readonly #press = new PressController(this);

  /**
   * The values as they are now: what is unset, and what does not fit, has no
   * key. Setting another object starts the form anew, with its values over the
   * defaults; `null` empties a field in spite of its default.
   */
  @property({attribute: false})
  get values(): ParameterValues {
    this.#refresh();
    return this.#model.values;
  }

  set values(values: ParameterValues) {
    if (values === this.#start) return;
    this.#start = values;
    this.#isStale = true;
    this.requestUpdate();
  }

  /** Everything that is wrong now, whether it is shown or not. */
  get issues(): readonly ParameterIssue[] {
    this.#refresh();
    return this.#model.issues;
  }

  /**
   * Shows everything that is wrong and focuses the first field that has a
   * problem.
   *
   * @returns whether the values fit.
   */
  validate(): boolean {
    this.#refresh();
    this.#model.submit();
    return this.#show(this.#model.issues);
  }

  /**
   * Shows problems that were found elsewhere, each until its field changes,
   * and focuses the first of them.
   */
  showIssues(issues: readonly ParameterIssue[]): void {
    this.#refresh();
    this.#model.setExternal(issues);
    this.#show(issues);
  }

  /** Does what Enter does: checks, then fires `ls-operator-submit`. */
  submit(): boolean {
    if (!this.validate()) return false;
    /** @internal */
    this.dispatchEvent(new OperatorSubmitEvent(this.values));
    return true;
  }

  /** Focuses the first field, its text selected. */
  override focus(options?: FocusOptions): void {
    this.first?.focus(options);
    if (this.first instanceof HTMLInputElement) this.first.select();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override willUpdate(): void {
    this.#refresh();
  }

  protected override updated(): void {
    if (this.#focusId === null) return;
    const id = this.#focusId;
    this.#focusId = null;
    // Not within the update: a field that loses the focus asks for another.
    queueMicrotask(() => this.#focusOn(id));
  }

  protected override render(): TemplateResult {
    const {parameters} = this.#model;
    return html`
      <form novalidate @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
        ${this.#renderSummary()} ${parameters.map(this.#renderField)}
        ${
          parameters.length > 1 && parameters.some(isMarked)
            ? html`<p class="legend" aria-hidden="true">
                <span class="required">*</span> Required
              </p>`
            : nothing
        }
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </form>
    `;
  }

  #renderSummary(): TemplateResult | typeof nothing {
    if (this.summary.length < 2) return nothing;
    return html`
      <div class="summary" part="summary">
        <p>${countText(this.summary.length)}</p>
        <ul>
          ${this.summary.map(
            (issue) =>
              html`<li>
                <button type="button" @click=${() => this.#focusIssue(issue)}>
                  ${issueTitle(this.#model, issue)}</button
                >: ${issue.message}
              </li>`,
          )}
        </ul>
      </div>
    `;
  }

  #renderField = (parameter: BaseParameter, index: number): TemplateResult => {
    const control = controlOf(parameter);
    const field = this.#toField(parameter, index);
    const own = field.issues.filter(isAboutField);
    const error = renderError(`${field.id}-error`, own);
    if (control.layout === 'group') {
      return html`<fieldset
        class="field group"
        part="field"
        aria-describedby=${field.describedBy || nothing}
      >
        <legend class="label" part="label">${labelText(parameter)}</legend>
        ${renderDescription(parameter, field.id)} ${control.render(field)}
        ${error}
      </fieldset>`;
    }
    const label = html`<label class="label" part="label" for=${field.id}
      >${labelText(parameter)}</label
    >`;
    return control.layout === 'inline'
      ? html`<div class="field inline" part="field">
          ${control.render(field)}
          <div>${label} ${renderDescription(parameter, field.id)} ${error}</div>
        </div>`
      : html`<div class="field" part="field">
          ${label} ${renderDescription(parameter, field.id)}
          ${control.render(field)} ${error}
        </div>`;
  };

  #toField(parameter: BaseParameter, index: number): Field {
    const {name, description} = parameter;
    const id = fieldId(index);
    const issues = this.#model.visibleIssues(parameter);
    const hasOwnError = issues.some(isAboutField);
    return {
      parameter,
      id,
      issues,
      label: '',
      raw: this.#model.raw(name),
      describedBy: [
        ...(description === '' ? [] : [`${id}-description`]),
        ...(hasOwnError ? [`${id}-error`] : []),
      ].join(' '),
      change: (update) => this.#change(name, update),
      leave: (update) =>
        this.#press.whenReleased(() => this.#leave(name, update)),
      focusLater: (target) => {
        this.#focusId = target;
      },
      announce: (message) => {
        this.announcement = message;
      },
    };
  }

  #change(name: string, update: RawUpdate): void {
    this.#model.change(name, update);
    this.#updateSummary();
    this.requestUpdate();
    /** @internal */
    this.dispatchEvent(new OperatorInputEvent(name));
  }

  #leave(name: string, update?: RawUpdate): void {
    this.#model.leave(name, update);
    this.requestUpdate();
  }

  #refresh(): void {
    const isSame = this.#model.parameters === this.parameters;
    if (isSame && !this.#isStale) return;
    this.#isStale = false;
    this.#model = new FormModel(this.parameters, this.#start);
    this.summary = [];
  }

  #show(issues: readonly ParameterIssue[]): boolean {
    this.summary = issues;
    this.requestUpdate();
    const [first] = issues;
    if (!first) return true;
    this.announcement = countText(issues.length);
    this.#focusIssue(first);
    return false;
  }

  /** A problem that was solved leaves the summary; none comes in by typing. */
  #updateSummary(): void {
    if (this.summary.length === 0) return;
    const paths = new Set(
      this.#model.parameters
        .flatMap((parameter) => this.#model.visibleIssues(parameter))
        .map(({path}) => path),
    );
    this.summary = this.summary.filter(({path}) => paths.has(path));
  }

  #focusIssue(issue: ParameterIssue): void {
    this.#focusId = issueTarget(this.#model, issue);
    this.requestUpdate();
  }

  #focusOn(id: string): void {
    const target = this.shadowRoot?.getElementById(id);
    target?.focus();
    target?.scrollIntoView({block: 'nearest'});
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.submit();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    const isForced = event.ctrlKey || event.metaKey;
    const isInput = event.composedPath()[0] instanceof HTMLInputElement;
    if (!isForced && !isInput) return;
    event.preventDefault();
    event.stopPropagation();
    this.submit();
  }
}

/** A checkbox has a value either way: nothing to insist on. */
function isMarked({required, paramType}: BaseParameter): boolean {
  return required && paramType !== 'bool';
}

function labelText(parameter: BaseParameter): TemplateResult {
  return html`${parameter.title}${
    isMarked(parameter)
      ? html`<span class="required" aria-hidden="true"> *</span>`
      : nothing
  }`;
}

function renderDescription(
  {description}: BaseParameter,
  id: string,
): TemplateResult | typeof nothing {
  if (description === '') return nothing;
  return html`<p
    id=${`${id}-description`}
    class="description"
    part="description"
  >
    ${description}
  </p>`;
}

function countText(count: number): string {
  return count === 1
    ? 'One field needs attention.'
    : `${count} fields need attention.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-form': OperatorFormElement;
  }
}
