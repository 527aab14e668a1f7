import type {Region} from '../model/region.js';
import type {ResultJson} from '../model/result-json.js';

const OWN_KEYS = new Set([
  'id',
  'type',
  'from_name',
  'to_name',
  'value',
  'origin',
  'meta',
  'parentID',
  'score',
  'readonly',
  'item_index',
]);

/** What an entry's envelope says about its region. */
export type RegionFields = Pick<
  Region,
  'origin' | 'parentId' | 'readonly' | 'meta' | 'score' | 'itemIndex'
>;

/** Returns what an entry's envelope says about its region. */
export function regionFieldsOf(json: ResultJson): RegionFields {
  return {
    origin: json.origin ?? 'manual',
    parentId: json.parentID ?? '',
    readonly: json.readonly === true,
    ...(json.meta === undefined ? {} : {meta: json.meta}),
    ...(json.score === undefined ? {} : {score: json.score}),
    ...(json.item_index === undefined ? {} : {itemIndex: json.item_index}),
  };
}

/** Returns the envelope keys that this project gives no meaning of its own. */
export function otherKeysOf(json: ResultJson): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json).filter(([key]) => !OWN_KEYS.has(key)),
  );
}

/**
 * Returns the envelope keys that say what `fields` says, leaving out what is
 * at its default.
 */
export function regionFieldsToJson(
  fields: RegionFields,
): Record<string, unknown> {
  return {
    origin: fields.origin,
    ...(fields.meta === undefined ? {} : {meta: fields.meta}),
    ...(fields.parentId === '' ? {} : {parentID: fields.parentId}),
    ...(fields.score === undefined ? {} : {score: fields.score}),
    ...(fields.readonly ? {readonly: true} : {}),
    ...(fields.itemIndex === undefined ? {} : {item_index: fields.itemIndex}),
  };
}
