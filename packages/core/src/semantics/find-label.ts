import {attributeText} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import {optionsOf} from '../config/options-of.js';
import {storedValue} from '../config/stored-value.js';

const CACHE = new WeakMap<ConfigTag, ReadonlyMap<string, ConfigTag>>();

/**
 * Returns the option of a control that has this value or alias, or
 * `undefined`.
 *
 * Where options share a text, the first in document order is it.
 */
export function findLabel(
  control: ConfigTag,
  valueOrAlias: string,
): ConfigTag | undefined {
  let byText = CACHE.get(control);
  if (byText === undefined) {
    byText = indexOptions(control);
    CACHE.set(control, byText);
  }
  return byText.get(valueOrAlias);
}

/**
 * Returns what a result holds for the option that has this value or alias;
 * the text itself when there is no such option.
 */
export function toStoredValue(
  control: ConfigTag,
  valueOrAlias: string,
): string {
  const option = findLabel(control, valueOrAlias);
  return option === undefined ? valueOrAlias : storedValue(option);
}

function indexOptions(control: ConfigTag): ReadonlyMap<string, ConfigTag> {
  const byText = new Map<string, ConfigTag>();
  for (const option of optionsOf(control)) {
    for (const text of [attributeText(option, 'alias'), option.value]) {
      if (text !== '' && !byText.has(text)) byText.set(text, option);
    }
  }
  return byText;
}
