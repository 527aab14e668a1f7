import {
  attributeText,
  hasVisibilityRule,
  isTagVisible,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {applyCssText} from '../dom/apply-css-text.js';
import {element, setShown} from '../dom/element.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

/** A `View`: one `div`, its children right inside. */
export const viewSurface: SurfaceFactory = (tag, context) => {
  const view = element('div', {
    class: attributeText(tag, 'className'),
    attributes: {id: attributeText(tag, 'idAttr')},
  });
  if (attributeText(tag, 'display') === 'inline') {
    view.style.display = 'inline-block';
    view.style.marginInlineEnd = '1rem';
  }
  applyCssText(view, attributeText(tag, 'style'));
  context.renderChildren(tag, view);
  followVisibility(tag, context, view);
  return view;
};

/** Hides an element while a tag's own conditions, or those around it, do. */
export function followVisibility(
  tag: ConfigTag,
  context: SurfaceContext,
  target: HTMLElement,
): void {
  if (!hasVisibilityRule(tag)) return;
  const {display} = target.style;
  context.watch(
    (state) => isTagVisible(context.config, state, tag),
    (isVisible) => {
      setShown(target, isVisible);
      if (isVisible && display !== '') target.style.display = display;
    },
  );
}
