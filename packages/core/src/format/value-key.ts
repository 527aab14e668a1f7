const GEOMETRY_ONLY = new Set([
  'bitmask',
  'brush',
  'ellipse',
  'keypoint',
  'magicwand',
  'polygon',
  'rectangle',
  'relation',
  'vector',
  'videorectangle',
]);

const OTHER_KEYS: Readonly<Record<string, string>> = {
  custominterface: 'custom',
  pairwise: 'selected',
  textarea: 'text',
};

/**
 * Returns the key of `value` under which a result of this type keeps what its
 * control says, or `''` for a type that carries geometry alone.
 *
 * A type that is not known keeps it under its own name, as Label Studio's
 * types do with few exceptions.
 */
export function valueKeyOf(resultType: string): string {
  if (GEOMETRY_ONLY.has(resultType)) return '';
  return OTHER_KEYS[resultType] ?? resultType;
}
