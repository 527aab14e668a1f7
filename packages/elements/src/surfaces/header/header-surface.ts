import {
  attributeFlag,
  attributeNumber,
  attributeText,
  resolveTagValue,
} from '@ls-annotation/core';

import {applyCssText} from '../dom/apply-css-text.js';
import {element} from '../dom/element.js';
import type {SurfaceFactory} from '../surface.js';

const LEVELS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** A `Header`: a heading of the level that `size` says. */
export const headerSurface: SurfaceFactory = (tag, context) => {
  const size = Math.round(attributeNumber(tag, 'size', 4));
  const level = LEVELS[Math.min(Math.max(size, 1), LEVELS.length) - 1] ?? 'h4';
  const underline = attributeFlag(tag, 'underline');
  const header = element(level, {
    class: `lsf-header${underline ? ' lsf-header_underline' : ''}`,
    text: String(resolveTagValue(tag, context.data)),
  });
  applyCssText(header, attributeText(tag, 'style'));
  return header;
};
