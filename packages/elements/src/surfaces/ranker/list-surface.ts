import {attributeText, resolveValue} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceFactory} from '../surface.js';

import {listItems} from './list-items.js';
import {itemContent} from './ranker-item.js';
import {rankerStyles} from './ranker.styles.js';

/** A `List`: its items; nothing when a `Ranker` shows them. */
export const listSurface: SurfaceFactory = (tag, context) => {
  const controls = context.config.controlsOf(tag.name);
  if (controls.some(({type}) => type === 'ranker')) return null;
  context.add(adoptStyles(context.host, rankerStyles));
  const title = String(resolveValue(attributeText(tag, 'title'), context.data));
  const items = [...listItems(tag, context.data).values()];
  return element(
    'div',
    {class: 'lsf-object lsf-list'},
    title === ''
      ? null
      : element('div', {class: 'lsf-list__title', text: title}),
    element(
      'ul',
      {class: 'lsf-ranker__items'},
      ...items.map((item) =>
        element(
          'li',
          {class: 'lsf-ranker__item htx-ranker-item'},
          itemContent(item),
        ),
      ),
    ),
  );
};
