import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {Choice, ChoiceParameter} from '@ls-annotation/operators';

import {ariaOf} from './aria-of.js';
import {byGroup, choiceOfText, renderChoiceStatus} from './choice-words.js';
import {toText} from './text-control.js';
import type {FieldControl} from './field-control.js';

const UNSET = '';

/** The browser's own list. What no choice has is kept, and said to be wrong. */
export const selectControl: FieldControl = {
  layout: 'stacked',
  start: (_parameter, value) => value ?? null,
  read: (_parameter, raw) => ({value: raw ?? undefined, issues: []}),

  paste(parameter, text) {
    const {choiceList = []} = parameter as Partial<ChoiceParameter<string>>;
    const parsed = parameter.parse(text);
    return (
      choiceOfText(choiceList, text)?.value ??
      (parsed.ok ? (parsed.value ?? null) : text)
    );
  },

  render(field) {
    const {parameter, raw, form, isReadOnly, isDisabled} = field;
    const state = form.choices(field, parameter);
    const {choices} = state;
    const at = choices.findIndex(({value}) => value === raw);
    const isUnknown = at === -1 && raw !== null;
    const aria = ariaOf(field);
    const empty =
      parameter.placeholder ?? (parameter.required ? 'Choose…' : 'None');
    return html`
      <select
        id=${field.id}
        class="input"
        part="select"
        ?disabled=${isDisabled || isReadOnly}
        aria-readonly=${isReadOnly ? 'true' : nothing}
        aria-label=${aria.label}
        aria-describedby=${aria.describedBy}
        aria-required=${aria.required}
        aria-invalid=${aria.invalid}
        aria-busy=${state.status === 'loading' ? 'true' : nothing}
        @change=${({target}: Event) => {
          const {value} = target as HTMLSelectElement;
          field.change(() =>
            value === UNSET ? null : (choices[Number(value)]?.value ?? raw),
          );
        }}
        @blur=${() => field.leave()}
      >
        <option value=${UNSET} .selected=${raw === null}>${empty}</option>
        ${
          isUnknown
            ? html`<option value="-1" .selected=${true}>${toText(raw)}</option>`
            : nothing
        }
        ${[...byGroup(choices)].map(([group, inside]) =>
          renderGroup(group, inside, choices, raw),
        )}
      </select>
      ${
        state.status === 'ready' && choices.length > 0
          ? nothing
          : renderChoiceStatus(state)
      }
    `;
  },
};

function renderGroup(
  group: string,
  inside: readonly Choice[],
  all: readonly Choice[],
  raw: unknown,
): TemplateResult {
  const options = inside.map(
    (choice) =>
      html`<option
        value=${all.indexOf(choice)}
        title=${choice.description || nothing}
        .selected=${choice.value === raw}
        ?disabled=${choice.disabled}
      >
        ${choice.title}
      </option>`,
  );
  return group === ''
    ? html`${options}`
    : html`<optgroup label=${group}>${options}</optgroup>`;
}
