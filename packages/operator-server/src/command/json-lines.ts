import type {Readable} from 'node:stream';

/** A line longer than this is not worth waiting for its end, characters. */
const MAX_LINE_LENGTH = 8 * 1024 * 1024;

/**
 * Calls `onLine` with each line of a stream, without its end; with what is left
 * when the stream ends, too. A line that never ends is cut.
 */
export function readLines(
  stream: Readable,
  onLine: (line: string) => void,
): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.replace(/\r$/, ''));
    if (rest.length <= MAX_LINE_LENGTH) return;
    onLine(rest.slice(0, MAX_LINE_LENGTH));
    rest = '';
  });
  stream.on('end', () => {
    if (rest !== '') onLine(rest);
  });
}

/** A message of the protocol: an object with a `type`. */
export interface Message {
  /** What it is. */
  readonly type: string;
  /** Whatever it says. */
  readonly [key: string]: unknown;
}

/** Returns the message that a line writes, or `null` when it writes none. */
export function readMessage(line: string): Message | null {
  if (!line.trimStart().startsWith('{')) return null;
  try {
    const value = JSON.parse(line) as Partial<Message>;
    return typeof value.type === 'string' ? (value as Message) : null;
  } catch {
    return null;
  }
}
