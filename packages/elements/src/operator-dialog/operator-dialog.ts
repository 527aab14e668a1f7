import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';

import {LsError} from '@ls-annotation/core';
import type {
  ApplyMode,
  OperatorEntry,
  OperatorRegistry,
  OperatorRun,
  OperatorRunSnapshot,
  ParameterValidationError,
  ParameterValues,
  ProposedEdits,
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
import {icon} from '../styles/icons.js';

import {dialogButtons} from './dialog-buttons.js';
import type {
  DialogAction,
  DialogButton,
  DialogPhase,
} from './dialog-buttons.js';
import {loadParts} from './dialog-parts.js';
import {operatorDialogStyles} from './operator-dialog.styles.js';
import {
  renderAborted,
  renderEnd,
  renderFailure,
  renderProgress,
  renderQuestion,
  renderReview,
  renderSettled,
} from './render-outcome.js';
import {RunController} from './run-controller.js';

/** What the dialog shows of an operator. */
export type OperatorDescription = Pick<
  OperatorEntry,
  'name' | 'description' | 'parameters'
> &
  Partial<
    Pick<
      OperatorEntry,
      | 'operator'
      | 'title'
      | 'docsUrl'
      | 'danger'
      | 'confirmText'
      | 'editsAnnotation'
    >
  >;

const ANNOUNCEMENTS: Readonly<Partial<Record<DialogPhase, string>>> = {
  queued: 'Waiting for its turn.',
  running: 'Running.',
  question: 'Please confirm.',
  review: 'Nothing is changed yet. Apply or discard the changes.',
};

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
 * @csspart docs - The link to more about the operator.
 * @csspart form__field - A parameter with everything about it.
 * @csspart form__label - The label of a parameter.
 * @csspart form__input - A line of text.
 * @csspart form__error - What is wrong with a value.
 */
export class OperatorDialogElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, operatorDialogStyles];

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

  @state()
  private announcement = '';

  /** Why a run could not even be made. */
  @state()
  private failure: LsError | null = null;

  /** Values that wait for a word before they are run with. */
  @state()
  private question: ParameterValues | null = null;

  readonly #runs = new RunController(this);
  readonly #context = new ContextConsumer(this, {
    context: operatorsContext,
    subscribe: true,
  });
  #phase: DialogPhase = 'form';
  /** The next submit is for a dry run. */
  #isPreview = false;
  /** The run was not started here: closing leaves it alone. */
  #isVisitor = false;

  /**
   * Closes the dialog, as its close button does. A run that is still going on
   * is cancelled, unless it came from the background.
   */
  close(): void {
    if (!this.#isDocked) {
      this.dialog.close();
      return;
    }
    this.dialog.hidePopover();
    this.#onClosed();
  }

  /** Focuses the first field. */
  override focus(options?: FocusOptions): void {
    if (this.form && this.#currentPhase === 'form') this.form.focus(options);
    else this.primary.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    if (this.hasUpdated) this.#open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('run') && this.run) {
      this.#isVisitor = true;
      this.#runs.watch(this.run);
    }
    const phase = this.#currentPhase;
    if (phase === this.#phase) return;
    this.announcement =
      ANNOUNCEMENTS[phase] ?? this.#runs.snapshot?.result?.message ?? '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('operator')) this.#open();
    const {snapshot} = this.#runs;
    loadParts({
      results: hasOutputs(snapshot),
      changes: snapshot?.proposal !== undefined && snapshot.proposal !== null,
      presets: this.#hasPresets,
    });
    const phase = this.#currentPhase;
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#dock();
    this.#moveFocus(phase);
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
        ${this.#renderHeader(this.operator)}
        <div class="body" part="body" ?hidden=${this.#standsAside}>
          ${this.#renderPresets(this.operator)}
          ${this.#renderForm(this.operator)}
        </div>
        ${this.#renderOutcome()} ${this.#renderFooter()}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </dialog>
    `;
  }

  get #registry(): OperatorRegistry | undefined {
    return this.registry ?? this.#context.value;
  }

  get #proposal(): ProposedEdits | null {
    return this.#runs.snapshot?.proposal ?? null;
  }

  get #currentPhase(): DialogPhase {
    if (this.question) return 'question';
    const {run} = this.#runs;
    if (!run) return 'form';
    switch (this.#proposal?.state) {
      case 'open':
        return 'review';
      case 'applied':
        return 'succeeded';
      case 'dropped':
        return 'aborted';
      case undefined:
        return run.state;
    }
  }

  /** Edits are looked at on the annotation, which must be in view. */
  get #standsAside(): boolean {
    const state = this.#proposal?.state;
    return state === 'open' || state === 'applied';
  }

  get #isDocked(): boolean {
    return this.dialog.matches(':popover-open');
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

  #renderHeader(operator: OperatorDescription): TemplateResult {
    const {name, title = name, description, docsUrl} = operator;
    return html`
      <header part="header">
        <div>
          <h2 id="title">${title}</h2>
          ${description ? html`<p id="description">${description}</p>` : nothing}
          ${
            docsUrl
              ? html`<a
                  part="docs"
                  href=${docsUrl}
                  target="_blank"
                  rel="noopener noreferrer"
                  >More about it</a
                >`
              : nothing
          }
        </div>
        <button
          class="button quiet icon"
          type="button"
          aria-label="Close"
          @click=${this.#dismiss}
        >
          ${icon('close')}
        </button>
      </header>
    `;
  }

  #renderPresets(operator: OperatorDescription): unknown {
    if (!this.#hasPresets) return nothing;
    return html`<ls-operator-presets
      ?inert=${this.#isInert}
      .operator=${operator}
      .memory=${this.#registry?.memory ?? null}
      .currentValues=${() => this.form?.values ?? {}}
      @ls-operator-preset-request=${this.#onPreset}
    ></ls-operator-presets>`;
  }

  get #isInert(): boolean {
    return this.#runs.isRunning || this.question !== null;
  }

  #renderForm({parameters, operator}: OperatorDescription): TemplateResult {
    if (parameters.length === 0 && !operator?.resolve) {
      return html`<p class="no-parameters">There is nothing to fill in.</p>`;
    }
    return html`<ls-operator-form
      autofocus
      exportparts="field: form__field, label: form__label, input: form__input, error: form__error"
      ?inert=${this.#isInert}
      .operator=${operator ?? null}
      .context=${this.#registry?.context ?? null}
      .parameters=${parameters}
      .values=${this.values}
      @ls-operator-submit=${this.#onSubmit}
      @ls-operator-input=${this.#onInput}
    ></ls-operator-form>`;
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    if (this.failure) return renderFailure(this.failure);
    if (this.question && this.operator) return renderQuestion(this.operator);
    const {run, snapshot} = this.#runs;
    if (!run || !snapshot) return nothing;
    if (!run.isOver) return renderProgress(run);
    const proposal = this.#proposal;
    if (proposal) {
      return proposal.state === 'open'
        ? renderReview(snapshot, proposal)
        : renderSettled(proposal);
    }
    if (snapshot.state === 'aborted') return renderAborted(snapshot);
    return hasIssues(snapshot.error) ? nothing : renderEnd(snapshot);
  }

  #renderFooter(): TemplateResult {
    const {danger, editsAnnotation, parameters} = this.operator ?? {};
    const buttons = dialogButtons(this.#currentPhase, {
      canPreview: editsAnnotation === true,
      isDangerous: danger === 'dangerous',
      hasConflicts: (this.#proposal?.conflicts.length ?? 0) > 0,
    });
    return html`<footer part="footer">
      ${buttons.map(
        (button, index) =>
          html`<button
            class=${buttonClass(button, index === buttons.length - 1)}
            part=${button.part}
            type="button"
            ?autofocus=${
              index === buttons.length - 1 && parameters?.length === 0
            }
            @click=${(event: MouseEvent) => this.#press(event, button.action)}
          >
            ${button.text}
          </button>`,
      )}
    </footer>`;
  }

  #open(): void {
    if (!this.isConnected || !this.operator || this.dialog.open) return;
    if (this.#isDocked) return;
    if (this.#standsAside) {
      this.#dock();
      return;
    }
    this.dialog.showModal();
    if (this.run) return;
    void this.form?.updateComplete.then(() => this.form?.focus());
  }

  /** Stands aside, or comes back to the middle. */
  #dock(): void {
    const {dialog} = this;
    if (!this.isConnected || this.#standsAside === this.#isDocked) return;
    if (this.#isDocked) {
      dialog.hidePopover();
      dialog.showModal();
    } else {
      if (dialog.open) dialog.close();
      dialog.showPopover();
    }
  }

  /** The second press of a double click must not press what appears under it. */
  #press(event: MouseEvent, action: DialogAction): void {
    if (event.detail < 2) this.#act(action);
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
        this.question = null;
        return;
      case 'confirm':
        this.#confirm();
        return;
      case 'background':
        this.#runs.release();
        this.close();
        return;
      case 'drop':
        this.#proposal?.drop();
        return;
      case 'apply':
        this.#apply('unchanged');
        return;
      case 'apply-fitting':
        this.#apply('fitting');
        return;
      case 'apply-anyway':
        this.#apply('anyway');
    }
  }

  #confirm(): void {
    const values = this.question;
    this.question = null;
    if (values) this.#start(values);
  }

  #apply(mode: ApplyMode): void {
    this.failure = null;
    this.#attempt(() => this.#proposal?.apply(mode));
  }

  #start(values: ParameterValues, isPreview = false): void {
    const registry = this.#registry;
    if (!registry || !this.operator || this.#runs.isRunning) return;
    const {name} = this.operator;
    const options = {applyDefaults: false};
    this.failure = null;
    this.#isVisitor = false;
    this.#attempt(() => {
      this.#runs.watch(
        isPreview
          ? registry.preview(name, values, options)
          : registry.run(name, values, options),
      );
    });
  }

  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof LsError)) throw error;
      this.failure = error;
      this.announcement = error.message;
    }
  }

  /** Keeps the focus on what comes next, as buttons and fields change. */
  #moveFocus(phase: DialogPhase): void {
    switch (phase) {
      case 'pending':
      case 'queued':
      case 'running':
        this.first.focus();
        return;
      case 'question':
        // The way out is the safer one under a key that is pressed twice.
        this.first.focus();
        return;
      case 'failed':
      case 'conflict':
        this.#showFailure();
        return;
      case 'review':
      case 'succeeded':
      case 'aborted':
        this.primary.focus();
        return;
      case 'form':
        // Typing has led here: the focus is where it belongs.
        if (!this.shadowRoot?.activeElement) this.focus();
    }
  }

  #showFailure(): void {
    const error = this.#runs.snapshot?.error;
    if (hasIssues(error) && this.form) this.form.showIssues(error.issues);
    else this.primary.focus();
  }

  #onSubmit(event: OperatorSubmitEvent): void {
    event.stopPropagation();
    const isPreview = this.#isPreview;
    this.#isPreview = false;
    this.#ask(event.values, isPreview);
  }

  #onInput(): void {
    this.failure = null;
    this.#isPreview = false;
    if (!this.#runs.isRunning) this.#runs.watch(null);
  }

  #onPreset(event: OperatorPresetEvent): void {
    event.stopPropagation();
    this.values = {...event.values};
    this.#onInput();
  }

  #submit(isPreview: boolean): void {
    if (this.#isInert || this.#standsAside) return;
    this.#isPreview = isPreview;
    if (!this.form) this.#ask({}, isPreview);
    else if (!this.form.submit() && !this.form.isResolving) {
      this.#isPreview = false;
    }
  }

  /** A dry run changes nothing, so nobody is asked. */
  #ask(values: ParameterValues, isPreview: boolean): void {
    const {danger = 'none'} = this.operator ?? {};
    if (danger === 'none' || isPreview) this.#start(values, isPreview);
    else this.question = values;
  }

  #dismiss(): void {
    if (this.#runs.isRunning && !this.#runs.run?.isOver) {
      this.#runs.run?.abort();
    } else this.close();
  }

  /** Escape takes one step back. */
  #stepBack(): boolean {
    if (this.question) this.question = null;
    else if (this.#runs.isRunning && !this.#isVisitor) this.#runs.run?.abort();
    else return false;
    return true;
  }

  #onCancelKey(event: Event): void {
    if (this.#stepBack()) event.preventDefault();
  }

  #onKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape' && this.#isDocked) {
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
    if (!this.#isDocked && !this.dialog.open) this.#onClosed();
  }

  #onClosed(): void {
    if (this.#isVisitor) this.#runs.release();
    else this.#runs.run?.abort();
    /** @internal */
    this.dispatchEvent(new OperatorCloseEvent(this.operator?.name ?? ''));
    this.remove();
  }
}

function buttonClass({isDangerous}: DialogButton, isLast: boolean): string {
  const tone = isDangerous ? 'danger' : '';
  return `button ${isLast ? `primary ${tone}` : ''}`;
}

function hasOutputs(snapshot: OperatorRunSnapshot | null): boolean {
  if (!snapshot) return false;
  const {result, outputIssues} = snapshot;
  return outputIssues.length > 0 || (result?.outputs?.length ?? 0) > 0;
}

/** By code: a page may hold two copies of the package. */
function hasIssues(
  error: LsError | null | undefined,
): error is ParameterValidationError {
  return error?.code === 'operators/invalid-values';
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-dialog': OperatorDialogElement;
  }
}
