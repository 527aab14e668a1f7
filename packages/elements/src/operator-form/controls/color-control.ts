import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';

import type {ColorParameter} from '@ls-annotation/operators';

import {renderClear} from './clear-button.js';
import type {FieldControl, ShapeOf} from './field-control.js';
import {readText, renderTextInput, toText} from './text-control.js';

const WHOLE = /^#[0-9a-f]{6}/i;

/** A colour: the browser's picker, its text beside it, and suggestions. */
export const colorControl: FieldControl = {
  layout: 'stacked',
  start: (_parameter, value) => toText(value),
  read: readText,
  paste: (_parameter, text) => text,

  render(field) {
    const {isReadOnly, isDisabled} = field;
    const parameter = field.parameter as ShapeOf<ColorParameter>;
    const {suggestions = []} = parameter;
    const text = field.raw as string;
    const {value} = readText(parameter, text);
    const title = field.label || parameter.title;
    const isFixed = isReadOnly || isDisabled;
    const set = (next: string): void => field.change(() => next);
    return html`
      <span class="with-button">
        <input
          class=${`color ${value === undefined ? 'unset' : ''}`}
          part="color"
          type="color"
          aria-label=${`${title}, picker`}
          ?disabled=${isFixed}
          .value=${live(WHOLE.exec(toText(value))?.[0] ?? '#000000')}
          @input=${({target}: Event) => set((target as HTMLInputElement).value)}
          @change=${() => field.leave()}
        />
        ${renderTextInput(field)}
        ${renderClear(field, {isShown: text !== '', empty: ''})}
      </span>
      ${
        suggestions.length === 0
          ? nothing
          : html`<span
              class="swatches"
              role="group"
              aria-label=${`${title}, suggestions`}
            >
              ${suggestions.map(
                (color) =>
                  html`<button
                    class="swatch"
                    part="swatch"
                    type="button"
                    .style=${`--_color: ${color}`}
                    aria-label=${color}
                    title=${color}
                    aria-pressed=${color === value ? 'true' : 'false'}
                    ?disabled=${isFixed}
                    @click=${() => set(color)}
                  ></button>`,
              )}
            </span>`
      }
    `;
  },
};
