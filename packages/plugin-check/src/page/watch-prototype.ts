/** Told of what happens on a prototype. */
export interface PrototypeWatcher {
  /** Called when a member is touched; returns whether that is of interest. */
  readonly touch: (member: string) => boolean;
  /** Called with what a member of interest gave. */
  readonly handOut: (value: unknown) => void;
}

/**
 * Has the getters and methods of a prototype tell when they are used; what
 * they do stays the same.
 */
export function watchPrototype(
  prototype: object,
  watcher: PrototypeWatcher,
): void {
  const members = Object.getOwnPropertyDescriptors(prototype);
  for (const [member, descriptor] of Object.entries(members)) {
    if (member === 'constructor' || !descriptor.configurable) continue;
    const watched = descriptor.get
      ? watchedGetter(descriptor, member, watcher)
      : watchedMethod(descriptor, member, watcher);
    if (watched) Object.defineProperty(prototype, member, watched);
  }
}

function watchedGetter(
  descriptor: PropertyDescriptor,
  member: string,
  {touch, handOut}: PrototypeWatcher,
): PropertyDescriptor {
  const get: unknown = Reflect.get(descriptor, 'get');
  if (!isGetter(get)) return descriptor;
  return {
    ...descriptor,
    get() {
      const isOfInterest = touch(member);
      const value = get.call(this);
      if (isOfInterest) handOut(value);
      return value;
    },
  };
}

function watchedMethod(
  descriptor: PropertyDescriptor,
  member: string,
  {touch, handOut}: PrototypeWatcher,
): PropertyDescriptor | null {
  const method: unknown = descriptor.value;
  if (typeof method !== 'function') return null;
  const watched = {
    [member](this: unknown, ...args: unknown[]): unknown {
      const isOfInterest = touch(member);
      const value: unknown = method.apply(this, args);
      if (isOfInterest) handOut(value);
      return value;
    },
  }[member];
  Object.defineProperty(watched, 'length', {value: method.length});
  return {...descriptor, value: watched};
}

function isGetter(value: unknown): value is (this: unknown) => unknown {
  return typeof value === 'function';
}
