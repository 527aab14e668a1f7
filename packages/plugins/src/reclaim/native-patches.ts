/** A function of the page as it was found. */
export type Native = (this: unknown, ...args: unknown[]) => unknown;

/** A getter and a setter of the page as they were found. */
export interface NativeAccessor {
  /** The getter. */
  readonly get: (this: unknown) => unknown;
  /** The setter. */
  readonly set: (this: unknown, value: unknown) => void;
}

/**
 * Holder of a replacement, which is written as a method: like the page's own
 * it cannot be constructed and has no prototype.
 */
export interface Method {
  /** The replacement. */
  readonly call: Native;
}

type Constructor = new (...args: unknown[]) => object;
type Construct = (
  target: Constructor,
  args: unknown[],
  newTarget: Constructor,
) => object;

/**
 * Functions that stand in the place of the page's own, until all of them are
 * put back.
 *
 * They cannot be told from what they replace by name, length, descriptor or
 * `toString()`. One that somebody else has replaced in the meantime stays
 * where it is and does what the page's own does.
 */
export class NativePatches {
  readonly #natives = new WeakMap<object, object>();
  readonly #restorers: (() => void)[] = [];

  /** Hides the replacements, the one that does so included. */
  constructor() {
    const natives = this.#natives;
    this.method(Function.prototype, 'toString', (native) => ({
      call(this: unknown) {
        const original = natives.get(this as object) ?? this;
        return Reflect.apply(native, original, []);
      },
    }));
  }

  /** Replaces a method; does nothing where there is none. */
  method(
    target: object,
    name: PropertyKey,
    make: (native: Native) => Method,
  ): void {
    const descriptor = Object.getOwnPropertyDescriptor(target, name);
    const native: unknown = descriptor?.value;
    if (!descriptor?.configurable || typeof native !== 'function') return;
    const value = this.#disguise(make(native as Native).call, native);
    this.#define(target, name, descriptor, {...descriptor, value});
  }

  /** Replaces a getter, a setter, or both; does nothing where they are not. */
  accessor(
    target: object,
    name: string,
    make: (native: NativeAccessor) => Partial<NativeAccessor>,
  ): void {
    const descriptor = Object.getOwnPropertyDescriptor(target, name);
    if (!descriptor?.configurable) return;
    // Called with the object that they are read from, below and by callers.
    const {get, set} = descriptor as Partial<NativeAccessor>;
    if (!get || !set) return;
    const made = make({get, set});
    this.#define(target, name, descriptor, {
      ...descriptor,
      get: made.get ? this.#disguise(made.get, get) : get,
      set: made.set ? this.#disguise(made.set, set) : set,
    });
  }

  /** Replaces a getter of what cannot be set; does nothing where it is not. */
  getter(target: object, name: string, make: (native: Native) => Method): void {
    const descriptor = Object.getOwnPropertyDescriptor(target, name);
    if (!descriptor?.configurable || descriptor.set) return;
    const {get: native} = descriptor as {readonly get?: Native};
    if (!native) return;
    const get = this.#disguise(make(native).call, native);
    this.#define(target, name, descriptor, {...descriptor, get});
  }

  /** Replaces a constructor; `instanceof` and subclasses go on working. */
  constructing(name: string, construct: Construct): void {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
    const native: unknown = descriptor?.value;
    if (!descriptor?.configurable || typeof native !== 'function') return;
    const value = new Proxy(native as Constructor, {construct});
    this.#natives.set(value, native);
    this.#define(globalThis, name, descriptor, {...descriptor, value});
    const prototype = native.prototype as object;
    const own = Object.getOwnPropertyDescriptor(prototype, 'constructor');
    if (own) this.#define(prototype, 'constructor', own, {...own, value});
  }

  /** Puts everything back. */
  restore(): void {
    for (const restore of this.#restorers.reverse()) restore();
    this.#restorers.length = 0;
  }

  #disguise<T extends object>(replacement: T, native: object): T {
    this.#natives.set(replacement, native);
    for (const key of ['name', 'length'] as const) {
      const descriptor = Object.getOwnPropertyDescriptor(native, key);
      if (descriptor) Object.defineProperty(replacement, key, descriptor);
    }
    return replacement;
  }

  #define(
    target: object,
    name: PropertyKey,
    found: PropertyDescriptor,
    put: PropertyDescriptor,
  ): void {
    Object.defineProperty(target, name, put);
    this.#restorers.push(() => {
      const present = Object.getOwnPropertyDescriptor(target, name);
      const isOurs =
        present?.value === put.value &&
        present?.get === put.get &&
        present?.set === put.set;
      if (isOurs) Object.defineProperty(target, name, found);
    });
  }
}
