import {mapSelectors} from './map-selectors.js';
import type {SelectorParts} from './map-selectors.js';

const PAGE = /^(?:html|body|:root|html\s+body|html\s*>\s*body)$/i;

/**
 * Returns CSS of which every rule reaches only what is inside elements that
 * match `root`.
 *
 * A selector may still name what surrounds the root (`body.dark .prompt`), as
 * only its last part is held inside. Rules for the page itself (`body`,
 * `:root`) go to the root. What does not parse is dropped, `@import` too, so
 * no brace leads out; keyframes and fonts keep their names.
 *
 * @param css - text of a style sheet
 * @param root - selector of one compound
 */
export function scopeCss(css: string, root: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(withoutImports(css));
  mapSelectors(sheet.cssRules, (parts) => scopeSelector(parts, root));
  return [...sheet.cssRules].map((rule) => rule.cssText).join('\n');
}

/** A constructed sheet warns about imports, which it drops anyway. */
function withoutImports(css: string): string {
  return css.replace(/@import\s[^;]*;/gi, '');
}

function scopeSelector({subject, pseudo}: SelectorParts, root: string): string {
  if (PAGE.test(subject)) return root + pseudo;
  return `${root} ${subject === '' ? '*' : `:is(${subject})`}${pseudo}`;
}
