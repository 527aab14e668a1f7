import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property, query, queryAll, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import {LsError} from '@ls-annotation/core';
import type {OperatorRegistry, OperatorRun} from '@ls-annotation/operators';

import {operatorsContext} from '../contexts.js';
import {OperatorErrorEvent} from '../events/error-events.js';
import {OperatorShowEvent} from '../events/operator-events.js';
import {formatElapsed} from '../operator-dialog/format-elapsed.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {PopupController} from '../popup/popup-controller.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {panelStyles} from '../styles/panel.styles.js';
import {progressStyles} from '../styles/progress.styles.js';

import {operatorTrayStyles} from './operator-tray.styles.js';
import {runWords} from './run-state-text.js';
import {RunWatcher} from './run-watcher.js';

/**
 * A button that says how many runs go on, with a list of them and of the last
 * ones that are over: how far they are, what came out, and the way to cancel
 * them, to see them, and to run them again.
 *
 * Without runs there is no button. What ends is said politely to assistive
 * technology.
 *
 * @summary The runs that go on, and the last ones.
 * @since 0.1.0
 *
 * @fires {OperatorShowEvent} ls-operator-show-request - Fired when somebody wants to see a run. Bubbles, composed, not cancelable.
 * @fires {OperatorErrorEvent} ls-operator-error - Fired when a run could not be made again. Bubbles, composed, not cancelable.
 *
 * @csspart button - The button.
 * @csspart count - How many runs go on.
 * @csspart panel - The panel with the list.
 * @csspart run - One run.
 */
export class OperatorTrayElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    progressStyles,
    operatorTrayStyles,
  ];

  /** Whose runs; left out, the registry of the host around it. */
  @property({attribute: false})
  registry: OperatorRegistry | null = null;

  @state()
  private announcement = '';

  @query('.toggle')
  private button!: HTMLButtonElement | null;

  @query('.panel')
  private panel!: HTMLElement | null;

  @queryAll('.panel button')
  private buttons!: NodeListOf<HTMLButtonElement>;

  readonly #context = new ContextConsumer(this, {
    context: operatorsContext,
    subscribe: true,
  });
  readonly #runs = new RunWatcher(this, (run) => {
    this.announcement = `${this.#titleOf(run)}: ${runWords(run).text}`;
  });

  readonly #popup = new PopupController(this, {
    button: () => this.button,
    panel: () => this.panel,
    first: () => this.buttons[0],
  });

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override willUpdate(): void {
    this.#runs.watch(this.#registry);
  }

  protected override render(): TemplateResult {
    const {current, recent} = this.#runs.list;
    const hasRuns = current.length + recent.length > 0;
    return html`
      ${hasRuns ? this.#renderButton(current.length) : nothing}
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  #renderButton(count: number): TemplateResult {
    const label = count === 1 ? '1 run goes on' : `${count} runs go on`;
    return html`
      <button
        class="button toggle"
        part="button"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.#popup.isOpen ? 'true' : 'false'}
        aria-controls="panel"
        popovertarget="panel"
      >
        Runs
        ${
          count > 0
            ? html`<span class="count" part="count">
                <span aria-hidden="true">${count}</span>
                <span class="visually-hidden">${label}</span>
              </span>`
            : nothing
        }
      </button>
      <div
        id="panel"
        class="panel"
        part="panel"
        popover="auto"
        role="dialog"
        aria-label="Runs"
        tabindex="-1"
        @beforetoggle=${this.#popup.onBeforeToggle}
        @toggle=${this.#popup.onToggle}
        @keydown=${this.#popup.onKeydown}
      >
        ${this.#popup.isOpen ? this.#renderPanel() : nothing}
      </div>
    `;
  }

  #renderPanel(): TemplateResult {
    const {current, recent} = this.#runs.list;
    return html`
      <header>
        <h2>Runs</h2>
        ${
          recent.length > 0
            ? html`<button
                class="button quiet"
                type="button"
                @click=${this.#onClear}
              >
                Clear finished
              </button>`
            : nothing
        }
      </header>
      <ul>
        ${repeat(
          [...current, ...recent],
          ({id}) => id,
          (run) => this.#renderRun(run),
        )}
      </ul>
    `;
  }

  #renderRun(run: OperatorRun): TemplateResult {
    const title = this.#titleOf(run);
    const {tone, text} = runWords(run);
    const {fraction} = run.progress;
    return html`<li part="run" data-id=${run.id}>
      <div class="line">
        <span class="title">${title}</span>
        ${
          tone === 'waiting'
            ? nothing
            : html`<span class="time">${formatElapsed(run.elapsedMs)}</span>`
        }
      </div>
      <p class="words ${tone}">${text}</p>
      ${
        run.isOver || tone === 'waiting'
          ? nothing
          : html`<progress
              aria-label="Progress of ${title}"
              max="1"
              value=${fraction ?? nothing}
            ></progress>`
      }
      <div class="buttons">
        ${
          run.isOver
            ? nothing
            : this.#renderAction('Cancel', title, () => {
                run.abort();
              })
        }
        ${this.#renderAction(
          tone === 'review' ? 'Review' : 'Show',
          title,
          () => {
            this.#show(run);
          },
        )}
        ${
          run.isOver
            ? this.#renderAction('Run again', title, () => {
                this.#rerun(run);
              })
            : nothing
        }
      </div>
    </li>`;
  }

  #renderAction(text: string, title: string, act: () => void): TemplateResult {
    return html`<button
      class="button"
      type="button"
      aria-label="${text}: ${title}"
      @click=${act}
    >
      ${text}
    </button>`;
  }

  get #registry(): OperatorRegistry | null {
    return this.registry ?? this.#context.value ?? null;
  }

  #titleOf({operatorName}: OperatorRun): string {
    return this.#registry?.find(operatorName)?.title ?? operatorName;
  }

  #show(run: OperatorRun): void {
    this.#popup.dismiss();
    /** @internal */
    this.dispatchEvent(new OperatorShowEvent(run));
  }

  #rerun(run: OperatorRun): void {
    const registry = this.#registry;
    const entry = registry?.find(run.operatorName);
    try {
      // What needs care is asked about in its dialog.
      if (entry && entry.danger !== 'none') {
        this.#popup.dismiss();
        registry?.open(entry.name, run.parameters);
      } else if (registry && !registry.rerun(run)) {
        this.#popup.dismiss();
      } else {
        void this.#keepFocus();
      }
    } catch (error) {
      if (!(error instanceof LsError)) throw error;
      /** @internal */
      this.dispatchEvent(new OperatorErrorEvent(error));
    }
  }

  #onClear(): void {
    this.#registry?.clearRecent();
    void this.#keepFocus();
  }

  /** The button that was pressed may be gone. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    if (!this.#popup.isOpen || this.shadowRoot?.activeElement) return;
    this.panel?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-tray': OperatorTrayElement;
  }
}
