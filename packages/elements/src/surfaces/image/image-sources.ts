import {
  attributeText,
  hasAttribute,
  resolveTagValue,
  resolveValue,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

/** The pictures of an `Image` tag. */
export interface ImageSources {
  /** Their addresses, as the task gives them; at least one, maybe `''`. */
  readonly addresses: readonly string[];
  /** True when regions say which picture they are on. */
  readonly isMultiple: boolean;
}

/**
 * Returns the pictures of an `Image` tag.
 *
 * @param tag - With `value` for one picture or `valueList` for several.
 * @param data - Values that `$name` refers to.
 * @param remote - What replaced the task's value, or `undefined`.
 */
export function imageSourcesOf(
  tag: ConfigTag,
  data: Readonly<Record<string, unknown>>,
  remote: unknown,
): ImageSources {
  const hasList = hasAttribute(tag, 'valueList');
  const value =
    remote ??
    (hasList
      ? resolveValue(attributeText(tag, 'valueList'), data)
      : resolveTagValue(tag, data));
  if (!Array.isArray(value)) {
    return {addresses: [textOf(value)], isMultiple: hasList};
  }
  const addresses = value.map(textOf);
  return addresses.length > 0
    ? {addresses, isMultiple: true}
    : {addresses: [''], isMultiple: hasList};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
