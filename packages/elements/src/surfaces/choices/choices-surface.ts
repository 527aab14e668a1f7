import {
  attributeFlag,
  attributeText,
  choiceState,
  choiceValue,
  choiceValues,
  isMultiple,
  isNested,
  selectableChoices,
} from '@ls-annotation/core';
import type {ChoiceValue, ConfigTag} from '@ls-annotation/core';

import {ControlFrame} from '../control/control-frame.js';
import {setOptionMaker} from '../control/option-makers.js';
import {element} from '../dom/element.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {choiceElement} from './choice-element.js';
import type {ChoiceElement} from './choice-element.js';

/**
 * A `Choices` tag: check boxes, radio buttons or a list, each with its label.
 */
export const choicesSurface: SurfaceFactory = (tag, context) => {
  const frame = new ControlFrame(tag, context);
  const layout = layoutOf(tag);
  frame.root.classList.add('lsf-choices', `lsf-choices_layout_${layout}`);
  if (layout === 'select') renderSelect(tag, context, frame);
  else renderChoices(tag, context, frame);
  frame.connect();
  return frame.root;
};

type Layout = 'inline' | 'vertical' | 'select';

function layoutOf(tag: ConfigTag): Layout {
  const layout = attributeText(tag, 'layout');
  if (layout === 'select') return layout;
  const isInline = layout === 'inline' || attributeFlag(tag, 'showInline');
  return isInline ? 'inline' : 'vertical';
}

function renderChoices(
  tag: ConfigTag,
  context: SurfaceContext,
  frame: ControlFrame,
): void {
  const isRadio = attributeText(tag, 'choice') === 'single-radio';
  frame.root.role = isRadio ? 'radiogroup' : 'group';
  const choices: ChoiceElement[] = [];
  setOptionMaker(context, tag, makeChoice);
  context.renderChildren(tag, frame.root);

  frame.onValue((value) => {
    const chosen = choiceValues(value);
    for (const choice of choices) {
      choice.setState(choiceState(tag, chosen, choice.tag));
    }
  });

  function makeChoice(option: ConfigTag): Element {
    const choice = choiceElement(option, context, {
      type: isRadio ? 'radio' : 'checkbox',
      group: `${context.displayId}-${tag.key}`,
      toggle: () => {
        context.session.actions.toggleChoice(
          tag.name,
          choiceValue(tag, option),
          frame.place,
        );
      },
    });
    choices.push(choice);
    frame.fields.push(choice.input);
    if (!isNested(tag) || option.children.length === 0) return choice.root;
    const inner = element('div', {class: 'lsf-choice__children'});
    context.renderChildren(option, inner);
    return element('div', {class: 'lsf-choice-group'}, choice.root, inner);
  }
}

function renderSelect(
  tag: ConfigTag,
  context: SurfaceContext,
  frame: ControlFrame,
): void {
  const options = selectableChoices(tag);
  const select = element('select', {
    class: 'lsf-choices__select lsf-input',
    attributes: {
      'aria-label': frame.label,
      multiple: isMultiple(tag),
      size: isMultiple(tag) ? Math.min(options.length, 6) : null,
    },
  });
  if (!isMultiple(tag)) select.append(element('option', {text: ''}));
  const made = options.map((option) =>
    element('option', {text: optionText(tag, option)}),
  );
  select.append(...made);
  frame.root.append(select);
  frame.fields.push(select);
  context.listen(select, 'change', () => {
    const chosen = options
      .filter((_, index) => made[index]?.selected)
      .map((option) => choiceValue(tag, option));
    context.session.actions.setClassification(
      tag.name,
      chosen.length === 0 ? undefined : chosen,
      frame.place,
    );
  });
  frame.onValue((value) => {
    const chosen: readonly ChoiceValue[] = choiceValues(value);
    for (const [index, option] of options.entries()) {
      const item = made[index];
      if (item) item.selected = choiceState(tag, chosen, option) === 'on';
    }
    if (chosen.length === 0) select.selectedIndex = isMultiple(tag) ? -1 : 0;
  });
}

function optionText(tag: ConfigTag, option: ConfigTag): string {
  const value = choiceValue(tag, option);
  if (typeof value === 'string') return option.value;
  return '\u2003'.repeat(value.length - 1) + option.value;
}
