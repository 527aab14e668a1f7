import type {Purifier} from './purifier.js';
import {prepareDocument} from './prepare-document.js';

/** What goes before the ids of a document that is a page of its own. */
export const ID_PREFIX = 'user-content-';

/** How a document is made safe. */
export interface DocumentOptions {
  /**
   * True for markup that is to be a part of the page; its ids are kept. Other
   * markup is a page of its own.
   */
  readonly isInline: boolean;
  /** True when its links may be followed. */
  readonly hasLinks: boolean;
}

/** A document that is safe to be put into a page. */
export interface SafeDocument {
  /** What is in its body. */
  readonly content: DocumentFragment;
  /** Its style sheets, not scoped. */
  readonly css: string;
  /** Its body without what is in it, for class, style and direction. */
  readonly body: HTMLElement;
}

const CONFIG = {
  IN_PLACE: true,
  FORBID_TAGS: ['style', 'template', 'slot'],
  FORBID_ATTR: [
    ...['action', 'formaction', 'method', 'enctype', 'novalidate'],
    ...['autoplay', 'autofocus', 'tabindex', 'nonce', 'inert', 'list'],
    ...['popover', 'popovertarget', 'popovertargetaction', 'command'],
    ...['commandfor', 'slot', 'part', 'exportparts', 'draggable'],
  ],
} as const;

const FIELDS = 'button, input, select, textarea';
const OUR_CLASSES = /^(?:lsf|htx|ls)-/;
const REFERENCES = [
  ...['for', 'headers', 'aria-labelledby', 'aria-describedby'],
  ...['aria-controls', 'aria-owns', 'aria-details', 'aria-flowto'],
];

/**
 * Returns a document that does nothing: no script, no handler, no frame, no
 * field that takes input, no address but of safe schemes, none of our own
 * classes.
 *
 * Its nodes stay countable as in Label Studio: what cannot be kept is replaced
 * by an element that stands for it (see `NodePaths`), with its text where that
 * counts. Scripts and frames go, as they do there.
 */
export function sanitizeDocument(
  purifier: Purifier,
  markup: string,
  options: DocumentOptions,
): SafeDocument {
  const {root, css} = prepareDocument(purifier, markup, options.isInline);
  purifier.sanitize(root, {
    ...CONFIG,
    FORBID_TAGS: [...CONFIG.FORBID_TAGS],
    FORBID_ATTR: [...CONFIG.FORBID_ATTR],
    SANITIZE_NAMED_PROPS: !options.isInline,
  });
  const elements = [root, ...root.querySelectorAll('*')];
  for (const element of elements) finish(element, options);
  const content = root.ownerDocument.createDocumentFragment();
  content.append(...root.childNodes);
  return {content, css, body: root};
}

function finish(element: Element, options: DocumentOptions): void {
  removeOurClasses(element);
  if (!options.isInline) prefixReferences(element);
  if (element.matches(FIELDS)) element.setAttribute('disabled', '');
  if (element.matches('a, area')) finishLink(element, options.hasLinks);
  if (element.matches('a, img')) element.setAttribute('draggable', 'false');
}

function removeOurClasses(element: Element): void {
  for (const name of [...element.classList]) {
    if (OUR_CLASSES.test(name)) element.classList.remove(name);
  }
}

function prefixReferences(element: Element): void {
  for (const name of REFERENCES) {
    const ids = element.getAttribute(name);
    if (ids === null) continue;
    const prefixed = ids
      .split(/\s+/)
      .filter((id) => id !== '')
      .map((id) => ID_PREFIX + id);
    element.setAttribute(name, prefixed.join(' '));
  }
  for (const name of ['href', 'usemap']) {
    const target = element.getAttribute(name);
    if (!target?.startsWith('#') || target === '#') continue;
    element.setAttribute(name, `#${ID_PREFIX}${target.slice(1)}`);
  }
}

/** A link that is not to be followed must not be in the way of the keyboard. */
function finishLink(link: Element, isFollowed: boolean): void {
  if (!isFollowed) {
    link.setAttribute('tabindex', '-1');
    return;
  }
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
}
