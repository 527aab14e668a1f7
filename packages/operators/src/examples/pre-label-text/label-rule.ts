import {SafePattern} from '../../parameters/pattern/safe-pattern.js';

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
 * Returns what a rule looks for, or a sentence that says why it cannot: what
 * people write between the slashes is never left to run without an end.
 */
export function toPattern(
  pattern: string,
  isCaseSensitive: boolean,
): SafePattern | string {
  const [, source, flags = ''] = BETWEEN_SLASHES.exec(pattern) ?? [];
  return SafePattern.compile(source ?? pattern.replace(SPECIAL, '\\$&'), {
    ignoresCase: !isCaseSensitive || flags.includes('i'),
    isMultiline: flags.includes('m'),
    isDotAll: flags.includes('s'),
  });
}

/**
 * Returns where a rule holds in `text`, in order; `null` when its pattern asks
 * for too much work on a text like this, or is none.
 */
export function matchRule(
  text: string,
  rule: LabelRule,
  isCaseSensitive: boolean,
): readonly RuleMatch[] | null {
  const pattern = toPattern(rule.pattern, isCaseSensitive);
  if (typeof pattern === 'string') return null;
  const characters = Array.from(text);
  const found = pattern.findAll(text);
  return (
    found
      ?.filter(({start, end}) => end > start)
      .map(({start, end}) => ({
        start,
        end,
        text: characters.slice(start, end).join(''),
        label: rule.label,
        score: rule.confidence ?? 1,
      })) ?? null
  );
}
