import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';

import {LsError} from '@ls-annotation/core';
import type {
  OperatorEntry,
  OperatorRegistry,
  OperatorRunState,
  ParameterValidationError,
  ParameterValues,
} from '@ls-annotation/operators';

import {operatorsContext} from '../contexts.js';
import {OperatorCloseEvent} from '../events/operator-events.js';
import type {OperatorSubmitEvent} from '../events/operator-events.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import type {OperatorFormElement} from '../operator-form/operator-form.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {icon} from '../styles/icons.js';

import {operatorDialogStyles} from './operator-dialog.styles.js';
import {
  renderAborted,
  renderEnd,
  renderFailure,
  renderProgress,
} from './render-outcome.js';
import {RunController} from './run-controller.js';

/** What the dialog shows of an operator. */
export type OperatorDescription = Pick<
  OperatorEntry,
  'name' | 'description' | 'parameters'
> &
  Partial<Pick<OperatorEntry, 'operator'>>;

/** What a button of the footer does. */
interface Action {
  readonly text: string;
  readonly part: 'cancel' | 'run';
  readonly act: () => void;
}

type Phase = 'form' | OperatorRunState;

const ANNOUNCEMENTS: Readonly<Partial<Record<Phase, string>>> = {
  running: 'Running.',
};

/**
 * The dialog of one operator: it asks for the parameters, runs, shows how far
 * the run is, and says what came out.
 *
 * It opens as soon as it is in the document and has an operator, and removes
 * itself when it is closed; the focus goes back to where it was. What was typed
 * stays through a failure. Escape cancels a run, and closes when there is none.
 * Keys pressed in it do not reach the page.
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

  @query('dialog')
  private dialog!: HTMLDialogElement;

  @query('ls-operator-form')
  private form!: OperatorFormElement | null;

  @query('.secondary')
  private secondary!: HTMLButtonElement;

  @query('.primary')
  private primary!: HTMLButtonElement;

  @state()
  private announcement = '';

  /** Why a run could not even be made. */
  @state()
  private failure: LsError | null = null;

  readonly #runs = new RunController(this);
  readonly #context = new ContextConsumer(this, {
    context: operatorsContext,
    subscribe: true,
  });
  #phase: Phase = 'form';

  /**
   * Closes the dialog, as its close button does. A run that is still going on
   * is cancelled.
   */
  close(): void {
    this.dialog.close();
  }

  /** Focuses the first field. */
  override focus(options?: FocusOptions): void {
    if (this.form) this.form.focus(options);
    else this.primary.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    if (this.hasUpdated) this.#open();
  }

  protected override willUpdate(): void {
    const phase = this.#runs.run?.state ?? 'form';
    if (phase === this.#phase) return;
    this.announcement =
      this.#runs.snapshot?.result?.message ?? ANNOUNCEMENTS[phase] ?? '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('operator')) this.#open();
    const phase = this.#runs.run?.state ?? 'form';
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#moveFocus(phase);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.operator) return nothing;
    return html`
      <dialog
        part="dialog"
        class=${this.#isWide ? 'wide' : ''}
        aria-labelledby="title"
        aria-describedby=${this.operator.description ? 'description' : nothing}
        @cancel=${this.#onCancelKey}
        @close=${this.#onClose}
        @keydown=${this.#onKeydown}
      >
        ${this.#renderHeader(this.operator)}
        <div class="body" part="body">${this.#renderForm(this.operator)}</div>
        ${this.#renderOutcome()} ${this.#renderFooter()}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </dialog>
    `;
  }

  get #registry(): OperatorRegistry | undefined {
    return this.registry ?? this.#context.value;
  }

  get #isWide(): boolean {
    return (
      this.operator?.parameters.some(({paramType}) => paramType === 'table') ===
      true
    );
  }

  #renderHeader({name, description}: OperatorDescription): TemplateResult {
    return html`
      <header part="header">
        <div>
          <h2 id="title">${name}</h2>
          ${description ? html`<p id="description">${description}</p>` : nothing}
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

  #renderForm({parameters, operator}: OperatorDescription): TemplateResult {
    if (parameters.length === 0 && !operator?.resolve) {
      return html`<p class="no-parameters">There is nothing to fill in.</p>`;
    }
    return html`<ls-operator-form
      autofocus
      exportparts="field: form__field, label: form__label, input: form__input, error: form__error"
      ?inert=${this.#runs.isRunning}
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
    const {run, snapshot} = this.#runs;
    if (!run || !snapshot) return nothing;
    if (!run.isOver) return renderProgress(run);
    if (snapshot.state === 'aborted') return renderAborted(snapshot);
    return hasIssues(snapshot.error) ? nothing : renderEnd(snapshot);
  }

  #renderFooter(): TemplateResult {
    const [secondary, primary] = this.#actions;
    const {isRunning} = this.#runs;
    return html`
      <footer part="footer">
        <button
          class="button secondary"
          part=${secondary.part}
          type="button"
          @click=${(event: MouseEvent) => press(event, secondary)}
        >
          ${secondary.text}
        </button>
        <button
          class="button primary"
          part=${primary.part}
          type="button"
          ?autofocus=${this.operator?.parameters.length === 0}
          aria-disabled=${isRunning ? 'true' : nothing}
          @click=${(event: MouseEvent) => press(event, primary)}
        >
          ${primary.text}
        </button>
      </footer>
    `;
  }

  /** What can be done now: the second is what a person most likely wants. */
  get #actions(): readonly [Action, Action] {
    const run = (text: string): Action => ({
      text,
      part: 'run',
      act: () => this.#run(),
    });
    const dismiss = (text: string): Action => ({
      text,
      part: 'cancel',
      act: () => this.#dismiss(),
    });
    switch (this.#runs.run?.state) {
      case 'pending':
      case 'queued':
      case 'running':
        return [dismiss('Cancel'), run('Running…')];
      case 'succeeded':
        return [run('Run again'), dismiss('Done')];
      case 'failed':
      case 'conflict':
        return [dismiss('Close'), run('Try again')];
      case 'aborted':
      case undefined:
        return [dismiss('Cancel'), run('Run')];
    }
  }

  #open(): void {
    if (!this.isConnected || !this.operator || this.dialog.open) return;
    this.dialog.showModal();
    void this.form?.updateComplete.then(() => this.form?.focus());
  }

  #start(values: ParameterValues): void {
    const registry = this.#registry;
    if (!registry || !this.operator || this.#runs.isRunning) return;
    const {name} = this.operator;
    this.failure = null;
    try {
      this.#runs.watch(registry.run(name, values, {applyDefaults: false}));
    } catch (error) {
      if (!(error instanceof LsError)) throw error;
      this.failure = error;
      this.announcement = error.message;
    }
  }

  /** Keeps the focus on what comes next, as buttons and fields change. */
  #moveFocus(phase: Phase): void {
    switch (phase) {
      case 'pending':
      case 'queued':
      case 'running':
        this.secondary.focus();
        return;
      case 'failed':
      case 'conflict':
        this.#showFailure();
        return;
      case 'succeeded':
      case 'aborted':
        this.primary.focus();
        return;
      case 'form':
    }
  }

  #showFailure(): void {
    const error = this.#runs.snapshot?.error;
    if (hasIssues(error) && this.form) this.form.showIssues(error.issues);
    else this.primary.focus();
  }

  #onSubmit(event: OperatorSubmitEvent): void {
    event.stopPropagation();
    this.#start(event.values);
  }

  #onInput(): void {
    this.failure = null;
    if (!this.#runs.isRunning) this.#runs.watch(null);
  }

  #run(): void {
    if (this.#runs.isRunning) return;
    if (this.form) this.form.submit();
    else this.#start({});
  }

  #dismiss(): void {
    if (this.#runs.isRunning) this.#runs.run?.abort();
    else this.close();
  }

  #onCancelKey(event: Event): void {
    if (!this.#runs.isRunning) return;
    event.preventDefault();
    this.#runs.run?.abort();
  }

  #onKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Enter') return;
    // A key that is held down must not press what appears under it.
    if (event.repeat) event.preventDefault();
    else if (event.ctrlKey || event.metaKey) this.#run();
  }

  #onClose(): void {
    this.#runs.run?.abort();
    /** @internal */
    this.dispatchEvent(new OperatorCloseEvent(this.operator?.name ?? ''));
    this.remove();
  }
}

/** The second press of a double click must not press what appears under it. */
function press(event: MouseEvent, {act}: Action): void {
  if (event.detail < 2) act();
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
