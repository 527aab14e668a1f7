import {marked} from 'marked';

import {hideStyles} from '../../surfaces/markup/hide-styles.js';
import {loadPurifier} from '../../surfaces/markup/purifier.js';

const ALLOWED_TAGS = [
  ...['p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'hr'],
  ...['ul', 'ol', 'li', 'a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'kbd', 'sub', 'sup'],
];
const SAFE_ADDRESS = /^(?:https?|mailto):/i;

/**
 * Returns the HTML of markdown with nothing in it but words and links: no
 * image is loaded, no style, no script; links open a page of their own.
 */
export async function safeMarkdown(text: string): Promise<string> {
  const purifier = await loadPurifier();
  const content = purifier.sanitize(
    hideStyles(marked.parse(text, {async: false})),
    {
      ALLOWED_TAGS,
      ALLOWED_ATTR: ['href', 'align', 'start'],
      ALLOW_DATA_ATTR: false,
      ALLOWED_URI_REGEXP: SAFE_ADDRESS,
      RETURN_DOM_FRAGMENT: true,
    },
  );
  for (const link of content.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  const holder = document.createElement('div');
  holder.append(content);
  return holder.innerHTML;
}
