import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';

import type {
  OperatorRegistry,
  OperatorRun,
  OperatorRunSnapshot,
  ParameterValues,
} from '@ls-annotation/operators';

import {operatorsContext} from '../contexts.js';
import {OperatorCloseEvent} from '../events/operator-events.js';
import type {
  OperatorPresetEvent,
  OperatorSubmitEvent,
} from '../events/operator-events.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import type {OperatorFormElement} from '../operator-form/operator-form.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {dialogStyles} from '../styles/dialog.styles.js';
import {progressStyles} from '../styles/progress.styles.js';

import {DialogAnnouncer} from './dialog-announcer.js';
import {dialogButtons} from './dialog-buttons.js';
import type {DialogAction, DialogPhase} from './dialog-buttons.js';
import {DialogDock} from './dialog-dock.js';
import {DialogFlow} from './dialog-flow.js';
import {moveFocus} from './dialog-focus.js';
import {DialogPartsLoader} from './dialog-parts.js';
import {exportedParts} from './nested-parts.js';
import type {OperatorDescription} from './operator-description.js';
import {operatorDialogStyles} from './operator-dialog.styles.js';
import {renderFlow} from './render-flow.js';
import {renderFooter} from './render-footer.js';
import {renderHeader} from './render-header.js';
import {renderMissingParts} from './render-missing-parts.js';

/**
 * The dialog of one operator: it asks for the parameters, runs, shows how far
 * the run is, and says what came out.
 *
 * It opens as soon as it is in the document and has an operator, and removes
 * itself when it is closed; the focus goes back to where it was. What was typed
 * stays through a failure. Escape cancels a run, and closes when there is none.
 * Keys pressed in it do not reach the page. A run may be sent to the background;
 * the dialog then closes, and the run goes on.
 *
 * An operator that says it needs care is only run after a question. Edits that
 * wait for a word, of a preview or after a conflict, are listed; the dialog
 * then stands aside, so that the annotation is in view and can be used.
 *
 * @summary A dialog made from the parameters of an operator.
 * @since 0.1.0
 *
 * @fires {OperatorCloseEvent} ls-operator-close - Fired when it has closed, before it is removed. Bubbles, composed, not cancelable.
 *
 * @csspart dialog - The dialog.
 * @csspart header - Name and description of the operator.
 * @csspart body - The form.
 * @csspart progress - How far the run is.
 * @csspart elapsed - How long the run takes.
 * @csspart result - What came out.
 * @csspart error - What went wrong.
 * @csspart footer - The buttons.
 * @csspart cancel - The button that cancels or closes.
 * @csspart run - The button that runs.
 * @csspart preview - The button that runs dry.
 * @csspart question - What is asked before a run.
 * @csspart changes - Edits that wait for a word.
 * @csspart missing - Says that a part of the dialog could not be loaded.
 * @csspart docs - The link to more about the operator.
 * @csspart form__field - A parameter with everything about it.
 * @csspart form__label - The label of a parameter.
 * @csspart form__description - The description of a parameter.
 * @csspart form__help - The longer explanation of a parameter.
 * @csspart form__section - Parameters of one group.
 * @csspart form__section-title - The heading of a group.
 * @csspart form__input - A line of text, or several.
 * @csspart form__unit - The unit after a number.
 * @csspart form__checkbox - A checkbox or switch.
 * @csspart form__select - A list of choices.
 * @csspart form__choices - Choices that are all in view.
 * @csspart form__radio - The button of one of them.
 * @csspart form__listbox - The open list of a line that searches.
 * @csspart form__option - A choice in it.
 * @csspart form__tag - A choice that was taken.
 * @csspart form__slider - A slider.
 * @csspart form__color - The picker of a colour.
 * @csspart form__swatch - A colour that is suggested.
 * @csspart form__toggle - The button that shows a secret.
 * @csspart form__clear - The button that empties a field.
 * @csspart form__drop - Where files are dropped.
 * @csspart form__file - The picker of files.
 * @csspart form__remove - The button that takes away a file, a tag or an entry.
 * @csspart form__list - A list with its button.
 * @csspart form__add - The button that adds an entry.
 * @csspart form__move - A button that moves an entry.
 * @csspart form__group - The fields of an object.
 * @csspart form__notice - Words between the fields.
 * @csspart form__loading - Says that choices are being loaded.
 * @csspart form__load-error - Says that choices, or the form, could not be loaded.
 * @csspart form__retry - The button that loads choices again.
 * @csspart form__resolving - Says that the form is brought up to date.
 * @csspart form__resolve-error - Says that it could not be.
 * @csspart form__error - What is wrong with a value.
 * @csspart form__summary - The list of what is wrong with the form.
 * @csspart form__table - A table with its button.
 * @csspart form__add-row - The button that adds a row.
 * @csspart form__remove-row - The button that removes a row.
 * @csspart presets__select - The list of names.
 * @csspart presets__button - A button.
 * @csspart presets__input - Where a name is typed.
 * @csspart results__output - One output.
 * @csspart results__title - Its heading.
 * @csspart results__table - A table.
 * @csspart results__plot - The picture of a plot.
 * @csspart results__image - A picture.
 * @csspart results__link - A link.
 * @csspart results__issues - What could not be read.
 * @csspart changes__summary - How much is added, changed and removed.
 * @csspart changes__list - The changes.
 * @csspart changes__change - One of them.
 * @csspart changes__conflict - Why one does not fit.
 */
export class OperatorDialogElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    progressStyles,
    operatorDialogStyles,
  ];

  /** The operator; an entry of the registry's list. */
  @property({attribute: false})
  operator: OperatorDescription | null = null;

  /** Where to run it; left out, the registry of the host around it. */
  @property({attribute: false})
  registry: OperatorRegistry | null = null;

  /** What the form starts with, over the defaults. */
  @property({attribute: false})
  values: ParameterValues = {};

  /** A run to show: how far it is, or what came out of it. */
  @property({attribute: false})
  run: OperatorRun | null = null;

  @query('dialog')
  private dialog!: HTMLDialogElement;

  @query('ls-operator-form')
  private form!: OperatorFormElement | null;

  @query('footer .button:first-child')
  private first!: HTMLButtonElement;

  @query('footer .primary')
  private primary!: HTMLButtonElement;

  readonly #parts = new DialogPartsLoader(this);
  readonly #dock = new DialogDock(() => this.dialog);
  readonly #announcer = new DialogAnnouncer();
  readonly #context = new ContextConsumer(this, {
    context: operatorsContext,
    subscribe: true,
  });
  readonly #flow = new DialogFlow(this, {
    operator: () => this.operator,
    registry: () => this.#registry,
    onFailure: ({message}) => {
      this.#announcer.text = message;
    },
  });
  #phase: DialogPhase = 'form';
  #isOnButton = false;
  /** The next submit is for a dry run. */
  #isPreview = false;

  /**
   * Closes the dialog, as its close button does. A run that is still going on
   * is cancelled, unless it came from the background.
   */
  close(): void {
    const {isAside} = this.#dock;
    this.#dock.close();
    if (isAside) this.#onClosed();
  }

  /** Focuses the first field. */
  override focus(options?: FocusOptions): void {
    if (this.form && this.#flow.phase === 'form') this.form.focus(options);
    else this.primary.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    if (this.hasUpdated) this.#open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('run') && this.run) this.#flow.visit(this.run);
    this.#isOnButton =
      this.shadowRoot?.activeElement?.closest('footer') != null;
    this.#announcer.follow(this.#flow.phase, this.#flow.snapshot);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('operator')) this.#open();
    const {snapshot, proposal, phase} = this.#flow;
    this.#parts.load({
      results: hasOutputs(snapshot),
      changes: proposal !== null,
      presets: this.#hasPresets,
    });
    if (phase === this.#phase) {
      this.#keepFocus();
      return;
    }
    this.#phase = phase;
    if (this.isConnected) this.#dock.move(this.#flow.standsAside);
    const {form, first, primary} = this;
    const hasFocus = this.shadowRoot?.activeElement !== null;
    moveFocus(phase, {form, first, primary, hasFocus}, snapshot?.error);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.operator) return nothing;
    return html`
      <dialog
        part="dialog"
        class=${this.#isWide ? 'wide' : ''}
        popover="manual"
        aria-labelledby="title"
        aria-describedby=${this.operator.description ? 'description' : nothing}
        @cancel=${this.#onCancelKey}
        @close=${this.#onNativeClose}
        @keydown=${this.#onKeydown}
      >
        ${renderHeader(this.operator, () => this.#dismiss())}
        <div class="body" part="body" ?hidden=${this.#flow.standsAside}>
          ${this.#renderPresets(this.operator)}
          ${this.#renderForm(this.operator)}
        </div>
        ${renderFlow(this.#flow, this.operator)}
        ${renderMissingParts(this.#parts)} ${this.#renderFooter()}
        <p class="visually-hidden" role="status">${this.#announcer.text}</p>
      </dialog>
    `;
  }

  get #registry(): OperatorRegistry | undefined {
    return this.registry ?? this.#context.value;
  }

  get #hasPresets(): boolean {
    const {memory} = this.#registry ?? {};
    return Boolean(
      memory && this.operator && this.operator.parameters.length > 0,
    );
  }

  get #isWide(): boolean {
    return (
      this.operator?.parameters.some(({paramType}) => paramType === 'table') ===
      true
    );
  }

  #renderPresets(operator: OperatorDescription): unknown {
    if (!this.#hasPresets) return nothing;
    return html`<ls-operator-presets
      exportparts=${exportedParts('presets')}
      ?inert=${this.#flow.isInert}
      .operator=${operator}
      .memory=${this.#registry?.memory ?? null}
      .currentValues=${() => this.form?.values ?? {}}
      @ls-operator-preset-request=${this.#onPreset}
    ></ls-operator-presets>`;
  }

  #renderForm({parameters, operator}: OperatorDescription): TemplateResult {
    if (parameters.length === 0 && !operator?.resolve) {
      return html`<p class="no-parameters">There is nothing to fill in.</p>`;
    }
    return html`<ls-operator-form
      autofocus
      exportparts=${exportedParts('form')}
      ?inert=${this.#flow.isInert}
      .operator=${operator ?? null}
      .context=${this.#registry?.context ?? null}
      .parameters=${parameters}
      .values=${this.values}
      @ls-operator-submit=${this.#onSubmit}
      @ls-operator-input=${this.#onInput}
    ></ls-operator-form>`;
  }

  #renderFooter(): TemplateResult {
    const {danger, editsAnnotation, parameters} = this.operator ?? {};
    const buttons = dialogButtons(this.#flow.phase, {
      canPreview: editsAnnotation === true,
      isDangerous: danger === 'dangerous',
      hasConflicts: (this.#flow.proposal?.conflicts.length ?? 0) > 0,
    });
    return renderFooter(buttons, {
      hasFocus: parameters?.length === 0,
      onPress: (action) => this.#act(action),
    });
  }

  #open(): void {
    if (!this.isConnected || !this.operator || this.#dock.isOpen) return;
    const {standsAside} = this.#flow;
    this.#dock.open(standsAside);
    if (standsAside || this.run) return;
    void this.form?.updateComplete.then(() => this.form?.focus());
  }

  #act(action: DialogAction): void {
    switch (action) {
      case 'dismiss':
        this.#dismiss();
        return;
      case 'run':
        this.#submit(false);
        return;
      case 'preview':
        this.#submit(true);
        return;
      case 'back':
        this.#flow.stepBack();
        return;
      case 'confirm':
        this.#flow.confirm();
        return;
      case 'background':
        this.#flow.release();
        this.close();
        return;
      case 'drop':
        this.#flow.drop();
        return;
      case 'apply':
        this.#flow.apply('unchanged');
        return;
      case 'apply-fitting':
        this.#flow.apply('fitting');
        return;
      case 'apply-anyway':
        this.#flow.apply('anyway');
    }
  }

  /** A button that went while it had the focus leaves it to the last one. */
  #keepFocus(): void {
    if (this.#isOnButton && !this.shadowRoot?.activeElement) {
      this.primary.focus();
    }
  }

  #onSubmit(event: OperatorSubmitEvent): void {
    event.stopPropagation();
    const isPreview = this.#isPreview;
    this.#isPreview = false;
    this.#run(event.values, isPreview);
  }

  #onInput(): void {
    this.#isPreview = false;
    this.#flow.forget();
  }

  #onPreset(event: OperatorPresetEvent): void {
    event.stopPropagation();
    this.values = {...event.values};
    this.#onInput();
  }

  #submit(isPreview: boolean): void {
    if (this.#flow.isInert || this.#flow.standsAside) return;
    this.#isPreview = isPreview;
    if (!this.form) this.#run({}, isPreview);
    else if (!this.form.submit() && !this.form.isResolving) {
      this.#isPreview = false;
    }
  }

  #run(values: ParameterValues, isPreview: boolean): void {
    if (isPreview) this.#flow.preview(values);
    else this.#flow.ask(values);
  }

  #dismiss(): void {
    if (!this.#flow.cancel()) this.close();
  }

  /** Escape takes one step back. */
  #onCancelKey(event: Event): void {
    if (this.#flow.stepBack()) event.preventDefault();
  }

  #onKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape' && this.#dock.isAside) {
      event.preventDefault();
      this.close();
      return;
    }
    if (event.key !== 'Enter') return;
    // A key that is held down must not press what appears under it.
    if (event.repeat) event.preventDefault();
    else if (event.ctrlKey || event.metaKey) this.#submit(false);
  }

  /** It has closed to stand aside, or for good. */
  #onNativeClose(): void {
    if (!this.#dock.isAside && !this.dialog.open) this.#onClosed();
  }

  #onClosed(): void {
    this.#flow.leave();
    /** @internal */
    this.dispatchEvent(new OperatorCloseEvent(this.operator?.name ?? ''));
    this.remove();
  }
}

function hasOutputs(snapshot: OperatorRunSnapshot | null): boolean {
  if (!snapshot) return false;
  const {result, outputIssues} = snapshot;
  return outputIssues.length > 0 || (result?.outputs?.length ?? 0) > 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-dialog': OperatorDialogElement;
  }
}
