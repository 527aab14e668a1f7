/** The three globals of one host. */
export interface GlobalsOwner {
  /** Value of `LSI`. */
  readonly lsi: unknown;
  /** Value of `Htx`. */
  readonly htx: unknown;
  /** Value of `DM`. */
  readonly dm: unknown;
}

type GlobalName = 'LSI' | 'Htx' | 'DM';

const NAMES: Readonly<Record<GlobalName, keyof GlobalsOwner>> = {
  LSI: 'lsi',
  Htx: 'htx',
  DM: 'dm',
};

/**
 * Keeps `window.LSI`, `window.Htx` and `window.DM`.
 *
 * They belong to the host that was used last. They are plain properties that
 * anyone may assign, as in Label Studio. When a host goes, they pass to the
 * one used before it, and with the last one they are as they were found.
 */
export class HostGlobals {
  readonly #target: Record<string, unknown>;
  readonly #owners: GlobalsOwner[] = [];
  readonly #found = new Map<GlobalName, PropertyDescriptor | undefined>();
  readonly #ours = new WeakSet();

  constructor(target: object = globalThis) {
    this.#target = target as Record<string, unknown>;
  }

  /** Makes `owner` the host in use. Call it again to renew what it is. */
  claim(owner: GlobalsOwner): void {
    const isFirst = !this.#remove(owner) && this.#owners.length === 0;
    if (isFirst) this.#remember();
    this.#owners.push(owner);
    this.#assign(owner, !isFirst && this.#hasForeignManager());
  }

  /** Takes `owner` away; does nothing when it never was here. */
  release(owner: GlobalsOwner): void {
    const wasInUse = this.#owners.at(-1) === owner;
    if (!this.#remove(owner) || !wasInUse) return;
    const next = this.#owners.at(-1);
    if (next) this.#assign(next, this.#hasForeignManager());
    else this.#restore();
  }

  /**
   * Returns what a plugin of `owner` sees as `DM`: the page's own, when the
   * page has put one in the place of the host's.
   */
  dataManagerOf(owner: GlobalsOwner): unknown {
    return this.#hasForeignManager() ? this.#target.DM : owner.dm;
  }

  #remember(): void {
    for (const name of Object.keys(NAMES) as GlobalName[]) {
      this.#found.set(
        name,
        Object.getOwnPropertyDescriptor(this.#target, name),
      );
    }
  }

  #assign(owner: GlobalsOwner, keepsManager: boolean): void {
    for (const [name, key] of Object.entries(NAMES)) {
      const value = owner[key];
      if (isObject(value)) this.#ours.add(value);
      if (name === 'DM' && keepsManager) continue;
      Object.defineProperty(this.#target, name, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
  }

  #restore(): void {
    for (const [name, descriptor] of this.#found) {
      if (name === 'DM' && this.#hasForeignManager()) continue;
      if (descriptor) Object.defineProperty(this.#target, name, descriptor);
      else Reflect.deleteProperty(this.#target, name);
    }
    this.#found.clear();
  }

  #remove(owner: GlobalsOwner): boolean {
    const index = this.#owners.indexOf(owner);
    if (index === -1) return false;
    this.#owners.splice(index, 1);
    return true;
  }

  #hasForeignManager(): boolean {
    const present = this.#target.DM;
    return isObject(present) && !this.#ours.has(present);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The globals of this page, shared by every host on it. */
export const hostGlobals = new HostGlobals();
