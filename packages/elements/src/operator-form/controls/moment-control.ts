import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';

import {toPointer} from '@ls-annotation/operators';
import type {BaseParameter, DateParameter} from '@ls-annotation/operators';

import {ariaOf} from './aria-of.js';
import {renderClear} from './clear-button.js';
import type {FieldControl, ShapeOf} from './field-control.js';
import {renderTextInput, toText} from './text-control.js';

/** What a picker holds; `isPartial` when only a part of it was filled. */
interface RawMoment {
  readonly text: string;
  readonly isPartial: boolean;
}

const PICKERS: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  datetime: 'datetime-local',
};
const ZONE = /(?:z|[+-]\d\d:?\d\d)$/i;

/**
 * A day, a time of day, or both, in the browser's own picker. A moment with a
 * time zone is text: no picker holds one.
 */
export const momentControl: FieldControl = {
  layout: 'stacked',

  start: (_parameter, value) => ({text: toText(value), isPartial: false}),

  read(parameter, raw) {
    const {text, isPartial} = raw as RawMoment;
    if (isPartial) {
      return {
        value: undefined,
        issues: [
          {
            code: 'parameter/format',
            path: toPointer(parameter.name),
            message: `Enter the whole ${wordOf(parameter)}.`,
          },
        ],
      };
    }
    const parsed = parameter.parse(text);
    return parsed.ok
      ? {value: parsed.value, issues: []}
      : {value: undefined, issues: parsed.issues};
  },

  paste: (_parameter, text) => ({text: text.trim(), isPartial: false}),

  render(field) {
    const {parameter, isReadOnly, isDisabled} = field;
    const {text, isPartial} = field.raw as RawMoment;
    if (isZoned(parameter, text)) {
      return renderTextInput({
        ...field,
        raw: text,
        change: (update) =>
          field.change(() => ({text: update(text), isPartial: false})),
      });
    }
    const {min, max, step} = parameter as ShapeOf<DateParameter>;
    const aria = ariaOf(field);
    return html`<span class="with-button">
      <input
        id=${field.id}
        class="input"
        part="input"
        type=${PICKERS[parameter.paramType ?? ''] ?? 'text'}
        min=${min ?? nothing}
        max=${max ?? nothing}
        step=${step ?? nothing}
        ?readonly=${isReadOnly}
        ?disabled=${isDisabled}
        aria-label=${aria.label}
        aria-describedby=${aria.describedBy}
        aria-required=${aria.required}
        aria-invalid=${aria.invalid}
        .value=${isPartial ? nothing : live(text)}
        @input=${({target}: Event) => {
          const {value, validity} = target as HTMLInputElement;
          field.change(() => ({text: value, isPartial: validity.badInput}));
        }}
        @blur=${({target}: Event) => {
          const {value, validity} = target as HTMLInputElement;
          if (validity.badInput !== isPartial) {
            field.change(() => ({text: value, isPartial: validity.badInput}));
          }
          field.leave();
        }}
      />
      ${renderClear(field, {
        isShown: text !== '' || isPartial,
        empty: {text: '', isPartial: false},
      })}
    </span>`;
  },
};

function isZoned({paramType}: BaseParameter, text: string): boolean {
  return paramType === 'datetime' && ZONE.test(text);
}

function wordOf({paramType}: BaseParameter): string {
  return paramType === 'datetime' ? 'date and time' : (paramType ?? 'value');
}
