import {trusted} from '@ls-annotation/plugins';

import {hideStyles} from '../surfaces/markup/hide-styles.js';

const BLOCKS = 'p, div, li, br, h1, h2, h3, h4, h5, h6, tr, pre, blockquote';

/**
 * Returns the text of markup, each block on lines of its own. Instructions of
 * projects are HTML; nothing of it is run or fetched.
 */
export function markupToText(markup: string): string {
  const {body} = new DOMParser().parseFromString(
    trusted().createHTML(hideStyles(markup)),
    'text/html',
  );
  for (const unseen of body.querySelectorAll('script, style')) unseen.remove();
  for (const block of body.querySelectorAll(BLOCKS)) block.after('\n');
  return body.textContent.trim();
}
