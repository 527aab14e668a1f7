import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {Disposer} from '@ls-annotation/core';
import {toPointer} from '@ls-annotation/operators';
import type {
  BaseParameter,
  OperatorContext,
  OperatorFormHooks,
  ParameterIssue,
  ParameterValues,
} from '@ls-annotation/operators';

import {
  OperatorInputEvent,
  OperatorSubmitEvent,
} from '../events/operator-events.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';

import {ChoicesController} from './choices-controller.js';
import {isUnder} from './controls/field-control.js';
import type {Field, RawUpdate} from './controls/field-control.js';
import type {FormLink} from './controls/form-link.js';
import {ControlsLoader} from './controls-loader.js';
import {ensureTokens} from './ensure-tokens.js';
import {operatorFields} from './fields/operator-fields.js';
import {FormAssociation} from './form-association.js';
import {FormFocus} from './form-focus.js';
import type {FormModel} from './form-model.js';
import {FormStatus, countText} from './form-status.js';
import {isSubmitKey} from './is-submit-key.js';
import {ListboxPlace} from './listbox-place.js';
import {ModelKeeper} from './model-keeper.js';
import {operatorFormStyles} from './operator-form.styles.js';
import {PressController} from './press-controller.js';
import {renderField} from './render-field.js';
import {renderLegend, renderSections} from './render-sections.js';
import {
  isShown,
  renderLoading,
  renderResolving,
  renderSummary,
} from './render-status.js';
import {ResolveController} from './resolve-controller.js';
import {StagedDrawing} from './staged-drawing.js';

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

  /** True where a `<fieldset>` around it is disabled. */
  @state()
  private isFormDisabled = false;

  /** The model that choices and parameters were asked for. */
  #drawn: FormModel | null = null;
  #isDrawing = false;
  #unlisten: Disposer | null = null;
  #isWaiting = false;
  readonly #ui = new Map<string, unknown>();
  readonly #status = new FormStatus(this);
  readonly #loader = new ControlsLoader(this);
  readonly #press = new PressController(this);
  readonly #stages = new StagedDrawing(this);
  readonly #focus = new FormFocus(this);
  readonly #keeper = new ModelKeeper({
    loader: this.#loader,
    source: () => this,
    onStart: () => this.#onStart(),
    onReplace: () => this.#status.keep(this.#model.visibleIssues),
  });
  readonly #choices = new ChoicesController(this, () => ({
    operator: this.operator,
    operatorContext: this.context,
    context: this.context,
    values: this.#model.reading.given,
  }));
  readonly #resolve = new ResolveController(this, {
    request: () => this.#resolveRequest(),
    onResolved: (form) => {
      this.#keeper.take(form);
      this.requestUpdate();
    },
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
    return this.#keeper.refresh().values;
  }

  set values(values: ParameterValues) {
    if (values === this.#keeper.initial) return;
    this.#keeper.initial = values;
    this.requestUpdate();
  }

  /** Everything that is wrong now, whether it is shown or not. */
  get issues(): readonly ParameterIssue[] {
    return this.#keeper.refresh().issues;
  }

  /** True while the operator is asked for its parameters; `submit` waits. */
  get isResolving(): boolean {
    return this.#resolve.isResolving;
  }

  /** Starts the form anew, with what it started with. */
  reset(): void {
    this.#keeper.reset();
    this.requestUpdate();
  }

  /**
   * Shows everything that is wrong and focuses the first field that has a
   * problem.
   *
   * @returns whether the values fit.
   */
  validate(): boolean {
    this.#keeper.refresh().submit();
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
    this.#keeper.refresh().setExternal(issues);
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

  /** Focuses the first field: a line of text selected, a longer one at its beginning. */
  override focus(options?: FocusOptions): void {
    const {first} = this.#focus;
    // What is at the beginning of a long text is in view, and not its end.
    if (first instanceof HTMLTextAreaElement) first.setSelectionRange(0, 0);
    first?.focus(options);
    if (isTextInput(first)) first.select();
  }

  constructor() {
    super();
    // The form of the page is being submitted, and this does not let it.
    this.addEventListener('invalid', () => this.#reveal());
    this.addController(new ListboxPlace(this));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    this.#unlisten = operatorFields.onBeforeChange(() => {
      this.#keeper.carryOn();
      this.requestUpdate();
    });
    if (this.#keeper.isOutdated) this.reset();
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
    if (this.#loader.isLoading) {
      await this.#loader.settled;
      await super.getUpdateComplete();
    }
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#keeper.refresh();
    const isOther = changed.has('operator') || changed.has('context');
    if (!isOther && this.#model === this.#drawn) return;
    this.#drawn = this.#model;
    this.#lookAgain();
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#isDrawing = true;
    super.update(changed);
    this.#isDrawing = false;
  }

  protected override updated(): void {
    this.#association.update(this.#model, (issue) => this.#controlOf(issue));
  }

  protected override render(): TemplateResult {
    const {parameters, reading, visibleIssues} = this.#model;
    const {announcement, issues} = this.#status;
    const shown = parameters.filter(
      ({name}) => reading.activity.get(name)?.isVisible,
    );
    return html`
      <form
        novalidate
        aria-busy=${this.isResolving ? 'true' : nothing}
        @submit=${this.#onSubmit}
        @keydown=${this.#onKeydown}
      >
        ${renderSummary(this.#model, issues, (issue) =>
          this.#focusIssue(issue),
        )}
        ${renderLoading({
          isBusy: this.#loader.isLoading,
          error: this.#loader.error,
          retry: () => this.#loader.load(),
        })}
        ${renderSections(this.#stages.take(shown), (parameter) =>
          renderField(this.#toField(parameter, visibleIssues)),
        )}
        ${renderLegend(shown)}
        ${renderResolving({
          isBusy: this.isResolving,
          error: this.#resolve.error,
          retry: () => this.#resolve.askNow(),
        })}
        <p class="visually-hidden" role="status">${announcement}</p>
      </form>
    `;
  }

  get #model(): FormModel {
    return this.#keeper.model;
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
        return form.#focus.activeId;
      },
      leave: (id) => this.#leave(id),
      focusLater: (id) => this.#focus.want(id),
      announce: (message) => this.#status.announce(message),
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
    this.#status.keep(this.#model.visibleIssues);
    this.#resolve.askLater();
    this.requestUpdate();
    /** @internal */
    this.dispatchEvent(new OperatorInputEvent(name));
  }

  /** A field that is moved or taken away is not left by a person. */
  #leave(id: string): void {
    if (this.#isDrawing) return;
    this.#press.whenReleased(() => {
      this.#model.leave(id);
      this.requestUpdate();
    });
  }

  #onStart(): void {
    this.#status.show([]);
    this.#ui.clear();
    this.#stages.restart();
  }

  /** Asks again for what was asked for; what was typed stays. */
  #lookAgain(): void {
    this.#keeper.take(null);
    this.#model.context = this.context;
    this.#choices.clear();
    this.#resolve.stop();
    this.#resolve.askNow();
  }

  #resolveRequest() {
    const {operator, context} = this;
    const {declared} = this.#keeper;
    if (!operator?.resolve || !context || !declared) return null;
    const {given} = this.#model.reading;
    return {operator, context, values: given, parameters: declared};
  }

  async #submitLater(): Promise<void> {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#status.announce('Waiting for the form to be brought up to date.');
    await this.#resolve.settled;
    await this.updateComplete;
    this.#isWaiting = false;
    this.#status.announce('');
    if (this.isConnected && this.#resolve.error === '') this.submit();
  }

  #show(issues: readonly ParameterIssue[]): boolean {
    this.#status.show(issues);
    const [first] = issues;
    if (!first) return true;
    this.#status.announce(countText(issues.length));
    const seen = issues.find((issue) => isShown(this.#model, issue));
    this.#focusIssue(seen ?? first);
    return false;
  }

  /** Shows everything that is wrong; the focus is the browser's business. */
  #reveal(): void {
    this.#model.submit();
    this.#status.show(this.#model.issues);
  }

  #focusIssue(issue: ParameterIssue): void {
    this.#stages.finish();
    this.#focus.want(this.#model.placeOf(issue)?.id ?? null);
  }

  #controlOf(issue: ParameterIssue): HTMLElement | null {
    const {id = ''} = this.#model.placeOf(issue) ?? {};
    return this.shadowRoot?.getElementById(id) ?? null;
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.submit();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (!isSubmitKey(event)) return;
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

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-form': OperatorFormElement;
  }
}
