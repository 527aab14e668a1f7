import {colorOfText} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {BREAK_ATTRIBUTE} from '../text/text-index.js';

import type {Paragraph} from './read-paragraphs.js';

/**
 * Makes a paragraph: the name of who says it, which counts as a line break
 * and not as text, and what is said as one text node.
 */
export function paragraphElement({author, text}: Paragraph): HTMLElement {
  const made = element(
    'div',
    {class: 'lsf-paragraphs__phrase'},
    element('span', {
      class: 'lsf-paragraphs__name',
      attributes: {[BREAK_ATTRIBUTE]: true, 'data-skip-node': 'true'},
      text: author,
    }),
    element('span', {class: 'lsf-paragraphs__text', text}),
  );
  made.style.setProperty('--_author', colorOfText(author));
  return made;
}
