import {attributeFlag, attributeNumber} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {toAriaKeyShortcuts} from '../../hotkeys/key-chord.js';
import {ControlFrame} from '../control/control-frame.js';
import {element} from '../dom/element.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {numberStyles} from './number.styles.js';

/**
 * A `Number`: a number field, or a slider that says its value.
 *
 * A default is shown, and becomes a result when the annotation is saved.
 */
export const numberSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, numberStyles));
  const frame = new ControlFrame(tag, context);
  const isSlider = attributeFlag(tag, 'slider');
  const hotkey = context.hotkeyOf(tag);
  const input = element('input', {
    class: isSlider ? 'lsf-number__slider' : 'lsf-number__input lsf-input',
    attributes: {
      type: isSlider ? 'range' : 'number',
      name: tag.name,
      min: attributeNumber(tag, 'min'),
      max: attributeNumber(tag, 'max'),
      step: attributeNumber(tag, 'step') ?? (isSlider ? null : 'any'),
      'aria-label': frame.label,
      'aria-keyshortcuts': toAriaKeyShortcuts(hotkey) || null,
    },
  });
  const output = isSlider
    ? element('output', {
        class: 'lsf-number__output',
        attributes: {'aria-hidden': 'true'},
      })
    : null;
  frame.root.classList.add('lsf-number');
  frame.root.append(input);
  if (output) frame.root.append(output);
  frame.fields.push(input);
  frame.connect();
  followValue(tag, context, frame, input, output);
  if (hotkey !== '') {
    const focus = (): boolean => {
      if (!input.checkVisibility()) return false;
      input.focus();
      return true;
    };
    context.add(
      context.hotkeys.bind(hotkey, focus, {
        description: `Go to ${frame.label}`,
      }),
    );
  }
  return frame.root;
};

function followValue(
  tag: ConfigTag,
  context: SurfaceContext,
  frame: ControlFrame,
  input: HTMLInputElement,
  output: HTMLOutputElement | null,
): void {
  const proposed = attributeNumber(tag, 'defaultValue');
  context.listen(input, 'input', () => {
    if (output) output.value = input.value;
    // Half a number, such as `1e`, is not one yet; it stays in the field.
    if (input.validity.badInput) return;
    context.session.actions.setClassification(
      tag.name,
      input.value === '' ? undefined : input.valueAsNumber,
      frame.place,
      {mergeKey: `number:${tag.name}:${frame.regionId}`},
    );
  });
  frame.onValue((value) => {
    const shown = typeof value === 'number' ? value : (proposed ?? '');
    frame.root.classList.toggle('lsf-number_proposed', value === undefined);
    const isTyping = document.activeElement === input && value === undefined;
    if (!isTyping && input.valueAsNumber !== shown) input.value = String(shown);
    if (output) output.value = value === undefined ? '–' : input.value;
  });
}
