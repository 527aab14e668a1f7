/** One call on a stack that stands in a file with an address. */
export interface StackFrame {
  /** Address of the file. */
  readonly url: string;
  /** 1-based line of what the browser compiled. */
  readonly line: number;
  /** 1-based column of what the browser compiled. */
  readonly column: number;
}

const PLACE = /((?:https?|blob):[^\s()]+?):(\d+):(\d+)/;

/**
 * Returns the calls of a V8 stack that have an address, the latest first.
 * Callers that only await (`at async …`) are left out: they do not call.
 */
export function stackFrames(stack: string): readonly StackFrame[] {
  return stack.split('\n').flatMap((line) => {
    if (/^\s*at async /.test(line)) return [];
    const match = PLACE.exec(line);
    if (!match) return [];
    const [, url = '', row, column] = match;
    return [{url, line: Number(row), column: Number(column)}];
  });
}
