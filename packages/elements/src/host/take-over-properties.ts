/**
 * Hands properties that a page set before the element was defined to the
 * accessors of its class, which they would hide otherwise.
 *
 * Pages do so whenever their own script runs before the module that defines
 * the element has been loaded, and frameworks do.
 *
 * @param element - Called from its constructor.
 */
export function takeOverProperties(element: HTMLElement): void {
  for (const name of Object.keys(element)) {
    const descriptor = Object.getOwnPropertyDescriptor(element, name);
    if (!descriptor || !('value' in descriptor)) continue;
    if (!isAccessor(element, name)) continue;
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, descriptor.value);
  }
}

function isAccessor(element: HTMLElement, name: string): boolean {
  let prototype: unknown = Object.getPrototypeOf(element);
  while (prototype instanceof HTMLElement) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (descriptor) return descriptor.set !== undefined;
    prototype = Object.getPrototypeOf(prototype);
  }
  return false;
}
