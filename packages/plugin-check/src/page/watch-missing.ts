/** What the language itself asks objects for. */
const ASKED_BY_LANGUAGE: ReadonlySet<string> = new Set(['then', 'toJSON']);

/**
 * Tells of reads that nothing on the prototype chain answers, by an object at
 * its very end. `instanceof Object`, writing and `in` are as before.
 *
 * @param last - Prototype before the plain one.
 * @param onMissing - Called with the object that was asked, and the name.
 */
export function watchMissing(
  last: object,
  onMissing: (receiver: unknown, name: string) => void,
): void {
  const end = new Proxy(Object.create(Object.prototype) as object, {
    get(target, name, receiver) {
      const isAnswered =
        typeof name === 'symbol' ||
        name in target ||
        ASKED_BY_LANGUAGE.has(name);
      if (!isAnswered) onMissing(receiver, name);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  Object.setPrototypeOf(last, end);
}
