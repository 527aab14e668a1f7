import type {ChangeOrigin, StatePatch} from '@ls-annotation/core';

/** A change of an annotation: one commit, or several that belong together. */
export interface LoggedChange extends ChangeAuthor {
  /** 1-based number in the order in which changes were seen. */
  readonly number: number;
  /** When it began, milliseconds since 1970. */
  readonly atMs: number;
  /** Words for it; may be empty. */
  readonly label: string;
  /** Commits with the same key are one change. */
  readonly mergeKey: string | undefined;
  /** True when undo takes it back. */
  readonly isStep: boolean;
  /** What was done. */
  readonly patches: StatePatch[];
  /** What takes it back, in the order to apply. */
  readonly inversePatches: StatePatch[];
}

/**
 * What has become of a change: `done`; `undone`, to be had again by redo;
 * `open` while steps are collected into one; `lost` when something else was
 * done after it had been undone. `beside` is one that undo passes over, such
 * as a selection.
 */
export type ChangeStatus = 'done' | 'undone' | 'open' | 'lost' | 'beside';

/** Where a change stands in the history. */
export interface ChangePlace {
  /** What has become of it. */
  readonly status: ChangeStatus;
  /** Steps that are done once it is; `null` where undo does not get to it. */
  readonly index: number | null;
}

const ORIGINS: Readonly<Record<ChangeOrigin, string>> = {
  user: 'person',
  plugin: 'plugin',
  operator: 'operator',
  remote: 'server',
  load: 'host',
  history: 'history',
};

const TIME = new Intl.DateTimeFormat(undefined, {timeStyle: 'medium'});

/** Who asked for a change. */
export interface ChangeAuthor {
  /** Who asked, as a kind. */
  readonly origin: ChangeOrigin;
  /** Name of who asked, where it is known. */
  readonly author?: string | undefined;
}

/** Returns who asked for a change, in a word, by name if that is known. */
export function originName({origin, author}: ChangeAuthor): string {
  return author ? `${ORIGINS[origin]} “${author}”` : ORIGINS[origin];
}

/** Returns the words of a change. */
export function changeName({label}: LoggedChange): string {
  return label || 'change';
}

/** Returns how many patches a change has, in words. */
export function patchCount({patches}: LoggedChange): string {
  return patches.length === 1 ? '1 patch' : `${String(patches.length)} patches`;
}

/** Returns when a change began, as people in this place write times. */
export function timeOf({atMs}: LoggedChange): string {
  return TIME.format(atMs);
}

/** Returns where a patch applies, from the annotation on. */
export function placeOf({path}: StatePatch): string {
  return path.slice(2).join(' / ') || 'the annotation';
}

/** Returns what a change is about in a few words: the place, and how many. */
export function changeSummary({patches}: LoggedChange): string {
  const [first] = patches;
  if (!first) return '';
  const more = patches.length - 1;
  return more > 0
    ? `${placeOf(first)} and ${String(more)} more`
    : placeOf(first);
}
