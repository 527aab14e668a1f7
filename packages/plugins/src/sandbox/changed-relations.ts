import type {Relation} from '@ls-annotation/core';

/** Returns the relations that are in one list and not, or not so, in the other. */
export function changedRelations(
  before: readonly Relation[],
  after: readonly Relation[],
): readonly Relation[] {
  return [...missingFrom(before, after), ...missingFrom(after, before)];
}

/** Returns the relations of `list` that `known` does not have as they are. */
export function missingFrom(
  known: readonly Relation[],
  list: readonly Relation[],
): readonly Relation[] {
  const texts = new Map(known.map((one) => [one.id, JSON.stringify(one)]));
  return list.filter((one) => texts.get(one.id) !== JSON.stringify(one));
}
