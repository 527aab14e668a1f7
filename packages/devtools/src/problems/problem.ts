/** Something that is wrong with a text, with its place in it. */
export interface Problem {
  /** Where it starts, UTF-16 offset. */
  readonly from: number;
  /** Where it ends, UTF-16 offset, exclusive. */
  readonly to: number;
  /** What keeps the text from being used is an error. */
  readonly severity: 'error' | 'warning';
  /** What is wrong, then what to do about it. */
  readonly message: string;
}

/**
 * Returns the stretch of a text at a line and a column, to the end of the
 * word there; at least one character, where there is one.
 *
 * @param line - 1-based; one after the last is the end of the text.
 * @param column - 1-based.
 */
export function stretchAt(
  text: string,
  line: number,
  column: number,
): {readonly from: number; readonly to: number} {
  const lines = text.split('\n');
  const index = Math.max(0, Math.min(line - 1, lines.length - 1));
  const before = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
  const content = lines[index] ?? '';
  const start = Math.max(0, Math.min(column - 1, content.length));
  const [word = ''] = /^[\w$]+/.exec(content.slice(start)) ?? [];
  const from = before + Math.min(start, Math.max(0, content.length - 1));
  const to = before + Math.min(content.length, start + (word.length || 1));
  return {from, to: Math.max(from, to)};
}
