import {
  attributeFlag,
  attributeText,
  labelColor,
  optionsOf,
  resultOf,
  selectedRegion,
  storedValue,
} from '@ls-annotation/core';
import type {AnnotationState, ConfigTag} from '@ls-annotation/core';

import {toAriaKeyShortcuts} from '../../hotkeys/key-chord.js';
import {parseColor, readableOn} from '../dom/css-color.js';
import {isEditable} from '../control/control-frame.js';
import {setOptionMaker} from '../control/option-makers.js';
import {element, setAttribute} from '../dom/element.js';
import {RovingFocus} from '../dom/roving-focus.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';
import {followVisibility} from '../view/view-surface.js';

/**
 * A `Labels` tag, or one of its kin: a toolbar of toggle buttons.
 *
 * While one region of its object is selected the buttons say and change that
 * region's labels; otherwise they choose what the next region gets.
 */
export const labelsSurface: SurfaceFactory = (tag, context) => {
  const isInline = attributeFlag(tag, 'showInline');
  const toolbar = element('div', {
    class: `lsf-labels${isInline ? ' lsf-labels_inline' : ''}`,
    attributes: {role: 'toolbar', 'aria-label': `Labels “${tag.name}”`},
  });
  setOptionMaker(context, tag, (label) => labelElement(label, tag, context));
  context.renderChildren(tag, toolbar);
  const labels = optionsOf(tag);
  const buttons = [
    ...toolbar.querySelectorAll<HTMLElement>('.lsf-label_clickable'),
  ];
  new RovingFocus(toolbar, () => buttons, context);
  context.watch(
    (state) => chosenKey(tag, state),
    () => {
      const chosen = chosenLabels(tag, context.state());
      for (const [index, button] of buttons.entries()) {
        const label = labels[index];
        if (label) setPressed(button, chosen.includes(storedValue(label)));
      }
    },
  );
  context.watch(
    (state) => isEditable(tag, state),
    (canEdit) => {
      setAttribute(toolbar, 'aria-disabled', canEdit ? null : 'true');
    },
  );
  followVisibility(tag, context, toolbar);
  return toolbar;
};

function labelElement(
  label: ConfigTag,
  control: ConfigTag,
  context: SurfaceContext,
): HTMLElement {
  const hotkey = context.hotkeyOf(label);
  const color = safeColor(labelColor(label));
  const button = element(
    'span',
    {
      class: 'lsf-label lsf-label_clickable',
      attributes: {
        role: 'button',
        'aria-pressed': 'false',
        'aria-keyshortcuts': toAriaKeyShortcuts(hotkey) || null,
        title: attributeText(label, 'hint') || null,
        tabindex: -1,
      },
    },
    element('span', {class: 'lsf-label__text', text: labelText(label)}),
    hotkey === ''
      ? null
      : element('span', {
          class: 'lsf-label__hotkey lsf-hotkey',
          attributes: {'aria-hidden': 'true'},
          text: hotkey,
        }),
  );
  button.style.setProperty('--_color', color);
  button.style.setProperty('--_ink', readableOn(color));
  const toggle = (): void => {
    context.session.actions.toggleLabel(control.name, storedValue(label));
  };
  context.listen(button, 'click', toggle);
  context.listen(button, 'keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    button.click();
  });
  if (hotkey !== '') {
    context.add(
      context.hotkeys.bind(
        hotkey,
        () => (button.checkVisibility() ? button.click() : false),
        {description: `Label ${label.value}`},
      ),
    );
  }
  return button;
}

function labelText(label: ConfigTag): string {
  const alias = attributeText(label, 'alias');
  const isShown = alias !== '' && attributeFlag(label, 'showAlias');
  return isShown ? `${label.value} ${alias}` : label.value;
}

function safeColor(color: string): string {
  return parseColor(color) ? color : '#868d9b';
}

function setPressed(button: HTMLElement, isPressed: boolean): void {
  button.ariaPressed = String(isPressed);
  button.classList.toggle('lsf-label_selected', isPressed);
}

/** The labels that the buttons say are chosen. */
function chosenLabels(
  control: ConfigTag,
  state: AnnotationState,
): readonly string[] {
  const region = selectedRegion(state);
  if (region && control.toName.includes(region.object)) {
    const value = resultOf(region, control)?.value;
    return Array.isArray(value) ? value.map(String) : [];
  }
  return state.session.activeLabels[control.name] ?? [];
}

/** One text that changes when {@link chosenLabels} does. */
function chosenKey(control: ConfigTag, state: AnnotationState): string {
  return JSON.stringify(chosenLabels(control, state));
}
