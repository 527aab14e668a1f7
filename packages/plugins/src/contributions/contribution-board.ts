import {Subject} from 'rxjs';
import type {Observable} from 'rxjs';

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
   */
  call<R>(code: () => R): R | undefined;
  /** Reports something that is wrong with it. */
  report(error: unknown): void;
}

/** Whose a contribution is. */
export type Contributor = Pick<
  Contributed<unknown>,
  'pluginId' | 'call' | 'report'
>;

type Lists = {
  readonly [K in ContributionKind]: Contributed<ContributionMap[K]>[];
};

/**
 * What the plugins of a host have added to its chrome, in the order in which
 * they did.
 */
export class ContributionBoard {
  readonly #changes = new Subject<ContributionKind>();
  readonly #lists: Lists = {
    toolbarButton: [],
    panel: [],
    hotkey: [],
    regionAction: [],
    regionBadges: [],
    regionCheck: [],
    notice: [],
  };
  #count = 0;

  /** Emits the kind of what has come, gone or changed. */
  get changes$(): Observable<ContributionKind> {
    return this.#changes;
  }

  /** Returns what there is of a kind. */
  list<K extends ContributionKind>(
    kind: K,
  ): readonly Contributed<ContributionMap[K]>[] {
    return this.#lists[kind];
  }

  /** Adds a contribution; the answer changes it and takes it back. */
  add<K extends ContributionKind>(
    kind: K,
    value: ContributionMap[K],
    contributor: Contributor,
  ): Contribution<ContributionMap[K]> {
    const list: Contributed<ContributionMap[K]>[] = this.#lists[kind];
    this.#count += 1;
    let entry = {...contributor, key: this.#count, value};
    list.push(entry);
    this.#changes.next(kind);
    const dispose = (): void => {
      const index = list.indexOf(entry);
      if (index === -1) return;
      list.splice(index, 1);
      this.#changes.next(kind);
    };
    const update = (changes: Partial<ContributionMap[K]> = {}): void => {
      const index = list.indexOf(entry);
      if (index === -1) return;
      entry = {...entry, value: merge(entry.value, changes)};
      list[index] = entry;
      this.#changes.next(kind);
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
