import {attributeNumber, attributeText} from '@ls-annotation/core';

import {toAriaKeyShortcuts} from '../../hotkeys/key-chord.js';
import {ControlFrame} from '../control/control-frame.js';
import {element} from '../dom/element.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceFactory} from '../surface.js';

import {ratingStyles} from './rating.styles.js';

const SIGNS: Readonly<Record<string, string>> = {
  fire: '🔥',
  heart: '♥',
  smile: '☻',
  star: '★',
};

/**
 * A `Rating`: a group of radio buttons that look like stars. Choosing the
 * chosen one again takes the rating back.
 */
export const ratingSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, ratingStyles));
  const frame = new ControlFrame(tag, context);
  const most = Math.max(1, Math.round(attributeNumber(tag, 'maxRating', 5)));
  const hotkey = context.hotkeyOf(tag);
  const {root} = frame;
  root.classList.add('lsf-rating');
  root.role = 'radiogroup';
  root.dataset.size = attributeText(tag, 'size');
  root.setAttribute('aria-keyshortcuts', toAriaKeyShortcuts(hotkey));
  if (hotkey === '') root.removeAttribute('aria-keyshortcuts');

  let current = 0;
  const rate = (rating: number): void => {
    context.session.actions.setClassification(
      tag.name,
      rating === 0 ? undefined : rating,
      frame.place,
    );
  };
  const inputs = Array.from({length: most}, (_, index) => {
    const rating = index + 1;
    const input = element('input', {
      class: 'lsf-rating__input',
      attributes: {
        type: 'radio',
        name: `${context.displayId}-${tag.key}`,
        'aria-label': rating === 1 ? '1 star' : `${String(rating)} stars`,
      },
    });
    let isTakenBack = false;
    context.listen(input, 'click', () => {
      isTakenBack = current === rating;
      if (isTakenBack) rate(0);
    });
    context.listen(input, 'change', () => {
      if (!isTakenBack) rate(rating);
      isTakenBack = false;
      show(current);
    });
    frame.fields.push(input);
    return input;
  });
  const sign = SIGNS[attributeText(tag, 'icon')] ?? '★';
  root.append(
    ...inputs.map((input) =>
      element(
        'label',
        {class: 'lsf-rating__star'},
        input,
        element('span', {
          class: 'lsf-rating__sign',
          attributes: {'aria-hidden': 'true'},
          text: sign,
        }),
      ),
    ),
  );

  const proposed = attributeNumber(tag, 'defaultValue', 0);
  function show(rating: number): void {
    current = rating;
    const lit = rating === 0 ? proposed : rating;
    root.classList.toggle('lsf-rating_proposed', rating === 0 && lit > 0);
    for (const [index, input] of inputs.entries()) {
      input.checked = index + 1 === rating;
      input.parentElement?.classList.toggle(
        'lsf-rating__star_lit',
        index < lit,
      );
    }
  }
  frame.onValue((value) => {
    show(Number(value ?? 0));
  });
  if (hotkey !== '') {
    const next = (): boolean => {
      if (!root.checkVisibility()) return false;
      rate((current + 1) % (most + 1));
      return true;
    };
    context.add(
      context.hotkeys.bind(hotkey, next, {description: `Rate ${frame.label}`}),
    );
  }
  frame.connect();
  return root;
};
