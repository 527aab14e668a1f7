import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {Choice} from '@ls-annotation/operators';

import {ariaOf} from './aria-of.js';
import {renderChoiceStatus, renderSwatch} from './choice-words.js';
import type {Field} from './field-control.js';
import type {ChoiceState} from './form-link.js';

/** More are not drawn: a person types on instead of scrolling. */
const MAX_SHOWN = 100;

/** What a combobox shows, and what it does with it. */
export interface ComboboxOptions {
  /** The field it belongs to. */
  readonly field: Field;
  /** What is offered. */
  readonly state: ChoiceState;
  /** What stands in the line. */
  readonly text: string;
  /** What is searched for; empty for everything. */
  readonly query: string;
  /** True when several may be chosen. */
  readonly isMultiple: boolean;
  /** Tells whether a choice is chosen. */
  readonly isChosen: (choice: Choice) => boolean;
  /** Called with each text that is typed. */
  readonly type: (text: string) => void;
  /** Called with the choice that is picked. */
  readonly pick: (choice: Choice) => void;
  /** Called when the line is left. */
  readonly leave: () => void;
  /** Called for Backspace in an empty line. */
  readonly back?: () => void;
}

/** Whether the list is open, and which choice is active in it; -1 for none. */
interface ListState {
  readonly isOpen: boolean;
  readonly active: number;
}

const CLOSED: ListState = {isOpen: false, active: -1};

/**
 * A combobox after the pattern of the ARIA practices: the focus stays in the
 * line, arrows move through the list, Enter picks, Escape closes the list and
 * nothing else.
 */
export class ComboboxView {
  readonly #options: ComboboxOptions;

  constructor(options: ComboboxOptions) {
    this.#options = options;
  }

  /** Draws the line, and the list when it is open. */
  render(): TemplateResult {
    const {field, text, state} = this.#options;
    const {id, isDisabled, isReadOnly, parameter} = field;
    const {isOpen, active} = this.#list;
    const aria = ariaOf(field);
    const isActive = isOpen && this.#shown[active] !== undefined;
    return html`
      <input
        id=${id}
        class="input"
        part="input"
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder=${parameter.placeholder ?? 'Search…'}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls=${isOpen ? this.#listId : nothing}
        aria-activedescendant=${isActive ? this.#optionId(active) : nothing}
        aria-label=${aria.label}
        aria-describedby=${aria.describedBy}
        aria-required=${aria.required}
        aria-invalid=${aria.invalid}
        aria-busy=${state.status === 'loading' ? 'true' : nothing}
        ?readonly=${isReadOnly}
        ?disabled=${isDisabled}
        .value=${live(text)}
        @click=${() => this.#open()}
        @input=${({target}: InputEvent) => {
          this.#setList({isOpen: true, active: -1});
          this.#options.type((target as HTMLInputElement).value);
        }}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
        @blur=${() => {
          this.#setList(CLOSED);
          this.#options.leave();
        }}
      />
      ${isOpen ? this.#renderList() : nothing}
    `;
  }

  /** Draws how the choices are had. */
  renderStatus(): TemplateResult | typeof nothing {
    const {state} = this.#options;
    return state.status === 'ready' ? nothing : renderChoiceStatus(state);
  }

  get #list(): ListState {
    const {field} = this.#options;
    return (field.form.ui(field.id) as ListState | undefined) ?? CLOSED;
  }

  /** Choices that have what was typed; those that begin with it come first. */
  get #shown(): readonly Choice[] {
    const {state, query} = this.#options;
    const wanted = query.trim().toLowerCase();
    const found = state.choices.filter((choice) =>
      wordsOf(choice).includes(wanted),
    );
    const begins = found.filter(({title}) =>
      title.toLowerCase().startsWith(wanted),
    );
    const others = found.filter((choice) => !begins.includes(choice));
    return [...begins, ...others].slice(0, MAX_SHOWN);
  }

  get #listId(): string {
    return `${this.#options.field.id}-listbox`;
  }

  #optionId(index: number): string {
    return `${this.#options.field.id}-option-${String(index)}`;
  }

  #renderList(): TemplateResult {
    const {field, isMultiple, state} = this.#options;
    const shown = this.#shown;
    return html`<div
      id=${this.#listId}
      class="listbox"
      part="listbox"
      role="listbox"
      popover="manual"
      data-for=${field.id}
      aria-label=${field.parameter.title}
      aria-multiselectable=${isMultiple ? 'true' : nothing}
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      ${shown.map((choice, index) => this.#renderOption(choice, index))}
      ${
        shown.length === 0 && state.status === 'ready'
          ? html`<div
              class="no-match"
              role="option"
              aria-disabled="true"
              aria-selected="false"
            >
              Nothing found.
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderOption(choice: Choice, index: number): TemplateResult {
    const {isChosen} = this.#options;
    // The keys are those of the line, which has the focus.
    /* eslint-disable lit-a11y/click-events-have-key-events -- see above */
    return html`<div
      id=${this.#optionId(index)}
      class=${`option ${index === this.#list.active ? 'active' : ''}`}
      part="option"
      role="option"
      aria-selected=${isChosen(choice) ? 'true' : 'false'}
      aria-disabled=${choice.disabled ? 'true' : nothing}
      @click=${() => this.#pick(choice)}
    >
      ${renderSwatch(choice)}
      <span class="radio-words">
        <span>${choice.title}</span>
        ${
          choice.description === ''
            ? nothing
            : html`<span class="description">${choice.description}</span>`
        }
      </span>
      ${choice.group === '' ? nothing : html`<span class="description">${choice.group}</span>`}
    </div>`;
  }

  #onKeydown(event: KeyboardEvent): void {
    const {isOpen, active} = this.#list;
    const count = this.#shown.length;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        if (!isOpen) this.#open(0);
        else this.#setList({isOpen, active: (active + 1) % Math.max(count, 1)});
        return;
      case 'ArrowUp':
        event.preventDefault();
        if (!isOpen) this.#open(count - 1);
        else
          this.#setList({isOpen, active: (active <= 0 ? count : active) - 1});
        return;
      case 'Enter':
        if (!isOpen || event.ctrlKey || event.metaKey) return;
        if (active === -1) {
          this.#setList(CLOSED);
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        this.#pick(this.#shown[active]);
        return;
      case 'Escape':
        if (!isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        this.#setList(CLOSED);
        return;
      case 'Backspace':
        if (this.#options.text === '') this.#options.back?.();
        return;
    }
  }

  #open(active = -1): void {
    const {isReadOnly, isDisabled} = this.#options.field;
    if (!isReadOnly && !isDisabled) this.#setList({isOpen: true, active});
  }

  #pick(choice: Choice | undefined): void {
    if (!choice || choice.disabled) return;
    this.#setList(CLOSED);
    this.#options.pick(choice);
  }

  #setList(state: ListState): void {
    const {form, id} = this.#options.field;
    if (state === CLOSED && !this.#list.isOpen) return;
    form.setUi(id, state);
  }
}

function wordsOf({title, description, value}: Choice): string {
  return `${title} ${description} ${String(value)}`.toLowerCase();
}
