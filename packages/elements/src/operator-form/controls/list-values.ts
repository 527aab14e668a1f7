import type {BaseParameter} from '@ls-annotation/operators';

/** Returns the state of a control that holds several values. */
export function startList(
  _parameter: BaseParameter,
  value: unknown,
): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}
