import {element} from '../dom/element.js';
import type {SurfaceFactory} from '../surface.js';

import {scopeCss} from './scope-css.js';

/**
 * A `Style`: a real `<style>` element at its place in the tree, whose rules
 * reach this host alone. A page's nonce on the host is carried over.
 */
export const styleSurface: SurfaceFactory = (tag, context) => {
  const style = element('style');
  const {nonce} = context.host;
  if (nonce) style.nonce = nonce;
  style.textContent = scopeCss(tag.value, context.hostSelector);
  return style;
};
