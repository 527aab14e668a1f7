import {
  attributeText,
  resolveTagValue,
  resolveValue,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

/**
 * Returns the words that people know a control by: its `label`, the heading
 * right before it, or its name.
 */
export function controlLabel(
  tag: ConfigTag,
  data: Readonly<Record<string, unknown>>,
): string {
  const own = attributeText(tag, 'label', '');
  if (own !== '') return String(resolveValue(own, data));
  const siblings = tag.parent?.children ?? [];
  const before = siblings[siblings.indexOf(tag) - 1];
  if (before?.type === 'header') return String(resolveTagValue(before, data));
  return tag.name === '' ? tag.tagName : tag.name;
}
