/** Told of each read of a property, with what it holds. */
export type PropertyReader = (name: string, value: unknown) => void;

/**
 * Has the own data properties of an object tell when they are read. The object
 * stays the same one, and so do the values, their order and whether they may
 * be written.
 */
export function watchProperties(object: object, onRead: PropertyReader): void {
  for (const name of Object.keys(object)) {
    const descriptor = Object.getOwnPropertyDescriptor(object, name);
    if (!descriptor?.configurable || !('value' in descriptor)) continue;
    let value: unknown = descriptor.value;
    Object.defineProperty(object, name, {
      configurable: true,
      enumerable: descriptor.enumerable === true,
      get: () => {
        onRead(name, value);
        return value;
      },
      ...(descriptor.writable === true && {
        set: (next: unknown) => {
          value = next;
        },
      }),
    });
  }
}
