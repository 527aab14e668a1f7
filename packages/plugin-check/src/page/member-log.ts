import type {SourcePlace} from '../source-place.js';

import type {Callers} from './callers.js';
import type {MemberUse} from './page-report.js';

/** How many of the author's lines are kept for one member. */
const MAX_PLACES = 3;

/** Keeps which members the plugin touches. */
export class MemberLog {
  readonly #callers: Callers;
  readonly #uses = new Map<string, MemberUse>();
  #isSilent = false;

  constructor(callers: Callers) {
    this.#callers = callers;
  }

  /** Every member touched, in the order of the first time. */
  get uses(): readonly MemberUse[] {
    return [...this.#uses.values()];
  }

  /**
   * Calls `work` without noting what it touches.
   */
  silently<T>(work: () => T): T {
    this.#isSilent = true;
    try {
      return work();
    } finally {
      this.#isSilent = false;
    }
  }

  /**
   * Notes that a member is being touched, when it is the plugin who does.
   *
   * @returns Whether it is.
   */
  note(owner: string, member: string, exists: boolean): boolean {
    const caller = this.#isSilent ? null : this.#callers.current();
    if (!caller || caller.kind === 'host') return false;
    const key = `${owner}.${member} ${String(exists)}`;
    const known = this.#uses.get(key);
    this.#uses.set(key, {
      owner,
      member,
      exists,
      count: (known?.count ?? 0) + 1,
      places: withPlace(known?.places ?? [], caller.place),
    });
    return true;
  }
}

function withPlace(
  places: readonly SourcePlace[],
  place: SourcePlace | null,
): readonly SourcePlace[] {
  if (!place || places.length >= MAX_PLACES) return places;
  const isKnown = places.some(
    ({file, line, column}) =>
      file === place.file && line === place.line && column === place.column,
  );
  return isKnown ? places : [...places, place];
}
