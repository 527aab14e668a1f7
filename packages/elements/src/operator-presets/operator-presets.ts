import {LitElement, html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';

import type {
  OperatorMemory,
  ParameterValues,
  RememberedOperator,
} from '@ls-annotation/operators';

import {OperatorPresetEvent} from '../events/operator-events.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';

import {operatorPresetsStyles} from './operator-presets.styles.js';

const LAST = 'last';
const NAMED = 'named:';

/**
 * Values of an operator that were kept: those of the last run, and those that
 * people gave a name. Choosing some asks for them to be taken; they can be
 * saved under a name and deleted. Secrets and files are never kept.
 *
 * @summary Values to choose from, by name.
 * @since 0.1.0
 *
 * @fires {OperatorPresetEvent} ls-operator-preset-request - Fired when somebody wants to use values that were kept. Bubbles, composed, not cancelable.
 *
 * @csspart select - The list of names.
 * @csspart button - A button.
 * @csspart input - Where a name is typed.
 */
export class OperatorPresetsElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, operatorPresetsStyles];

  /** Whose values. */
  @property({attribute: false})
  operator: RememberedOperator | null = null;

  /** Where they are kept. */
  @property({attribute: false})
  memory: OperatorMemory | null = null;

  /** Returns the values to save. */
  @property({attribute: false})
  currentValues: () => ParameterValues = () => ({});

  @state()
  private chosen = '';

  @state()
  private isNaming = false;

  @state()
  private failure = '';

  @state()
  private announcement = '';

  @query('input')
  private nameField!: HTMLInputElement | null;

  @query('select')
  private select!: HTMLSelectElement;

  @query('.save')
  private saveButton!: HTMLButtonElement;

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override render(): TemplateResult | typeof nothing {
    const {operator, memory} = this;
    if (!operator || !memory) return nothing;
    return html`
      ${this.isNaming ? this.#renderNaming() : this.#renderBar(operator, memory)}
      ${this.failure ? html`<p class="failure">${this.failure}</p>` : nothing}
      <p class="visually-hidden" role="status">
        ${this.failure || this.announcement}
      </p>
    `;
  }

  #renderBar(
    operator: RememberedOperator,
    memory: OperatorMemory,
  ): TemplateResult {
    const hasLast = memory.lastValues(operator) !== null;
    return html`<div class="bar">
      <select part="select" aria-label="Presets" @change=${this.#onChoose}>
        <option value="" ?selected=${this.chosen === ''}>Presets</option>
        ${
          hasLast
            ? html`<option value=${LAST} ?selected=${this.chosen === LAST}>
                Last used
              </option>`
            : nothing
        }
        ${memory
          .presets(operator)
          .map(
            ({name}) =>
              html`<option
                value=${NAMED + name}
                ?selected=${this.chosen === NAMED + name}
              >
                ${name}
              </option>`,
          )}
      </select>
      <button
        class="button save"
        part="button"
        type="button"
        @click=${this.#onName}
      >
        Save as…
      </button>
      ${
        this.chosen.startsWith(NAMED)
          ? html`<button
              class="button"
              part="button"
              type="button"
              @click=${this.#onDelete}
            >
              Delete
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderNaming(): TemplateResult {
    const name = this.chosen.startsWith(NAMED)
      ? this.chosen.slice(NAMED.length)
      : '';
    return html`<form @submit=${this.#onSave} @keydown=${this.#onNameKey}>
      <input
        part="input"
        aria-label="Name of the preset"
        placeholder="Name"
        maxlength="80"
        required
        autocomplete="off"
        .value=${name}
      />
      <button class="button" part="button" type="submit">Save</button>
      <button
        class="button"
        part="button"
        type="button"
        @click=${this.#leaveNaming}
      >
        Cancel
      </button>
    </form>`;
  }

  #onChoose(): void {
    const {operator, memory} = this;
    if (!operator || !memory) return;
    this.chosen = this.select.value;
    this.failure = '';
    const values =
      this.chosen === LAST
        ? memory.lastValues(operator)
        : memory
            .presets(operator)
            .find(({name}) => NAMED + name === this.chosen)?.values;
    if (!values) return;
    /** @internal */
    this.dispatchEvent(new OperatorPresetEvent(values));
  }

  async #onName(): Promise<void> {
    this.isNaming = true;
    await this.updateComplete;
    this.nameField?.select();
    this.nameField?.focus();
  }

  #onSave(event: Event): void {
    event.preventDefault();
    const {operator, memory} = this;
    const name = this.nameField?.value.trim() ?? '';
    if (!operator || !memory || name === '') return;
    if (!memory.savePreset(operator, name, this.currentValues())) {
      this.failure = 'It could not be kept: this browser stores nothing here.';
      return;
    }
    this.chosen = NAMED + name;
    this.announcement = `Saved as ${name}.`;
    void this.#leaveNaming();
  }

  #onNameKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    void this.#leaveNaming();
  }

  async #leaveNaming(): Promise<void> {
    this.failure = '';
    this.isNaming = false;
    await this.updateComplete;
    this.saveButton.focus();
  }

  async #onDelete(): Promise<void> {
    const {operator, memory} = this;
    const name = this.chosen.slice(NAMED.length);
    if (!operator || !memory?.deletePreset(operator, name)) return;
    this.chosen = '';
    this.announcement = `Deleted ${name}.`;
    await this.updateComplete;
    this.select.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-presets': OperatorPresetsElement;
  }
}
