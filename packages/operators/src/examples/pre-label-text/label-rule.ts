/** One row of the rules: what to look for and what to call it. */
export interface LabelRule {
  /** Words, or a regular expression between slashes: `/\d+ (kg|g)/`. */
  readonly pattern: string;
  /** Label to give. */
  readonly label: string;
  /** How sure the rule is, 0 to 1; `null` for certain. */
  readonly confidence: number | null;
}

/** A place in a text where a rule holds. */
export interface RuleMatch {
  /** Start of the span, code points. */
  readonly start: number;
  /** End of the span, code points, exclusive. */
  readonly end: number;
  /** The words themselves. */
  readonly text: string;
  /** Label to give. */
  readonly label: string;
  /** How sure the rule is, 0 to 1. */
  readonly score: number;
}

const BETWEEN_SLASHES = /^\/(.+)\/([imsu]*)$/s;
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;

/**
 * Returns the regular expression that a pattern stands for.
 *
 * @throws SyntaxError when what is between the slashes is none.
 */
export function toRegExp(pattern: string, isCaseSensitive: boolean): RegExp {
  const [, source, flags = ''] = BETWEEN_SLASHES.exec(pattern) ?? [];
  const own = new Set(['g', 'u', ...Array.from(flags)]);
  if (!isCaseSensitive) own.add('i');
  return new RegExp(
    source ?? pattern.replace(SPECIAL, '\\$&'),
    [...own].join(''),
  );
}

/** Returns where a rule holds in `text`, in order. */
export function matchRule(
  text: string,
  rule: LabelRule,
  isCaseSensitive: boolean,
): readonly RuleMatch[] {
  const matches: RuleMatch[] = [];
  let index = 0;
  let start = 0;
  for (const match of text.matchAll(toRegExp(rule.pattern, isCaseSensitive))) {
    const [found] = match;
    if (found === '') continue;
    start += codePoints(text.slice(index, match.index));
    index = match.index;
    matches.push({
      start,
      end: start + codePoints(found),
      text: found,
      label: rule.label,
      score: rule.confidence ?? 1,
    });
  }
  return matches;
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
