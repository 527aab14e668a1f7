import {trusted} from '@ls-annotation/plugins';

import {NAME_ATTRIBUTE} from '../text/node-path.js';

import {HIDDEN_SHEET, hideStyles, showStyles} from './hide-styles.js';
import type {Purifier} from './purifier.js';

/** A document before it is made safe. */
export interface PreparedDocument {
  /** Its body, in a page that does nothing. */
  readonly root: HTMLElement;
  /** What its style sheets say. */
  readonly css: string;
}

const HTML = 'http://www.w3.org/1999/xhtml';

/** Elements that leave with what is in them, as in Label Studio. */
const REMOVED = `script:not(${HIDDEN_SHEET}), iframe`;

/** Elements that are never seen, though text in them counts. */
const UNSEEN = new Set([
  ...['style', 'title', 'noscript', 'noembed', 'noframes', 'template'],
  ...['link', 'meta', 'base', 'basefont', 'bgsound', 'param', 'embed'],
]);

/** Elements in which a page with scripts sees text and no elements. */
const RAW = 'noscript, noembed, noframes';

/** Elements that would be safe, but take part in what the page does. */
const UNWANTED = new Set(['style', 'title', 'template', 'slot']);

const OUR_ATTRIBUTES = /^data-(?:ls-|skip-node$)/;

/**
 * Reads markup as browsers read it, into a page that loads and runs nothing,
 * and puts a `span` that stands for it in the place of every element which
 * would not be kept.
 */
export function prepareDocument(
  purifier: Purifier,
  markup: string,
  isInline: boolean,
): PreparedDocument {
  const root = isInline ? parseInline(markup) : parsePage(markup);
  const css = cssOf(isInline ? root : root.ownerDocument);
  showStyles(root);
  removeAll(root);
  removeOurAttributes(root);
  const allowed = allowedTags(purifier);
  for (const element of root.querySelectorAll('*')) {
    if (element.namespaceURI !== HTML) continue;
    const name = element.matches(HIDDEN_SHEET) ? 'style' : element.localName;
    if (!allowed[name] || UNWANTED.has(name))
      element.replaceWith(stub(element, name));
  }
  return {root, css};
}

function parsePage(markup: string): HTMLElement {
  const trustedMarkup = trusted().createHTML(hideStyles(markup));
  const page = new DOMParser().parseFromString(trustedMarkup, 'text/html');
  // A page of frames has no body.
  return page.querySelector('body') ?? page.createElement('body');
}

function parseInline(markup: string): HTMLElement {
  const page = document.implementation.createHTMLDocument('');
  const root = page.createElement('div');
  root.innerHTML = trusted().createHTML(hideStyles(markup));
  return root;
}

function cssOf(tree: ParentNode): string {
  return [...tree.querySelectorAll<HTMLScriptElement>(HIDDEN_SHEET)]
    .map((sheet) => {
      const media = sheet.getAttribute('media') ?? '';
      const css = sheet.textContent;
      return media === '' ? css : `@media ${media} {${css}\n}`;
    })
    .join('\n');
}

/** Comments leave too, so that the texts around them are one text again. */
function removeAll(root: HTMLElement): void {
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION,
  );
  const gone: ChildNode[] = [...root.querySelectorAll(REMOVED)];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    gone.push(node as Comment);
  }
  for (const node of gone) node.remove();
  root.normalize();
}

function removeOurAttributes(root: HTMLElement): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      if (OUR_ATTRIBUTES.test(name)) element.removeAttribute(name);
    }
  }
}

/** Returns what stands for an element that is known by a name. */
function stub(element: Element, name: string): HTMLElement {
  const made = element.ownerDocument.createElement('span');
  made.setAttribute(NAME_ATTRIBUTE, name);
  if (element.matches(RAW)) made.textContent = element.innerHTML;
  else made.append(...element.childNodes);
  if (UNSEEN.has(name)) made.style.setProperty('display', 'none', 'important');
  return made;
}

/** What the purifier keeps; it says so to hooks alone. */
function allowedTags(purifier: Purifier): Readonly<Record<string, boolean>> {
  let allowed: Readonly<Record<string, boolean>> = {};
  const hook = (_node: Node, event: {allowedTags: typeof allowed}): void => {
    ({allowedTags: allowed} = event);
  };
  purifier.addHook('uponSanitizeElement', hook);
  purifier.sanitize('<b></b>');
  purifier.removeHook('uponSanitizeElement', hook);
  return allowed;
}
