/** A function as it is found on an object. */
export type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Puts another function in the place of a method. It keeps name and length,
 * and is found where the first was, so that nothing tells them apart but what
 * the other one does.
 *
 * @param make - Returns the function, given the one that was there.
 */
export function replaceMethod(
  target: object,
  name: string,
  make: (original: Method) => Method,
): void {
  const descriptor = Object.getOwnPropertyDescriptor(target, name);
  const original: unknown = descriptor?.value;
  if (!descriptor?.configurable || typeof original !== 'function') return;
  const replacement = make(original as Method);
  for (const key of ['name', 'length'] as const) {
    Object.defineProperty(replacement, key, {
      value: original[key],
      configurable: true,
    });
  }
  Object.defineProperty(target, name, {...descriptor, value: replacement});
}
