/**
 * Returns `value` as what it is.
 *
 * @throws TypeError when it is no instance of `type`.
 */
export function instanceOf<Instance>(
  type: abstract new (...parts: never) => Instance,
  value: unknown,
): Instance {
  if (value instanceof type) return value;
  throw new TypeError(`This is no "${type.name}".`);
}
