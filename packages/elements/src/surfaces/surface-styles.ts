import type {Disposer} from '@ls-annotation/core';

import {choicesStyles} from './choices/choices.styles.js';
import {dateTimeStyles} from './date-time/date-time.styles.js';
import {editorStyles} from './editor.styles.js';
import {headerStyles} from './header/header.styles.js';
import {imageStyles} from './image/image.styles.js';
import {labelsStyles} from './labels/labels.styles.js';
import {noticeStyles} from './notice/notice.styles.js';
import {numberStyles} from './number/number.styles.js';
import {ratingStyles} from './rating/rating.styles.js';
import {taxonomyStyles} from './taxonomy/taxonomy.styles.js';
import {textAreaStyles} from './text-area/text-area.styles.js';
import {textStyles} from './text/text.styles.js';

/**
 * Styles of the labeling interface. Every rule is scoped to the host's tag
 * with `:where()`, so it weighs as much as its class alone.
 */
const SURFACE_STYLES: readonly string[] = [
  editorStyles,
  headerStyles,
  noticeStyles,
  textStyles,
  labelsStyles,
  choicesStyles,
  taxonomyStyles,
  textAreaStyles,
  ratingStyles,
  numberStyles,
  dateTimeStyles,
  imageStyles,
];

interface Adoption {
  readonly sheet: CSSStyleSheet;
  users: number;
}

const adoptions = new WeakMap<DocumentOrShadowRoot, Adoption>();

/**
 * Has the styles of the labeling interface apply in the tree that `host` is
 * in: the document, or the shadow root around it.
 *
 * They are there once however many hosts ask, and go with the last of them.
 */
export function adoptSurfaceStyles(host: Element): Disposer {
  const tree = host.getRootNode();
  if (!('adoptedStyleSheets' in tree)) return () => undefined;
  return adopt(tree as unknown as DocumentOrShadowRoot);
}

function adopt(tree: DocumentOrShadowRoot): Disposer {
  const adoption = adoptions.get(tree) ?? {sheet: toSheet(), users: 0};
  adoptions.set(tree, adoption);
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

function toSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SURFACE_STYLES.join('\n'));
  return sheet;
}
