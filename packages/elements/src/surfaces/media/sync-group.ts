import type {SurfaceContext} from '../surface.js';

/** What happens to one player of a group, for the others to follow. */
export type SyncEvent = 'play' | 'pause' | 'seek' | 'speed';

/** Where the player is that something happens to. */
export interface SyncData {
  /** Whether it plays. */
  readonly playing: boolean;
  /** Seconds from its beginning. */
  readonly time: number;
  /** How fast it plays, 1 for as it was recorded. */
  readonly speed: number;
}

/** A tag of a group. */
export interface SyncMember {
  /** Name of the tag. */
  readonly name: string;
  /** Follows what happens to another one. */
  syncReceive(data: SyncData, event: SyncEvent): void;
}

/** For how long only the player that something happened to is heard. */
export const SYNC_LOCK_MS = 100;

/**
 * Players that go together: what happens to one happens to the others.
 *
 * For {@link SYNC_LOCK_MS} after a player has said something, no other one is
 * heard, so that what follows from it does not come back.
 */
export class SyncGroup {
  readonly #members = new Map<string, SyncMember>();
  readonly #now: () => number;
  #speaker: string | null = null;
  #spokenMs = -Infinity;

  /** @param now - Returns milliseconds of a clock that only goes forward. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Tags of the group, by name. */
  get syncTargets(): ReadonlyMap<string, SyncMember> {
    return this.#members;
  }

  /** Takes a tag in. */
  register(member: SyncMember): void {
    this.#members.set(member.name, member);
  }

  /** Lets a tag go. */
  unregister(member: SyncMember): void {
    if (this.#members.get(member.name) === member) {
      this.#members.delete(member.name);
    }
  }

  /**
   * Tells every other tag what has happened to one.
   *
   * @returns False when another one is being followed just now.
   */
  syncSend(name: string, data: SyncData, event: SyncEvent): boolean {
    const now = this.#now();
    const isLocked =
      this.#speaker !== null &&
      this.#speaker !== name &&
      now - this.#spokenMs < SYNC_LOCK_MS;
    if (isLocked) return false;
    this.#speaker = name;
    this.#spokenMs = now;
    for (const member of [...this.#members.values()]) {
      if (member.name !== name) member.syncReceive(data, event);
    }
    return true;
  }
}

const groups = new WeakMap<SurfaceContext, Map<string, SyncGroup>>();

/** Returns the group of a name in a display. */
export function syncGroupOf(context: SurfaceContext, name: string): SyncGroup {
  const ofDisplay = groups.get(context) ?? new Map<string, SyncGroup>();
  groups.set(context, ofDisplay);
  const group = ofDisplay.get(name) ?? new SyncGroup();
  ofDisplay.set(name, group);
  return group;
}
