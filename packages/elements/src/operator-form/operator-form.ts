import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import type {Disposer} from '@ls-annotation/core';
import {pointerParts, toPointer} from '@ls-annotation/operators';
import type {
  BaseParameter,
  OperatorContext,
  OperatorFormHooks,
  ParameterIssue,
  ParameterValues,
  ResolvedForm,
} from '@ls-annotation/operators';

import {
  OperatorInputEvent,
  OperatorSubmitEvent,
} from '../events/operator-events.js';
import {placePanel} from '../operator-menu/place-panel.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';

import {ChoicesController} from './choices-controller.js';
import {
  loadMoreControls,
  moreStyles,
  needsMoreControls,
} from './controls/control-of.js';
import {isUnder} from './controls/field-control.js';
import type {Field, RawUpdate} from './controls/field-control.js';
import type {FormLink} from './controls/form-link.js';
import {ensureTokens} from './ensure-tokens.js';
import {operatorFields} from './fields/operator-fields.js';
import {FormAssociation} from './form-association.js';
import {FormModel} from './form-model.js';
import {operatorFormStyles} from './operator-form.styles.js';
import {PressController} from './press-controller.js';
import {isMarked, renderField} from './render-field.js';
import {ResolveController} from './resolve-controller.js';
import {StagedDrawing} from './staged-drawing.js';

const DELEGATES_FOCUS: ShadowRootInit = {
  ...LitElement.shadowRootOptions,
  delegatesFocus: true,
};
const FOCUSABLE = 'input, select, textarea, button, [tabindex]';

/**
 * A form for the parameters of an operator, made from nothing but them.
 *
 * What is typed stays as it is typed. A problem is shown once its field was
 * left, or when the form is submitted; it is named at the field, in words.
 * Enter in a field submits, Ctrl or Cmd with Enter does anywhere.
 *
 * Conditions are followed as values change. An operator that answers
 * `resolve` is asked when a person pauses: what was typed and the focus stay,
 * and a submit waits for the answer.
 *
 * In a form of the page it is a control: with a `name` its values are there as
 * JSON, it takes part in reset and in `disabled`, and is invalid while its
 * values do not fit. Controls of a page come in with `operatorFields`.
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
 * @csspart help - The longer explanation of a parameter.
 * @csspart section - Parameters of one group.
 * @csspart section-title - The heading of a group.
 * @csspart input - A line of text, or several.
 * @csspart unit - The unit after a number.
 * @csspart checkbox - A checkbox or switch.
 * @csspart select - A list of choices.
 * @csspart choices - Choices that are all in view.
 * @csspart radio - The button of one of them.
 * @csspart listbox - The open list of a line that searches.
 * @csspart option - A choice in it.
 * @csspart tag - A choice that was taken.
 * @csspart slider - A slider.
 * @csspart color - The picker of a colour.
 * @csspart swatch - A colour that is suggested.
 * @csspart toggle - The button that shows a secret.
 * @csspart clear - The button that empties a field.
 * @csspart drop - Where files are dropped.
 * @csspart file - The picker of files.
 * @csspart remove - The button that takes away a file, a tag or an entry.
 * @csspart list - A list with its button.
 * @csspart add - The button that adds an entry.
 * @csspart move - A button that moves an entry.
 * @csspart group - The fields of an object.
 * @csspart notice - Words between the fields.
 * @csspart loading - Says that choices are being loaded.
 * @csspart load-error - Says that choices, or the form, could not be loaded.
 * @csspart retry - The button that loads choices again.
 * @csspart resolving - Says that the form is brought up to date.
 * @csspart resolve-error - Says that it could not be.
 * @csspart error - What is wrong with a value.
 * @csspart summary - The list of what is wrong with the form.
 * @csspart table - A table with its button.
 * @csspart add-row - The button that adds a row.
 * @csspart remove-row - The button that removes a row.
 */
export class OperatorFormElement extends LitElement {
  static override shadowRootOptions = DELEGATES_FOCUS;
  static override styles = [baseStyles, buttonStyles, operatorFormStyles];
  /** @internal */
  static readonly formAssociated = true;

  /** What to ask for, in order. Setting it starts the form anew. */
  @property({attribute: false})
  parameters: readonly BaseParameter[] = [];

  /** Who answers choices and other parameters that are asked for. */
  @property({attribute: false})
  operator: OperatorFormHooks | null = null;

  /** What is on display: labels, regions; also what the operator gets. */
  @property({attribute: false})
  context: OperatorContext | null = null;

  /** Name of the values in a form of the page, where they are JSON. */
  @property({reflect: true})
  name = '';

  /** Greys all fields; they do not count in a form of the page. */
  @property({type: Boolean, reflect: true})
  disabled = false;

  /** Lets people see the values and not change them. */
  // As in the browser's own controls.
  // eslint-disable-next-line lit/attribute-names -- see above
  @property({type: Boolean, attribute: 'readonly'})
  isReadOnly = false;

  @query('form :is(input, select, textarea, .add, .custom > *):not(:disabled)')
  private first!: HTMLElement | null;

  @query('.listbox')
  private listbox!: HTMLElement | null;

  @state()
  private summary: readonly ParameterIssue[] = [];

  @state()
  private announcement = '';

  @state()
  private loadError = '';

  /** True where a `<fieldset>` around it is disabled. */
  @state()
  private isFormDisabled = false;

  #start: ParameterValues = {};
  #declared: readonly BaseParameter[] | null = null;
  #model = new FormModel([], {});
  /** The model that choices and parameters were asked for. */
  #drawn: FormModel | null = null;
  #focusId: string | null = null;
  #isStale = false;
  /** What a form goes on with when its controls are other ones. */
  #carried: ParameterValues | null = null;
  #fieldsVersion = operatorFields.version;
  #unlisten: Disposer | null = null;
  #isWaiting = false;
  #loading: Promise<void> | null = null;
  readonly #ui = new Map<string, unknown>();
  readonly #press = new PressController(this);
  readonly #stages = new StagedDrawing(this);
  readonly #choices = new ChoicesController(this, () => ({
    operator: this.operator,
    operatorContext: this.context,
    context: this.context,
    values: this.#model.reading.given,
  }));
  readonly #resolve = new ResolveController(this, {
    request: () => this.#resolveRequest(),
    onResolved: (form) => this.#onResolved(form),
  });
  readonly #association = new FormAssociation(this);
  readonly #link: FormLink = this.#createLink();

  /**
   * The values as they are now: what is unset, what does not fit, and what
   * does not count has no key. Setting another object starts the form anew,
   * with its values over the defaults; `null` empties a field in spite of its
   * default.
   */
  @property({attribute: false})
  get values(): ParameterValues {
    this.#refresh();
    return this.#model.values;
  }

  set values(values: ParameterValues) {
    if (values === this.#start) return;
    this.#start = values;
    this.#carried = null;
    this.#isStale = true;
    this.requestUpdate();
  }

  /** Everything that is wrong now, whether it is shown or not. */
  get issues(): readonly ParameterIssue[] {
    this.#refresh();
    return this.#model.issues;
  }

  /** True while the operator is asked for its parameters; `submit` waits. */
  get isResolving(): boolean {
    return this.#resolve.isResolving;
  }

  /** Starts the form anew, with what it started with. */
  reset(): void {
    this.#carried = null;
    this.#isStale = true;
    this.requestUpdate();
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

  /** As in the browser's own controls: whether the values fit. */
  checkValidity(): boolean {
    return this.issues.length === 0;
  }

  /** As in the browser's own controls; see `validate`. */
  reportValidity(): boolean {
    return this.validate();
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

  /**
   * Submits as Enter does: fires `ls-operator-submit` when the values fit, and
   * submits the page's form around it; shows what is wrong otherwise. While parameters are asked for it waits for
   * them.
   *
   * @returns whether it was submitted now.
   */
  submit(): boolean {
    if (this.isResolving) {
      void this.#submitLater();
      return false;
    }
    if (!this.validate()) return false;
    /** @internal */
    this.dispatchEvent(new OperatorSubmitEvent(this.values));
    this.#association.form?.requestSubmit();
    return true;
  }

  /** Focuses the first field, its text selected. */
  override focus(options?: FocusOptions): void {
    const {first} = this;
    first?.focus(options);
    if (isTextInput(first)) first.select();
  }

  constructor() {
    super();
    // The form of the page is being submitted, and this does not let it.
    this.addEventListener('invalid', () => this.#reveal());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    this.#unlisten = operatorFields.onBeforeChange(() => this.#carryOn());
    if (this.#fieldsVersion !== operatorFields.version) this.reset();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unlisten?.();
  }

  /** @internal */
  formResetCallback(): void {
    this.reset();
  }

  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.isFormDisabled = isDisabled;
  }

  /** @internal */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    const values = this.#association.restored(state);
    if (values) this.values = values;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    if (this.#loading) {
      await this.#loading.catch(() => undefined);
      await super.getUpdateComplete();
    }
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#refresh();
    this.#adoptStyles();
    const isOther = changed.has('operator') || changed.has('context');
    if (!isOther && this.#model === this.#drawn) return;
    this.#drawn = this.#model;
    this.#lookAgain();
  }

  protected override updated(): void {
    this.#association.update(this.#model, (issue) => this.#controlOf(issue));
    this.#placeList();
    if (this.#focusId === null) return;
    const id = this.#focusId;
    this.#focusId = null;
    // Not within the update: a field that loses the focus asks for another.
    queueMicrotask(() => this.#focusOn(id));
  }

  protected override render(): TemplateResult {
    const {parameters, reading} = this.#model;
    const shown = parameters.filter(
      ({name}) => reading.activity.get(name)?.isVisible,
    );
    const marked = shown.length > 1 && shown.some(isMarked);
    return html`
      <form
        novalidate
        aria-busy=${this.isResolving ? 'true' : nothing}
        @submit=${this.#onSubmit}
        @keydown=${this.#onKeydown}
      >
        ${this.#renderSummary()} ${this.#renderLoading()}
        ${this.#renderSections(this.#stages.take(shown))}
        ${
          marked
            ? html`<p class="legend" aria-hidden="true">
                <span class="required">*</span> Required
              </p>`
            : nothing
        }
        ${this.#renderResolving()}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </form>
    `;
  }

  /** By group and by name: a field that stays is drawn into as it is. */
  #renderSections(shown: readonly BaseParameter[]): unknown {
    const {visibleIssues} = this.#model;
    const groups = [...new Set(shown.map(({group}) => group))];
    return repeat(
      groups,
      (group) => group ?? '',
      (group) => {
        const inside = repeat(
          shown.filter((parameter) => parameter.group === group),
          ({name}) => name,
          (parameter) => renderField(this.#toField(parameter, visibleIssues)),
        );
        if (group === undefined) {
          return html`<div class="fields">${inside}</div>`;
        }
        return html`<fieldset class="section" part="section">
          <legend part="section-title">${group}</legend>
          <div class="fields">${inside}</div>
        </fieldset>`;
      },
    );
  }

  #renderSummary(): TemplateResult | typeof nothing {
    const {summary} = this;
    const isElsewhere = summary.some((issue) => !this.#isShown(issue));
    if (summary.length < 2 && !isElsewhere) return nothing;
    return html`
      <div class="summary" part="summary">
        <p>${countText(summary.length)}</p>
        <ul>
          ${summary.map((issue) => html`<li>${this.#renderIssue(issue)}</li>`)}
        </ul>
      </div>
    `;
  }

  #renderIssue(issue: ParameterIssue): TemplateResult {
    const place = this.#model.placeOf(issue);
    const name = place?.title ?? pointerParts(issue.path).join(', ');
    if (!place || !this.#isShown(issue)) {
      return html`${name === '' ? '' : `${name}: `}${issue.message}`;
    }
    return html`<button type="button" @click=${() => this.#focusIssue(issue)}>
        ${name}</button
      >: ${issue.message}`;
  }

  /** Tells whether the field that an issue is about can be seen. */
  #isShown({path}: ParameterIssue): boolean {
    const [name = ''] = pointerParts(path);
    return this.#model.reading.activity.get(name)?.isVisible === true;
  }

  #renderLoading(): TemplateResult | typeof nothing {
    if (this.loadError !== '') {
      return html`<div class="summary" part="load-error" role="alert">
        <p>The form could not be loaded. ${this.loadError}</p>
        <button class="button" type="button" @click=${() => this.#load()}>
          Try again
        </button>
      </div>`;
    }
    return this.#loading
      ? html`<p class="legend">Loading the form…</p>`
      : nothing;
  }

  #renderResolving(): TemplateResult | typeof nothing {
    const {error} = this.#resolve;
    if (error !== '') {
      return html`<div class="choice-status failed" part="resolve-error">
        <span role="alert"
          >The form could not be brought up to date. ${error}</span
        >
        <button
          class="button"
          type="button"
          @click=${() => this.#resolve.askNow()}
        >
          Try again
        </button>
      </div>`;
    }
    return this.isResolving
      ? html`<p class="choice-status" part="resolving" role="status">
          <span class="spinner" aria-hidden="true"></span> Bringing the form up
          to date…
        </p>`
      : nothing;
  }

  #toField(
    parameter: BaseParameter,
    visible: readonly ParameterIssue[],
  ): Field {
    const {name} = parameter;
    const id = this.#model.idOf(name);
    const path = toPointer(name);
    const isEnabled =
      parameter.readOnly ||
      this.#model.reading.activity.get(name)?.isEnabled === true;
    return {
      parameter,
      id,
      path,
      address: path,
      raw: this.#model.raw(name),
      issues: visible.filter((issue) => isUnder(issue.path, path)),
      describedBy: '',
      label: '',
      isReadOnly: this.isReadOnly || parameter.readOnly,
      isDisabled: this.disabled || this.isFormDisabled || !isEnabled,
      form: this.#link,
      change: (update) => this.#change(name, update),
      leave: () => this.#leave(id),
    };
  }

  #createLink(): FormLink {
    // The getters of an object literal have a `this` of their own.
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- see above
    const form = this;
    return {
      get context() {
        return form.context;
      },
      get values() {
        return form.#model.reading.given;
      },
      get activeId() {
        return form.shadowRoot?.activeElement?.id ?? '';
      },
      leave: (id) => this.#leave(id),
      focusLater: (id) => {
        this.#focusId = id;
        this.requestUpdate();
      },
      announce: (message) => {
        this.announcement = message;
      },
      ui: (id) => this.#ui.get(id),
      setUi: (id, next) => {
        this.#ui.set(id, next);
        this.requestUpdate();
      },
      choices: (field, parameter, text) =>
        this.#choices.find(field, parameter, text),
    };
  }

  #change(name: string, update: RawUpdate): void {
    this.#model.change(name, update);
    this.#updateSummary();
    this.#resolve.askLater();
    this.requestUpdate();
    /** @internal */
    this.dispatchEvent(new OperatorInputEvent(name));
  }

  #leave(id: string): void {
    this.#press.whenReleased(() => {
      this.#model.leave(id);
      this.requestUpdate();
    });
  }

  /** Takes up what was set; the controls must have been loaded for it. */
  #refresh(): void {
    if (this.#declared === this.parameters && !this.#isStale) return;
    if (needsMoreControls(this.parameters)) {
      if (!this.#loading) this.#load();
      return;
    }
    this.#isStale = false;
    const isSame = this.#declared === this.parameters;
    const values = (isSame ? this.#carried : null) ?? this.#start;
    this.#declared = this.parameters;
    this.#model = new FormModel(this.parameters, values, this.context);
    this.#carried = null;
    this.#fieldsVersion = operatorFields.version;
    this.summary = [];
    this.#ui.clear();
    this.#stages.restart();
  }

  /** Other controls cannot read what was typed into these. */
  #carryOn(): void {
    this.#refresh();
    if (this.#declared !== this.parameters) return;
    const {given} = this.#model.reading;
    const empty = this.#model.parameters.map(({name}) => [name, null] as const);
    this.reset();
    this.#carried = {...Object.fromEntries(empty), ...given};
  }

  /** Asks again for what was asked for; what was typed stays. */
  #lookAgain(): void {
    this.#model.context = this.context;
    this.#choices.clear();
    this.#resolve.stop();
    this.#resolve.askNow();
  }

  #load(): void {
    this.loadError = '';
    this.#loading = loadMoreControls().then(
      () => this.#onLoaded(''),
      (error: unknown) => this.#onLoaded(String(error)),
    );
    this.requestUpdate();
  }

  #onLoaded(error: string): void {
    this.#loading = null;
    this.loadError = error;
    this.requestUpdate();
  }

  /** With each update: the values may be asked for before there is a root. */
  #adoptStyles(): void {
    const {shadowRoot} = this;
    if (!shadowRoot) return;
    const before = shadowRoot.adoptedStyleSheets;
    const added = moreStyles().filter((sheet) => !before.includes(sheet));
    if (added.length > 0) shadowRoot.adoptedStyleSheets = [...before, ...added];
  }

  #resolveRequest() {
    const {operator, context} = this;
    if (!operator?.resolve || !context || !this.#declared) return null;
    const {given} = this.#model.reading;
    return {operator, context, values: given, parameters: this.#declared};
  }

  #onResolved({parameters, values}: ResolvedForm): void {
    if (needsMoreControls(parameters)) {
      this.#loading = loadMoreControls().then(
        () => {
          this.#onLoaded('');
          this.#takeUp(parameters, values);
        },
        (error: unknown) => this.#onLoaded(String(error)),
      );
      return;
    }
    this.#takeUp(parameters, values);
  }

  /** The focus stays where it is when its field stays, wherever it moves. */
  #takeUp(parameters: readonly BaseParameter[], values: ParameterValues): void {
    const id = this.shadowRoot?.activeElement?.id ?? '';
    this.#focusId ??= id === '' ? null : id;
    this.#model.replace(parameters, values);
    this.#updateSummary();
    this.requestUpdate();
  }

  async #submitLater(): Promise<void> {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.announcement = 'Waiting for the form to be brought up to date.';
    await this.#resolve.settled;
    this.#isWaiting = false;
    this.announcement = '';
    if (this.isConnected && this.#resolve.error === '') this.submit();
  }

  #show(issues: readonly ParameterIssue[]): boolean {
    this.summary = issues;
    this.requestUpdate();
    const [first] = issues;
    if (!first) return true;
    this.announcement = countText(issues.length);
    this.#focusIssue(issues.find((issue) => this.#isShown(issue)) ?? first);
    return false;
  }

  /** Shows everything that is wrong; the focus is the browser's business. */
  #reveal(): void {
    this.#model.submit();
    this.summary = this.#model.issues;
    this.requestUpdate();
  }

  #updateSummary(): void {
    if (this.summary.length === 0) return;
    const paths = new Set(this.#model.visibleIssues.map(({path}) => path));
    this.summary = this.summary.filter(({path}) => paths.has(path));
  }

  #focusIssue(issue: ParameterIssue): void {
    this.#focusId = this.#model.placeOf(issue)?.id ?? null;
    this.#stages.finish();
    this.requestUpdate();
  }

  #controlOf(issue: ParameterIssue): HTMLElement | null {
    const {id = ''} = this.#model.placeOf(issue) ?? {};
    return this.shadowRoot?.getElementById(id) ?? null;
  }

  #focusOn(id: string): void {
    const found = this.shadowRoot?.getElementById(id);
    const inside = found?.matches(FOCUSABLE)
      ? null
      : found?.querySelector<HTMLElement>(FOCUSABLE);
    // A control of the page takes the focus itself.
    const target = inside ?? found;
    target?.focus();
    target?.scrollIntoView({block: 'nearest'});
  }

  /** Puts the open list of a combobox into the top layer, at its line. */
  #placeList(): void {
    const list = this.listbox;
    if (!list) return;
    const line = this.shadowRoot?.getElementById(list.dataset.for ?? '');
    if (!line) return;
    if (!list.matches(':popover-open')) list.showPopover();
    list.style.minInlineSize = `${String(line.offsetWidth)}px`;
    placePanel(list, line);
    list.querySelector('.active')?.scrollIntoView({block: 'nearest'});
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.submit();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    const isForced = event.ctrlKey || event.metaKey;
    const [target] = event.composedPath();
    const isInput =
      target instanceof HTMLInputElement && target.type !== 'file';
    if (!isForced && !isInput) return;
    event.preventDefault();
    event.stopPropagation();
    this.submit();
  }
}

function isTextInput(element: HTMLElement | null): element is HTMLInputElement {
  return (
    element instanceof HTMLInputElement &&
    ['text', 'password'].includes(element.type)
  );
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
