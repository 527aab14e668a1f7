import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';

import type {NumberParameter} from '@ls-annotation/operators';

import type {FieldControl, ShapeOf} from './field-control.js';
import {readText, renderTextInput, toText, withUnit} from './text-control.js';

/**
 * A slider with the number beside it. The number is the value: it may be typed
 * finer than the slider's steps, and be empty.
 */
export const sliderControl: FieldControl = {
  layout: 'stacked',
  start: (_parameter, value) => toText(value),
  read: readText,
  paste: (_parameter, text) => text,

  render(field) {
    const {raw, isReadOnly, isDisabled} = field;
    const parameter = field.parameter as ShapeOf<NumberParameter>;
    const {min = 0, max = 0, unit = ''} = parameter;
    const {value} = readText(parameter, raw);
    const isSet = typeof value === 'number';
    const title = field.label || parameter.title;
    return html`<span class="slider-row">
      <input
        class="slider"
        part="slider"
        type="range"
        min=${min}
        max=${max}
        step=${sliderStep(parameter)}
        aria-label=${`${title}, slider`}
        aria-valuetext=${isSet ? `${String(value)} ${unit}`.trim() : 'Not set'}
        aria-describedby=${field.describedBy || nothing}
        ?disabled=${isDisabled || isReadOnly}
        .value=${live(String(isSet ? value : min))}
        @input=${({target}: InputEvent) =>
          field.change(() => (target as HTMLInputElement).value)}
        @change=${() => field.leave()}
      />
      <span class="slider-number">
        ${withUnit(field, renderTextInput(field))}
      </span>
    </span>`;
  },
};

/** Returns how far one step of a slider leads. */
export function sliderStep({
  paramType,
  min = 0,
  max = 0,
  step,
  multipleOf,
}: Pick<NumberParameter, 'min' | 'max' | 'step'> & {
  readonly paramType: string | null;
  readonly multipleOf?: number | undefined;
}): number | 'any' {
  const given = step ?? multipleOf;
  if (given !== undefined) return given;
  if (paramType === 'int') return 1;
  const hundredth = (max - min) / 100;
  return hundredth > 0 ? Number(hundredth.toPrecision(1)) : 'any';
}
