import {describeValue} from '../value-tree/describe-value.js';

/** Characters of a line that are kept as words. */
const MAX_WORDS = 10_000;

/**
 * Returns what was handed to the console in words: `%s`, `%d`, `%i`, `%f`,
 * `%o` and `%O` of a first text stand for what follows; `%c` is styling, and
 * is left out.
 */
export function formatLog(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  const parts =
    typeof first === 'string' && first.includes('%')
      ? substitute(first, rest)
      : args.map(toWords);
  return parts.join(' ').slice(0, MAX_WORDS);
}

function substitute(
  text: string,
  values: readonly unknown[],
): readonly string[] {
  const left = [...values];
  const head = text.replace(/%[sdifoOc%]/g, (mark) => {
    if (mark === '%%') return '%';
    if (left.length === 0) return mark;
    const value = left.shift();
    switch (mark) {
      case '%c':
        return '';
      case '%d':
      case '%i':
        return String(Math.trunc(Number(value)));
      case '%f':
        return String(Number(value));
      case '%s':
        return toWords(value);
      default:
        return describeValue(value);
    }
  });
  return [head, ...left.map(toWords)];
}

function toWords(value: unknown): string {
  return typeof value === 'string' ? value : describeValue(value);
}
