import type {SourcePlace} from '../source-place.js';

import type {Displays} from './displays.js';
import type {Leftover, LeftoverKind} from './page-report.js';

/** Something that a plugin took from the page and has to give back. */
export interface Resource {
  /** What it is. */
  readonly kind: LeftoverKind;
  /** Which one. */
  readonly what: string;
  /** The author's line that made it. */
  readonly place: SourcePlace | null;
  /** Number of the display that it belongs to. */
  readonly owner: number;
  /** Returns whether it still has an effect; left out when it always has. */
  readonly isInEffect?: () => boolean;
}

/** Keeps what plugins took from the page until it is given back. */
export class ResourceLog {
  readonly #displays: Displays;
  readonly #open = new Set<Resource>();

  constructor(displays: Displays) {
    this.#displays = displays;
  }

  /** Number of the display that what is made now belongs to. */
  get owner(): number {
    return this.#displays.owner;
  }

  /** Notes that something was taken. */
  take(resource: Resource): void {
    this.#open.add(resource);
  }

  /** Notes that it was given back. */
  giveBack(resource: Resource): void {
    this.#open.delete(resource);
  }

  /** Returns whether a closed display has a timer that is still to fire. */
  hasPending(kind: LeftoverKind): boolean {
    return [...this.#open].some(
      (resource) => resource.kind === kind && this.#isLeft(resource),
    );
  }

  /** Returns what closed displays left, grouped by line and kind. */
  leftovers(): Leftover[] {
    const groups = new Map<string, Resource[]>();
    for (const resource of this.#open) {
      const {isInEffect = () => true} = resource;
      if (!this.#isLeft(resource) || !isInEffect()) continue;
      const {kind, what, place} = resource;
      const key = JSON.stringify([kind, withoutNumbers(what), place]);
      groups.set(key, [...(groups.get(key) ?? []), resource]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const {kind, what, place} = first;
      const displays = new Set(group.map(({owner}) => owner)).size;
      return {kind, what, place, count: group.length, displays};
    });
  }

  #isLeft({owner}: Resource): boolean {
    return owner < this.#displays.open;
  }
}

/** What is made anew for each display often has a number in its name. */
function withoutNumbers(name: string): string {
  return name.replace(/[\da-f]{4,}|\d+/gi, '…');
}
