import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import type {SurfaceFactory} from '../surface.js';

/**
 * A calm word in place of a tag that is not known or not built. What results
 * say with it is kept; tags inside it that are known are shown.
 */
export const noticeSurface: SurfaceFactory = (tag, context) => {
  const notice = noticeElement(
    tag,
    'is not supported here. What was said with it is kept.',
  );
  if (tag.definition.role !== 'unknown' || tag.children.length === 0) {
    return notice;
  }
  const group = element('div', {class: 'lsf-notice-group'}, notice);
  context.renderChildren(tag, group);
  return group;
};

/** Makes a notice that says something of a tag. */
export function noticeElement(tag: ConfigTag, message: string): HTMLElement {
  const name = tag.name === '' ? '' : ` “${tag.name}”`;
  return element(
    'div',
    {class: 'lsf-notice', attributes: {role: 'note'}},
    element('code', {class: 'lsf-notice__tag', text: `<${tag.tagName}>`}),
    element('span', {class: 'lsf-notice__text', text: `${name} ${message}`}),
  );
}
