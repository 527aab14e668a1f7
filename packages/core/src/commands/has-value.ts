/**
 * Returns true when a control's value says anything: not `undefined`, `null`,
 * empty text or an empty list.
 */
export function hasValue(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
