import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import {FloatParameter, toPointer} from '@ls-annotation/operators';
import type {NumberRange, RangeParameter} from '@ls-annotation/operators';

import {ariaOf} from './aria-of.js';
import type {Field, FieldControl, ShapeOf} from './field-control.js';
import {sliderStep} from './slider-control.js';
import {withUnit} from './text-control.js';

/** The two ends as they were typed. */
type RawRange = readonly [low: string, high: string];
type End = 0 | 1;

const END = new FloatParameter({name: 'end', required: false});
const WORDS = ['from', 'to'] as const;

/** Two numbers, with a slider for both when their bounds are known. */
export const rangeControl: FieldControl = {
  layout: 'group',

  start(_parameter, value) {
    const [low, high] = Array.isArray(value)
      ? (value as readonly number[])
      : [];
    return [String(low ?? ''), String(high ?? '')];
  },

  read(parameter, raw) {
    const ends = (raw as RawRange).map((text) => END.parse(text));
    const isRead = ends.every(({ok}) => ok);
    const value = ends.map((end) => (end.ok ? end.value : undefined));
    if (isRead && value.every((end) => end === undefined)) {
      return {value: undefined, issues: []};
    }
    if (isRead && !value.includes(undefined)) return {value, issues: []};
    return {
      value: undefined,
      issues: [
        {
          code: 'parameter/number',
          path: toPointer(parameter.name),
          message: 'Enter two numbers.',
        },
      ],
    };
  },

  render(field) {
    const {min, max, slider} = field.parameter as ShapeOf<RangeParameter>;
    const hasSlider = slider && min !== undefined && max !== undefined;
    return html`
      ${hasSlider ? renderSliders(field) : nothing}
      <span class="range-row">
        ${renderEnd(field, 0)}<span aria-hidden="true">–</span>
        ${withUnit(field, renderEnd(field, 1))}
      </span>
    `;
  },
};

function renderEnd(field: Field, end: End): TemplateResult {
  const aria = ariaOf(field);
  return html`<input
    id=${end === 0 ? field.id : `${field.id}-high`}
    class="input"
    part="input"
    type="text"
    autocomplete="off"
    ?readonly=${field.isReadOnly}
    ?disabled=${field.isDisabled}
    aria-label=${titleOf(field, end)}
    aria-describedby=${aria.describedBy}
    aria-required=${aria.required}
    aria-invalid=${aria.invalid}
    .value=${live((field.raw as RawRange)[end])}
    @input=${({target}: InputEvent) => set(field, end, target)}
    @blur=${({relatedTarget}: FocusEvent) => leave(field, relatedTarget)}
  />`;
}

/** Two sliders on one rail: a thumb never passes the other. */
function renderSliders(field: Field): TemplateResult {
  const {min = 0, max = 0} = field.parameter as ShapeOf<RangeParameter>;
  const [low, high] = limits(field);
  const share = (at: number): string =>
    `${String((100 * (at - min)) / (max - min || 1))}%`;
  return html`<span
    class="range-sliders"
    .style=${`--_low: ${share(low)}; --_high: ${share(high)}`}
  >
    ${renderSlider(field, 0)} ${renderSlider(field, 1)}
  </span>`;
}

function renderSlider(field: Field, end: End): TemplateResult {
  const parameter = field.parameter as ShapeOf<RangeParameter>;
  const {min = 0, max = 0} = parameter;
  const both = limits(field);
  return html`<input
    class="slider"
    part="slider"
    type="range"
    min=${min}
    max=${max}
    step=${sliderStep(parameter)}
    aria-label=${`${titleOf(field, end)}, slider`}
    ?disabled=${field.isDisabled || field.isReadOnly}
    .value=${live(String(both[end]))}
    @input=${({target}: InputEvent) => {
      const input = target as HTMLInputElement;
      const at = Number(input.value);
      const [low, high] = limits(field);
      const next = end === 0 ? Math.min(at, high) : Math.max(at, low);
      field.change(() =>
        end === 0 ? [String(next), String(high)] : [String(low), String(next)],
      );
    }}
    @change=${() => field.leave()}
  />`;
}

/** Both ends within the bounds; an end nobody gave is the bound. */
function limits({parameter, raw}: Field): NumberRange {
  const {min = 0, max = 0} = parameter as ShapeOf<RangeParameter>;
  const [low = min, high = max] = (raw as RawRange).map((text) => {
    const end = END.parse(text);
    const value = end.ok ? end.value : undefined;
    return value === undefined
      ? undefined
      : Math.min(max, Math.max(min, value));
  });
  return [low, Math.max(low, high)];
}

function set(field: Field, end: End, target: EventTarget | null): void {
  const {value} = target as HTMLInputElement;
  field.change((raw) => {
    const [low, high] = raw as RawRange;
    return end === 0 ? [value, high] : [low, value];
  });
}

/** It is left when both ends are. */
function leave({id, leave: done}: Field, next: EventTarget | null): void {
  const ids = [id, `${id}-high`];
  if (!(next instanceof HTMLElement) || !ids.includes(next.id)) done();
}

function titleOf({label, parameter}: Field, end: End): string {
  return `${label || parameter.title}, ${WORDS[end]}`;
}
