import type {Disposer} from '@ls-annotation/core';

import {choicesStyles} from './choices/choices.styles.js';
import {iconStyles} from './dom/icon.styles.js';
import {editorStyles} from './editor.styles.js';
import {headerStyles} from './header/header.styles.js';
import {labelsStyles} from './labels/labels.styles.js';
import {noticeStyles} from './notice/notice.styles.js';
import {linkingStyles} from './relations/linking.styles.js';

/**
 * Styles of the surfaces that are always there. Every rule is scoped to the
 * host's tag with `:where()`, so it weighs as much as its class alone. A
 * surface that is loaded on first use adopts its own.
 */
const SURFACE_STYLES = [
  editorStyles,
  iconStyles,
  linkingStyles,
  headerStyles,
  noticeStyles,
  labelsStyles,
  choicesStyles,
].join('\n');

interface Adoption {
  readonly sheet: CSSStyleSheet;
  users: number;
}

const adoptions = new WeakMap<DocumentOrShadowRoot, Map<string, Adoption>>();

/**
 * Has the styles of the labeling interface apply in the tree that `host` is
 * in: the document, or the shadow root around it.
 *
 * They are there once however many hosts ask, and go with the last of them.
 */
export function adoptSurfaceStyles(host: Element): Disposer {
  return adoptStyles(host, SURFACE_STYLES);
}

/** Has `css` apply as {@link adoptSurfaceStyles} has the common styles. */
export function adoptStyles(host: Element, css: string): Disposer {
  const tree = host.getRootNode();
  if (!('adoptedStyleSheets' in tree)) return () => undefined;
  return adopt(tree as unknown as DocumentOrShadowRoot, css);
}

function adopt(tree: DocumentOrShadowRoot, css: string): Disposer {
  const adopted = adoptions.get(tree) ?? new Map<string, Adoption>();
  adoptions.set(tree, adopted);
  const adoption = adopted.get(css) ?? {sheet: toSheet(css), users: 0};
  adopted.set(css, adoption);
  if (adoption.users === 0) tree.adoptedStyleSheets.push(adoption.sheet);
  adoption.users += 1;
  let isUsed = true;
  return () => {
    if (!isUsed) return;
    isUsed = false;
    adoption.users -= 1;
    if (adoption.users === 0) remove(tree, adoption.sheet);
  };
}

function remove(tree: DocumentOrShadowRoot, sheet: CSSStyleSheet): void {
  const index = tree.adoptedStyleSheets.indexOf(sheet);
  if (index !== -1) tree.adoptedStyleSheets.splice(index, 1);
}

function toSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
