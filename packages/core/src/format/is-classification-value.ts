const SHAPE_KEYS = ['points', 'vertices', 'shape', 'sequence', 'ranges', 'rle'];

/**
 * Returns true when a result's `value` has no shape, so that it says
 * something about the whole object: one key at the most, and not one of the
 * keys that are a shape by themselves.
 */
export function isClassificationValue(
  value: Readonly<Record<string, unknown>>,
): boolean {
  if (SHAPE_KEYS.some((key) => value[key] !== undefined)) return false;
  if (value.imageDataURL !== undefined) return false;
  return Object.keys(value).length <= 1;
}
