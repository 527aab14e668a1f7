const PSEUDO_ELEMENT =
  /(?:::[\w-]+(?:\([^)]*\))?|:(?:before|after|first-line|first-letter))(?::[\w-]+)*$/i;

/** A selector in two. */
export interface SelectorParts {
  /** What it selects, `''` for anything. */
  readonly subject: string;
  /** Pseudo-element at its end, with its colons, or `''`. */
  readonly pseudo: string;
}

/** Replaces every selector of rules, of those in groups too. */
export function mapSelectors(
  rules: CSSRuleList,
  map: (parts: SelectorParts) => string,
): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      rule.selectorText = splitSelectors(rule.selectorText)
        .map((selector) => map(toParts(selector)))
        .join(', ');
    } else if (rule instanceof CSSGroupingRule) {
      mapSelectors(rule.cssRules, map);
    }
  }
}

function toParts(selector: string): SelectorParts {
  const pseudo = PSEUDO_ELEMENT.exec(selector)?.[0] ?? '';
  const subject = selector.slice(0, selector.length - pseudo.length).trim();
  return {subject, pseudo};
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
