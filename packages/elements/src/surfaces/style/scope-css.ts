const PSEUDO_ELEMENT =
  /(?:::[\w-]+(?:\([^)]*\))?|:(?:before|after|first-line|first-letter))(?::[\w-]+)*$/i;
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
  scopeRules(sheet.cssRules, root);
  return [...sheet.cssRules].map((rule) => rule.cssText).join('\n');
}

/** A constructed sheet warns about imports, which it drops anyway. */
function withoutImports(css: string): string {
  return css.replace(/@import\s[^;]*;/gi, '');
}

function scopeRules(rules: CSSRuleList, root: string): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      rule.selectorText = splitSelectors(rule.selectorText)
        .map((selector) => scopeSelector(selector, root))
        .join(', ');
    } else if (rule instanceof CSSGroupingRule) {
      scopeRules(rule.cssRules, root);
    }
  }
}

function scopeSelector(selector: string, root: string): string {
  const pseudo = PSEUDO_ELEMENT.exec(selector)?.[0] ?? '';
  const subject = selector.slice(0, selector.length - pseudo.length).trim();
  if (PAGE.test(subject)) return root + pseudo;
  return `${root} ${subject === '' ? '*' : `:is(${subject})`}${pseudo}`;
}

/** Splits at the commas that stand in no bracket and no text. */
function splitSelectors(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (const [index, character] of [...list].entries()) {
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (character === ',' && depth === 0) {
      parts.push([...list].slice(start, index).join('').trim());
      start = index + 1;
    }
  }
  parts.push([...list].slice(start).join('').trim());
  return parts;
}
