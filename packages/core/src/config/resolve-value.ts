import type {ConfigTag} from './config-tag.js';

/** Values that `$name` refers to. */
export type TaskData = Readonly<Record<string, unknown>>;

const VARIABLE = /\$[\w[\].{}]+/g;
const TRAILING_DOTS = /\.+$/;
const PATH_STEP = /[^.[\]]+/g;

/**
 * Returns `text` with its variables replaced by values of the task.
 *
 * A variable is `$` and a path: `$image`, `$user.name`, `$turns[0].text`. A
 * text that is one variable and nothing else becomes the value itself, of
 * whatever type, or `''` when there is none. In any other text each variable
 * becomes its value as text; a missing one becomes the word `undefined`, as
 * in Label Studio. Text without a variable comes back as it is.
 *
 * Dots at the end of a variable are punctuation. Only own properties are
 * read, so that no path leads into a prototype.
 *
 * @see {@link https://labelstud.io/guide/task_format | Label Studio: task}
 */
export function resolveValue(
  text: string,
  data: TaskData | undefined,
): unknown {
  if (!text.includes('$')) return text;
  const matches = text.match(VARIABLE);
  if (matches?.[0] === text && !TRAILING_DOTS.test(text)) {
    return readPath(data, text.slice(1)) ?? '';
  }
  return text.replace(VARIABLE, (match) => {
    const variable = match.replace(TRAILING_DOTS, '');
    const punctuation = match.slice(variable.length);
    const value = readPath(data, variable.slice(1));
    return toText(value) + punctuation;
  });
}

/**
 * Returns the value of a tag with variables replaced.
 *
 * @see {@link resolveValue}
 */
export function resolveTagValue(
  tag: ConfigTag,
  data: TaskData | undefined,
): unknown {
  return resolveValue(tag.value, data);
}

/**
 * Returns `text` with those variables replaced that the data has; the others
 * stay as they are written.
 */
export function resolveKnown(text: string, data: TaskData): string {
  if (!text.includes('$')) return text;
  return text.replace(VARIABLE, (match) => {
    const variable = match.replace(TRAILING_DOTS, '');
    const value = readPath(data, variable.slice(1));
    if (value === undefined || value === null) return match;
    return toText(value) + match.slice(variable.length);
  });
}

/**
 * Returns what stands at a path such as `turns[0].text`, or `undefined`.
 *
 * A property whose name is the whole path goes first.
 */
export function readPath(data: unknown, path: string): unknown {
  if (ownValue(data, path) !== undefined) return ownValue(data, path);
  let value: unknown = data;
  for (const step of path.match(PATH_STEP) ?? ['']) {
    value = ownValue(value, step);
    if (value === undefined) return undefined;
  }
  return value;
}

function ownValue(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined;
  return Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function toText(value: unknown): string {
  // The language's own conversion is what Label Studio shows.

  return String(value);
}
