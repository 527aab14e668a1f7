/** Something that a value holds. */
export interface Member {
  /** Name, index or key. */
  readonly name: string;
  /** What it is; what reading it threw, when it did. */
  readonly value: unknown;
  /** True when reading it threw. */
  readonly isFailure: boolean;
}

/** Returns whether a value can be looked into. */
export function hasMembers(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * Returns what a value holds, one level deep: elements, entries, own
 * properties, and getters of its class, which is where live views keep
 * theirs. A getter that throws costs that member alone.
 */
export function membersOf(value: object): readonly Member[] {
  if (value instanceof Map) {
    return [...value].map(([key, held], index) =>
      known(typeof key === 'string' ? key : String(index), held),
    );
  }
  if (value instanceof Set) {
    return [...value].map((held, index) => known(String(index), held));
  }
  const names = Array.isArray(value)
    ? Object.keys(value)
    : new Set([...Object.keys(value), ...getterNames(value)]);
  return [...names].map((name) => readMember(value, name));
}

function known(name: string, value: unknown): Member {
  return {name, value, isFailure: false};
}

function readMember(holder: object, name: string): Member {
  try {
    return known(name, Reflect.get(holder, name));
  } catch (error) {
    return {name, value: error, isFailure: true};
  }
}

function getterNames(value: object): readonly string[] {
  const names: string[] = [];
  let proto = Object.getPrototypeOf(value) as object | null;
  while (proto && proto !== Object.prototype) {
    const all = Object.getOwnPropertyDescriptors(proto);
    for (const [name, {get}] of Object.entries(all)) {
      if (get && name !== '__proto__') names.push(name);
    }
    proto = Object.getPrototypeOf(proto) as object | null;
  }
  return names;
}
