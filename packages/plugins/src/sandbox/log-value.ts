import type {Reference} from './encode-value.js';

/**
 * A value that was logged as it crosses the boundary: for somebody to look
 * at, not to work with.
 */
export type LogValue =
  | readonly ['value', string | number | boolean | null | undefined]
  /** What JSON has no word for: `NaN`, a bigint, a symbol. */
  | readonly ['special', 'number' | 'bigint' | 'symbol', string]
  | readonly ['function', string]
  | readonly ['error', string, string, string]
  | readonly ['list' | 'set', readonly LogValue[]]
  | readonly ['map', readonly (readonly [LogValue, LogValue])[]]
  /** Name of its class, and its members. */
  | readonly ['object', string, readonly (readonly [string, LogValue])[]]
  | Reference;

const MAX_DEPTH = 5;
const MAX_VALUES = 1000;
const MAX_MEMBERS = 200;
const MAX_TEXT = 4000;

/** Returns values as they may cross the boundary, cut to a bearable size. */
export function encodeLog(
  args: readonly unknown[],
  refer: (value: object) => Reference | null,
): readonly LogValue[] {
  const encoder = new LogEncoder(refer);
  return args.slice(0, MAX_MEMBERS).map((value) => encoder.encode(value, 0));
}

class LogEncoder {
  readonly #refer: (value: object) => Reference | null;
  #left = MAX_VALUES;

  constructor(refer: (value: object) => Reference | null) {
    this.#refer = refer;
  }

  encode(value: unknown, depth: number): LogValue {
    this.#left -= 1;
    switch (typeof value) {
      case 'string':
        return ['value', cut(value)];
      case 'number':
        return Number.isFinite(value)
          ? ['value', value]
          : ['special', 'number', String(value)];
      case 'boolean':
      case 'undefined':
        return ['value', value];
      case 'bigint':
        return ['special', 'bigint', cut(String(value))];
      case 'symbol':
        return ['special', 'symbol', cut(value.description ?? '')];
      case 'function':
        return ['function', cut(nameOf(value) ?? '')];
      case 'object':
        return value === null ? ['value', null] : this.#object(value, depth);
    }
  }

  #object(value: object, depth: number): LogValue {
    const reference = this.#refer(value);
    if (reference) return reference;
    if (value instanceof Error) {
      const {name, message, stack = ''} = value;
      return ['error', cut(name), cut(message), cut(stack)];
    }
    if (isNode(value)) return ['object', cut(describeNode(value)), []];
    const isFull = depth >= MAX_DEPTH || this.#left <= 0;
    if (Array.isArray(value)) {
      if (isFull) return ['object', `Array(${String(value.length)})`, []];
      return ['list', this.#all(value, depth)];
    }
    if (isFull) return ['object', cut(classOf(value)), []];
    if (value instanceof Set) return ['set', this.#all([...value], depth)];
    if (value instanceof Map) {
      const entries = [...value].slice(0, MAX_MEMBERS);
      return [
        'map',
        entries.map(([key, held]) => [
          this.encode(key, depth + 1),
          this.encode(held, depth + 1),
        ]),
      ];
    }
    const keys = Object.keys(value).slice(0, MAX_MEMBERS);
    return [
      'object',
      cut(classOf(value)),
      keys.map((key) => [
        cut(key),
        this.encode(
          read(() => Reflect.get(value, key)),
          depth + 1,
        ),
      ]),
    ];
  }

  #all(values: readonly unknown[], depth: number): readonly LogValue[] {
    return values
      .slice(0, MAX_MEMBERS)
      .map((value) => this.encode(value, depth + 1));
  }
}

/**
 * Returns values to look at in the place of those that were logged.
 *
 * @param resolve - returns what a reference stands for, or `undefined`.
 */
export function decodeLog(
  value: LogValue,
  resolve: (reference: Reference) => unknown,
): unknown {
  const decode = (held: LogValue): unknown => decodeLog(held, resolve);
  switch (value[0]) {
    case 'value':
      return value[1];
    case 'special':
      return decodeSpecial(value[1], value[2]);
    case 'function':
      return Object.defineProperty(() => undefined, 'name', {value: value[1]});
    case 'error': {
      const [, name, message, stack] = value;
      return Object.assign(new Error(message), {name, stack});
    }
    case 'list':
      return value[1].map(decode);
    case 'set':
      return new Set(value[1].map(decode));
    case 'map':
      return new Map(
        value[1].map(([key, held]) => [decode(key), decode(held)]),
      );
    case 'object':
      return standIn(
        value[1],
        value[2].map(([key, held]) => [key, decode(held)]),
      );
    case 'root':
    case 'annotation':
    case 'region':
      return resolve(value) ?? standIn(value.join(' '), []);
  }
}

function decodeSpecial(
  kind: 'number' | 'bigint' | 'symbol',
  text: string,
): unknown {
  if (kind === 'symbol') return Symbol(text);
  if (kind === 'number') return Number(text);
  return /^-?\d+$/.test(text) ? BigInt(text) : text;
}

/** An object that says of which class that was which it stands for. */
function standIn(
  className: string,
  members: readonly (readonly [string, unknown])[],
): object {
  const result =
    className === 'Object'
      ? {}
      : (Object.create({constructor: {name: className}}) as object);
  for (const [key, value] of members) {
    Object.defineProperty(result, key, {value, enumerable: true});
  }
  return result;
}

function read(getter: () => unknown): unknown {
  try {
    return getter();
  } catch (error) {
    return error;
  }
}

function classOf(value: object): string {
  return nameOf(read(() => value.constructor)) ?? 'Object';
}

function nameOf(value: unknown): string | null {
  const name = read(() => (value as {readonly name: unknown}).name);
  return typeof name === 'string' && name !== '' ? name : null;
}

function isNode(value: object): value is Node {
  return typeof Node === 'function' && value instanceof Node;
}

function describeNode(node: Node): string {
  if (!(node instanceof Element)) return node.nodeName;
  return `<${node.localName}${node.id ? ` id="${node.id}"` : ''}>`;
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
