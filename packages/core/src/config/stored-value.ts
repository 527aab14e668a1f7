import {attributeText} from './attribute.js';
import type {ConfigTag} from './config-tag.js';

/**
 * Returns what a result holds for an option (`Label`, `Choice`): its alias
 * when it has one, else its value.
 */
export function storedValue(option: ConfigTag): string {
  return attributeText(option, 'alias') || option.value;
}
