import {attributeFlag, resolveTagValue} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {validityOf} from '../control/validity.js';
import {element} from '../dom/element.js';
import {surfaceIcon} from '../dom/icon.js';
import {isInside} from '../dom/is-inside.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {collapseStyles} from './collapse.styles.js';

/**
 * A `Collapse`: its panels one below the other, each a heading that opens and
 * closes what it stands over; as an accordion one at a time.
 *
 * A panel opens by itself when something in it keeps the annotation from
 * being saved.
 */
export const collapseSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, collapseStyles));
  const isBordered = attributeFlag(tag, 'bordered');
  const root = element('div', {
    class: `lsf-collapse${isBordered ? ' lsf-collapse_bordered' : ''}`,
  });
  context.renderChildren(tag, root);
  return root;
};

/** A `Panel` of a `Collapse`. */
export const panelSurface: SurfaceFactory = (tag, context) => {
  const content = element('div', {class: 'lsf-collapse__content'});
  const panel = element(
    'details',
    {
      class: 'lsf-collapse__panel',
      attributes: {name: accordionOf(tag, context), open: isOpen(tag)},
    },
    element(
      'summary',
      {class: 'lsf-collapse__header'},
      surfaceIcon('chevron'),
      element('span', {
        class: 'lsf-collapse__title',
        text: String(resolveTagValue(tag, context.data)),
      }),
    ),
    content,
  );
  context.renderChildren(tag, content);
  validityOf(context).onRefused((issue) => {
    if (isInside(issue.tag, tag)) panel.open = true;
  });
  return panel;
};

/** Of panels with the same name the browser keeps one open at most. */
function accordionOf(tag: ConfigTag, context: SurfaceContext): string | null {
  const {parent} = tag;
  if (!parent || !attributeFlag(parent, 'accordion')) return null;
  return `${context.displayId}-${parent.key}`;
}

function isOpen(tag: ConfigTag): boolean {
  if (attributeFlag(tag, 'open')) return true;
  const {parent} = tag;
  if (!parent || !attributeFlag(parent, 'open')) return false;
  return !attributeFlag(parent, 'accordion') || parent.children[0] === tag;
}
