import {mapSelectors} from '../style/map-selectors.js';
import type {SelectorParts} from '../style/map-selectors.js';

/** Names of the page: `html body`, `body`, `:root`, where a name may stand. */
const PAGE = /(^|[\s>+~,(])(?:html\s*>?\s*body|html|body|:root)(?![\w-])/gi;
const ID = /#(?=[\w\\-])/g;

/** How the style sheets of a document are held to it. */
export interface ScopeDocumentOptions {
  /** Selector of one compound that matches the element the document is in. */
  readonly root: string;
  /** What goes before ids, as in its markup; `''` for nothing. */
  readonly idPrefix: string;
}

/**
 * Returns the style sheets of a document so that they reach nothing but what
 * is in its element, and the element itself as its `body`.
 *
 * Only rules that select and conditions around them are kept: names of
 * animations, fonts, layers and properties would be those of the whole page.
 * Rules inside rules are dropped, as their selectors may lead out.
 */
export function scopeDocumentCss(
  css: string,
  {root, idPrefix}: ScopeDocumentOptions,
): string {
  const sheet = new CSSStyleSheet();
  // A constructed sheet warns about imports, which it drops anyway.
  sheet.replaceSync(css.replace(/@import\s[^;]*;/gi, ''));
  dropRules(sheet);
  mapSelectors(sheet.cssRules, (parts) => scope(parts, root, idPrefix));
  return [...sheet.cssRules].map(({cssText}) => cssText).join('\n');
}

function dropRules(holder: CSSStyleSheet | CSSGroupingRule): void {
  for (let index = holder.cssRules.length - 1; index >= 0; index -= 1) {
    const rule = holder.cssRules[index];
    if (rule instanceof CSSStyleRule) dropNested(rule);
    else if (isCondition(rule)) dropRules(rule);
    else holder.deleteRule(index);
  }
}

function dropNested(rule: CSSStyleRule): void {
  while (rule.cssRules.length > 0) rule.deleteRule(0);
}

function isCondition(rule: CSSRule | undefined): rule is CSSGroupingRule {
  return (
    rule instanceof CSSMediaRule ||
    rule instanceof CSSSupportsRule ||
    rule instanceof CSSContainerRule
  );
}

function scope(
  {subject, pseudo}: SelectorParts,
  root: string,
  idPrefix: string,
): string {
  const named = subject.replace(PAGE, `$1${root}`).replace(ID, `#${idPrefix}`);
  const any = named === '' ? '*' : named;
  const inside = `:where(${root} *):is(${any})${pseudo}`;
  return named.includes(root)
    ? `${inside}, :where(${root}):is(${any})${pseudo}`
    : inside;
}
