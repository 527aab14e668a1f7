import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';

import type {ListParameter} from '@ls-annotation/operators';

import {renderChoiceStatus, renderSwatch} from './choice-words.js';
import type {FieldControl, ShapeOf} from './field-control.js';
import {startList} from './list-values.js';

/** Several of a few choices: one box each. */
export const checksControl: FieldControl = {
  layout: 'group',
  start: startList,
  read: (_parameter, raw) => ({value: raw, issues: []}),

  render(field) {
    const {id, raw, form, isReadOnly, isDisabled, issues} = field;
    const {item} = field.parameter as ShapeOf<ListParameter>;
    const values = raw as readonly unknown[];
    const state = form.choices(field, item);
    return html`
      <div class="radios" part="choices">
        ${state.choices.map(
          (choice, index) =>
            html`<label class="radio">
              <input
                id=${index === 0 ? id : `${id}-${String(index)}`}
                class="checkbox"
                part="checkbox"
                type="checkbox"
                ?disabled=${isDisabled || isReadOnly || choice.disabled}
                aria-invalid=${issues.length > 0 ? 'true' : nothing}
                .checked=${live(values.includes(choice.value))}
                @change=${({target}: Event) => {
                  const {checked} = target as HTMLInputElement;
                  const wanted = new Set(values);
                  if (checked) wanted.add(choice.value);
                  else wanted.delete(choice.value);
                  // In the order of the choices, however they were ticked.
                  const known = state.choices.map(({value}) => value);
                  field.change(() => [
                    ...values.filter((one) => !known.includes(one as never)),
                    ...known.filter((one) => wanted.has(one)),
                  ]);
                }}
                @blur=${({relatedTarget}: FocusEvent) => {
                  const next = relatedTarget as HTMLElement | null;
                  if (next?.id.startsWith(id) !== true) field.leave();
                }}
              />
              ${renderSwatch(choice)}
              <span class="radio-words">
                <span>${choice.title}</span>
                ${
                  choice.description === ''
                    ? nothing
                    : html`<span class="description"
                        >${choice.description}</span
                      >`
                }
              </span>
            </label>`,
        )}
      </div>
      ${renderChoiceStatus(state)}
    `;
  },
};
