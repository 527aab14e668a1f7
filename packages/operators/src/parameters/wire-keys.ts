import {conditionFault} from './condition.js';
import {SafePattern} from './pattern/safe-pattern.js';

/** What the value of a wire key must be; a list names the words allowed. */
export type WireKind =
  | 'boolean'
  | 'string'
  | 'number'
  | 'positive'
  | 'count'
  | 'strings'
  | 'scalars'
  | 'choices'
  | 'pattern'
  | 'condition'
  | readonly string[];

/**
 * The optional keys that a type of parameter knows, each with what its value
 * must be. A key is snake case on the wire and camel case in TypeScript.
 */
export type WireKeys = Readonly<Record<string, WireKind>>;

const FAULTS: Readonly<
  Record<Exclude<WireKind, readonly string[]>, (value: unknown) => string>
> = {
  boolean: (value) => (typeof value === 'boolean' ? '' : 'true or false'),
  string: (value) => (typeof value === 'string' ? '' : 'text'),
  number: (value) => (Number.isFinite(value) ? '' : 'a number'),
  positive: (value) =>
    Number.isFinite(value) && Number(value) > 0 ? '' : 'a number above 0',
  count: (value) =>
    Number.isSafeInteger(value) && Number(value) >= 0
      ? ''
      : 'a whole number of at least 0',
  strings: (value) =>
    isListOf(value, (one) => typeof one === 'string') ? '' : 'a list of texts',
  scalars: (value) => (isListOf(value, isScalar) ? '' : 'a list of values'),
  choices: (value) =>
    isListOf(value, isChoice)
      ? ''
      : 'a list of values, or of objects with a value',
  pattern: (value) => {
    const pattern = typeof value === 'string' && SafePattern.compile(value);
    if (pattern === false) return 'text';
    return typeof pattern === 'string'
      ? `a regular expression that can be run safely. ${pattern}`
      : '';
  },
  condition: (value) => {
    const fault = conditionFault(value);
    return fault === '' ? '' : `a condition. ${fault}`;
  },
};

/** Returns what the value of a key should be, or `''` when it is. */
export function wireFault(value: unknown, kind: WireKind): string {
  if (typeof kind === 'string') return FAULTS[kind](value);
  return kind.includes(value as string) ? '' : `one of ${kind.join(', ')}`;
}

/** Returns the name in TypeScript of a key on the wire: `min_length`. */
export function optionName(key: string): string {
  return key.replaceAll(/_(\w)/g, (_match, letter: string) =>
    letter.toUpperCase(),
  );
}

function isListOf(value: unknown, test: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isChoice(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isScalar(value);
  const choice = value as Readonly<Record<string, unknown>>;
  const {title = '', description = '', color = '', group = ''} = choice;
  return (
    isScalar(choice.value) &&
    [title, description, color, group].every(
      (text) => typeof text === 'string',
    ) &&
    typeof (choice.disabled ?? false) === 'boolean'
  );
}
