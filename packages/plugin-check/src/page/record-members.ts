import type {HostBundle} from './host-bundle.js';
import type {MemberLog} from './member-log.js';
import {watchMissing} from './watch-missing.js';
import {watchProperties} from './watch-properties.js';
import {watchPrototype} from './watch-prototype.js';

const TAG = 'tag';

/** Classes of the host that plugins see, and what people call their objects. */
const OWNERS: Readonly<Record<string, string>> = {
  LSI: 'LSI',
  RootStore: 'Htx',
  DataManager: 'DM',
  AnnotationStoreView: 'annotationStore',
  AnnotationView: 'annotation',
  RegionView: 'region',
  ResultView: 'result',
  TagView: TAG,
  ControlView: TAG,
  ObjectView: TAG,
  ItemView: TAG,
  RegionStoreView: 'regionStore',
  RelationStoreView: 'relationStore',
  HistoryView: 'history',
  LiveMap: 'areas',
  EventInvoker: 'events',
};

/**
 * Records which members of the host's objects the plugin touches.
 *
 * The objects are not wrapped: what a plugin gets is what the host has, so
 * identity, `instanceof`, private fields and properties that plugins add are
 * as ever. Getters and methods are replaced on the prototypes, own properties
 * once an object reaches the plugin, and what is missing is noticed at the end
 * of the prototype chain.
 */
export class MemberRecorder {
  readonly #log: MemberLog;
  readonly #owners = new Map<object, string>();
  readonly #watched = new WeakSet();

  constructor(log: MemberLog) {
    this.#log = log;
  }

  /** Watches the classes of a bundle, before the first object of theirs. */
  watchClasses(bundle: HostBundle): void {
    const last = new Set<object>();
    for (const [name, owner] of Object.entries(OWNERS)) {
      const type = bundle[name];
      if (typeof type !== 'function') continue;
      for (const prototype of prototypesOf(type.prototype as object)) {
        if (this.#owners.has(prototype)) continue;
        this.#watchClass(prototype, owner);
        const parent: unknown = Object.getPrototypeOf(prototype);
        if (parent === Object.prototype) last.add(prototype);
      }
    }
    for (const prototype of last) {
      watchMissing(prototype, (receiver, member) => {
        this.#noteMissing(receiver, member);
      });
    }
  }

  /** Watches own properties of what reaches the plugin, and of lists of it. */
  watch(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) this.#watchOne(item);
    else if (value instanceof Map)
      for (const item of value.values()) this.#watchOne(item);
    else this.#watchOne(value);
  }

  #watchOne(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const owner = this.#ownerOf(value);
    if (owner === undefined || this.#watched.has(value)) return;
    this.#watched.add(value);
    watchProperties(value, (member, held) => {
      if (this.#log.note(owner, member, true)) this.watch(held);
    });
  }

  #noteMissing(receiver: unknown, member: string): void {
    if (typeof receiver !== 'object' || receiver === null) return;
    const owner = this.#ownerOf(receiver);
    if (owner === undefined) return;
    const isOptional =
      owner === TAG && this.#log.silently(() => isAttribute(receiver, member));
    this.#log.note(owner, member, isOptional);
  }

  /** Classes that the bundle keeps to itself show with their first object. */
  #ownerOf(value: object): string | undefined {
    const chain = prototypesOf(Object.getPrototypeOf(value) as object | null);
    const known = chain.findIndex((prototype) => this.#owners.has(prototype));
    const owner = this.#owners.get(chain[known] ?? {});
    if (owner === undefined) return undefined;
    for (const own of chain.slice(0, known)) this.#watchClass(own, owner);
    return owner;
  }

  #watchClass(prototype: object, owner: string): void {
    this.#owners.set(prototype, owner);
    watchPrototype(prototype, {
      touch: (member) => this.#log.note(owner, member, true),
      handOut: (value) => {
        this.watch(value);
      },
    });
  }
}

/** The prototype and those it inherits from, the plain one left out. */
function prototypesOf(prototype: object | null): object[] {
  const chain: object[] = [];
  for (
    let at = prototype;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    chain.push(at);
  }
  return chain;
}

/** A tag lacks the attributes that its config leaves out. */
function isAttribute(receiver: object, member: string): boolean {
  const {config} = receiver as {
    readonly config?: {readonly definition?: {readonly attributes?: object}};
  };
  const attributes = config?.definition?.attributes;
  return attributes !== undefined && member in attributes;
}
