/**
 * A value as it crosses the boundary: plain data as it is, objects of the
 * frontend by what they stand for. Tagged, so that no data can pass for a
 * reference.
 */
export type EncodedValue =
  | readonly ['value', string | number | boolean | null | undefined]
  | readonly ['list', readonly EncodedValue[]]
  | readonly ['object', readonly (readonly [string, EncodedValue])[]]
  | readonly ['root']
  | readonly ['annotation', string]
  | readonly ['region', string, string];

/** What an object of the frontend stands for. */
export type Reference = Extract<
  EncodedValue,
  readonly ['root'] | readonly ['annotation' | 'region', ...string[]]
>;

const MAX_DEPTH = 8;

/**
 * Returns a value as it may cross the boundary. What is neither plain nor an
 * object of the frontend is left out.
 *
 * @param refer - returns what an object stands for, or `null`.
 */
export function encodeValue(
  value: unknown,
  refer: (value: object) => Reference | null,
  depth = MAX_DEPTH,
): EncodedValue {
  if (isPrimitive(value)) return ['value', value];
  if (typeof value !== 'object' || depth === 0) return ['value', undefined];
  const reference = refer(value);
  if (reference) return reference;
  if (Array.isArray(value)) {
    return [
      'list',
      value.map((item: unknown) => encodeValue(item, refer, depth - 1)),
    ];
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return ['value', undefined];
  }
  return [
    'object',
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      encodeValue(item, refer, depth - 1),
    ]),
  ];
}

/** Returns what was encoded, references resolved with `resolve`. */
export function decodeValue(
  encoded: EncodedValue,
  resolve: (reference: Reference) => unknown,
): unknown {
  switch (encoded[0]) {
    case 'value':
      return encoded[1];
    case 'list':
      return encoded[1].map((item) => decodeValue(item, resolve));
    case 'object':
      return Object.fromEntries(
        encoded[1].map(([key, item]) => [key, decodeValue(item, resolve)]),
      );
    case 'root':
    case 'annotation':
    case 'region':
      return resolve(encoded);
  }
}

function isPrimitive(
  value: unknown,
): value is string | number | boolean | null | undefined {
  if (value === null || value === undefined) return true;
  return ['string', 'number', 'boolean'].includes(typeof value);
}
