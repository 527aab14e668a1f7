import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {Choice, ChoiceParameter} from '@ls-annotation/operators';

import {renderChoiceStatus, renderSwatch} from './choice-words.js';
import {renderClear} from './clear-button.js';
import {toText} from './text-control.js';
import type {Field, FieldControl} from './field-control.js';

/** Choices that are all in view: a list, or buttons beside each other. */
export const radioControl: FieldControl = {
  layout: 'group',
  start: (_parameter, value) => value ?? null,
  read: (_parameter, raw) => ({value: raw ?? undefined, issues: []}),

  render(field) {
    const {parameter, raw, form} = field;
    const {choiceStyle} = parameter as Partial<ChoiceParameter<string>>;
    const state = form.choices(field, parameter);
    const {choices} = state;
    const isLabel = parameter.paramType === 'label';
    const at = choices.findIndex(({value}) => value === raw);
    const look = isLabel
      ? 'chips'
      : choiceStyle === 'buttons'
        ? 'segments'
        : '';
    return html`
      <div class=${`radios ${look}`} part="choices">
        ${choices.map((choice, index) =>
          renderRadio(field, choice, {
            index,
            isFirst: index === Math.max(at, 0),
          }),
        )}
        ${renderClear(field, {
          isShown: raw !== null && !parameter.required,
          empty: null,
        })}
      </div>
      ${
        raw !== null && at === -1 && state.status === 'ready'
          ? html`<span class="choice-status">${toText(raw)}</span>`
          : nothing
      }
      ${renderChoiceStatus(state)}
    `;
  },
};

interface RadioPlace {
  readonly index: number;
  /** True for the one that the focus goes to. */
  readonly isFirst: boolean;
}

function renderRadio(
  field: Field,
  choice: Choice,
  {index, isFirst}: RadioPlace,
): TemplateResult {
  const {id, raw, isReadOnly, isDisabled, parameter, issues} = field;
  const own = isFirst ? id : `${id}-${String(index)}`;
  const words = `${id}-choice-${String(index)}`;
  return html`<label class="radio">
    <input
      id=${own}
      type="radio"
      part="radio"
      name=${id}
      ?disabled=${isDisabled || choice.disabled || (isReadOnly && choice.value !== raw)}
      ?required=${parameter.required}
      aria-invalid=${issues.length > 0 ? 'true' : nothing}
      aria-describedby=${choice.description === '' ? nothing : words}
      .checked=${live(choice.value === raw)}
      @change=${() => {
        if (!isReadOnly) field.change(() => choice.value);
      }}
      @blur=${({relatedTarget}: FocusEvent) => {
        const next = relatedTarget as HTMLInputElement | null;
        if (next?.name !== id) field.leave();
      }}
    />
    ${renderSwatch(choice)}
    <span class="radio-words">
      <span>${choice.title}</span>
      ${
        choice.description === ''
          ? nothing
          : html`<span id=${words} class="description">
              ${choice.description}
            </span>`
      }
    </span>
  </label>`;
}
