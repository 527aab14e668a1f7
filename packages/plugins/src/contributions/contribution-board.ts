import {Subject} from 'rxjs';
import type {Observable} from 'rxjs';

import {checkContribution} from './check-contribution.js';
import type {
  Contribution,
  ContributionKind,
  ContributionMap,
} from './contribution.js';

/** A contribution with whose it is. */
export interface Contributed<T> {
  /** Different for each; the same through updates. */
  readonly key: number;
  /** Id of the plugin. */
  readonly pluginId: string;
  /** What it contributes now. */
  readonly value: T;
  /**
   * Calls code of the contribution as its plugin's. What it throws, or
   * rejects with, is reported; the answer is `undefined` then.
   *
   * @param method - what is called, where it is not the one thing that the
   *   contribution is for.
   */
  call<R>(code: () => R, method?: string): R | undefined;
  /** Reports something that is wrong with it. */
  report(error: unknown): void;
}

/** Whose a contribution is. */
export type Contributor = Pick<
  Contributed<unknown>,
  'pluginId' | 'call' | 'report'
>;

/** Those of one kind; replaced and never changed, for those who go through. */
interface Shelf<T> {
  list: readonly Contributed<T>[];
}

type Shelves = {
  readonly [K in ContributionKind]: Shelf<ContributionMap[K]>;
};

/**
 * What the plugins of a host have added to its chrome, in the order in which
 * they did.
 */
export class ContributionBoard {
  readonly #changes = new Subject<ContributionKind>();
  readonly #shelves: Shelves = {
    toolbarButton: {list: []},
    panel: {list: []},
    hotkey: {list: []},
    regionAction: {list: []},
    regionBadges: {list: []},
    regionCheck: {list: []},
    notice: {list: []},
  };
  #count = 0;

  /** Emits the kind of what has come, gone or changed. */
  get changes$(): Observable<ContributionKind> {
    return this.#changes;
  }

  /**
   * Returns what there is of a kind; a list that does not change when
   * contributions come and go.
   */
  list<K extends ContributionKind>(
    kind: K,
  ): readonly Contributed<ContributionMap[K]>[] {
    return this.#shelves[kind].list;
  }

  /**
   * Adds a contribution; the answer changes it and takes it back.
   *
   * The answer throws a {@link ContributionError} when something would be
   * missing or of another type.
   */
  add<K extends ContributionKind>(
    kind: K,
    value: ContributionMap[K],
    contributor: Contributor,
  ): Contribution<ContributionMap[K]> {
    type Entry = Contributed<ContributionMap[K]>;
    const shelf: Shelf<ContributionMap[K]> = this.#shelves[kind];
    this.#count += 1;
    let entry: Entry = {...contributor, key: this.#count, value};
    const put = (list: readonly Entry[]): void => {
      shelf.list = list;
      this.#changes.next(kind);
    };
    put([...shelf.list, entry]);
    const dispose = (): void => {
      if (!shelf.list.includes(entry)) return;
      put(shelf.list.filter((other) => other !== entry));
    };
    const update = (changes: Partial<ContributionMap[K]> = {}): void => {
      const before = entry;
      if (!shelf.list.includes(before)) return;
      const value = merge(before.value, changes);
      checkContribution(kind, value);
      entry = {...before, value};
      put(shelf.list.map((other) => (other === before ? entry : other)));
    };
    return Object.assign(dispose, {update});
  }

  /** Ends the stream. */
  close(): void {
    this.#changes.complete();
  }
}

/** A contribution may be an object of a class. */
function merge<T extends object>(value: T, changes: Partial<T>): T {
  const own = Object.getOwnPropertyDescriptors({...value, ...changes});
  return Object.create(Object.getPrototypeOf(value) as object | null, own) as T;
}
