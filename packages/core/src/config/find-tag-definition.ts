import {CONTROL_TAGS} from './control-tags.js';
import {ITEM_TAGS} from './item-tags.js';
import {OBJECT_TAGS} from './object-tags.js';
import {defineTag} from './tag-definition.js';
import type {TagDefinition} from './tag-definition.js';
import {VISUAL_TAGS} from './visual-tags.js';

/** Every tag of Label Studio's labeling configs. */
export const TAG_DEFINITIONS: readonly TagDefinition[] = Object.freeze([
  ...OBJECT_TAGS,
  ...CONTROL_TAGS,
  ...ITEM_TAGS,
  ...VISUAL_TAGS,
]);

const BY_TYPE = new Map(TAG_DEFINITIONS.map((tag) => [tag.type, tag]));

/**
 * Returns what there is to know about a tag, whatever the case of its name.
 *
 * @returns a definition of role `unknown` for a tag that is none of ours.
 */
export function findTagDefinition(tagName: string): TagDefinition {
  return (
    BY_TYPE.get(tagName.toLowerCase()) ??
    defineTag(tagName, {role: 'unknown', nameRule: 'optional'})
  );
}
