import {attributeText, optionsOf} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

const TURNS: Readonly<Record<string, string>> = {
  right: 'left',
  left: 'bi',
  bi: 'right',
};

/** Returns the direction that comes after one, round and round. */
export function turned(direction: string): string {
  return TURNS[direction] ?? 'right';
}

/**
 * Returns the labels of a relation after a click on one of them. Of a
 * `<Relations>` with `choice="single"` it has one at most.
 */
export function toggledLabels(
  tags: readonly ConfigTag[],
  labels: readonly string[],
  value: string,
): readonly string[] {
  if (labels.includes(value)) return labels.filter((label) => label !== value);
  const tag = tags.find((candidate) => valuesOf(candidate).includes(value));
  const isSingle = tag && attributeText(tag, 'choice') === 'single';
  const others = isSingle ? valuesOf(tag) : [];
  return [...labels.filter((label) => !others.includes(label)), value];
}

function valuesOf(tag: ConfigTag): readonly string[] {
  return optionsOf(tag).map(({value}) => value);
}
