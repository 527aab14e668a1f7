import {attributeFlag, attributeText} from '@ls-annotation/core';
import type {ChoiceState, ConfigTag} from '@ls-annotation/core';

import {toAriaKeyShortcuts} from '../../hotkeys/key-chord.js';
import {applyCssText} from '../dom/apply-css-text.js';
import {element} from '../dom/element.js';
import type {SurfaceContext} from '../surface.js';

/** How a choice is made. */
export interface ChoiceElementOptions {
  /** Kind of input. */
  readonly type: 'checkbox' | 'radio';
  /** Name that the inputs of one control share. */
  readonly group: string;
  /** Called when a person clicks it. */
  readonly toggle: () => void;
}

/** One choice on the page. */
export interface ChoiceElement {
  /** The tag it is for. */
  readonly tag: ConfigTag;
  /** Its root element. */
  readonly root: HTMLElement;
  /** Its native input. */
  readonly input: HTMLInputElement;
  /** Has it show whether it is chosen. */
  setState(state: ChoiceState): void;
}

/**
 * Makes a choice: a native input with its label.
 *
 * The store says what is chosen. A click asks for a change, and the input
 * shows what came of it.
 */
export function choiceElement(
  tag: ConfigTag,
  context: SurfaceContext,
  {type, group, toggle}: ChoiceElementOptions,
): ChoiceElement {
  const hotkey = context.hotkeyOf(tag);
  const input = element('input', {
    class: 'lsf-choice__input',
    attributes: {
      type,
      name: group,
      'aria-keyshortcuts': toAriaKeyShortcuts(hotkey) || null,
      disabled: attributeFlag(tag, 'readonly'),
    },
  });
  const root = element(
    'label',
    {
      class: 'lsf-choice',
      attributes: {title: attributeText(tag, 'hint') || null},
    },
    input,
    element('span', {class: 'lsf-choice__text', text: tag.value}),
    hotkey === ''
      ? null
      : element('span', {
          class: 'lsf-choice__hotkey lsf-hotkey',
          attributes: {'aria-hidden': 'true'},
          text: hotkey,
        }),
  );
  applyCssText(root, attributeText(tag, 'style'));
  let current: ChoiceState = 'off';
  const setState = (state: ChoiceState): void => {
    current = state;
    input.checked = state === 'on';
    input.indeterminate = state === 'mixed';
    root.classList.toggle('lsf-choice_selected', state === 'on');
  };
  let isLetGo = false;
  context.listen(input, 'click', () => {
    // Radio buttons cannot be let go of by themselves.
    isLetGo = type === 'radio' && current === 'on';
    if (isLetGo) toggle();
  });
  context.listen(input, 'change', () => {
    if (!isLetGo) toggle();
    isLetGo = false;
    setState(current);
  });
  if (hotkey !== '') bindHotkey(hotkey, tag, input, context);
  return {tag, root, input, setState};
}

function bindHotkey(
  hotkey: string,
  tag: ConfigTag,
  input: HTMLInputElement,
  context: SurfaceContext,
): void {
  const press = (): unknown => {
    if (input.disabled || !input.checkVisibility()) return false;
    input.click();
    return true;
  };
  context.add(
    context.hotkeys.bind(hotkey, press, {description: `Choose ${tag.value}`}),
  );
}
