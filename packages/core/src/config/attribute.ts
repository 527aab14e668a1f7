import type {AttributeSpec} from './attribute-spec.js';
import type {ConfigTag} from './config-tag.js';

/** Returns true when the config gives the attribute, whatever its value. */
export function hasAttribute(tag: ConfigTag, name: string): boolean {
  return Object.hasOwn(tag.attributes, name.toLowerCase());
}

/**
 * Returns an attribute as text.
 *
 * @param fallback - for an attribute that is left out
 * @defaultValue of `fallback`: what the tag's definition says, else `''`
 */
export function attributeText(
  tag: ConfigTag,
  name: string,
  fallback?: string,
): string {
  const given = ownAttribute(tag, name);
  if (given !== undefined) return String(given);
  if (fallback !== undefined) return fallback;
  const defined = specOf(tag, name)?.fallback;
  return defined === undefined ? '' : String(defined);
}

/**
 * Returns an attribute as a number; text that is not a finite number counts
 * as left out.
 *
 * @param fallback - for an attribute that is left out
 * @defaultValue of `fallback`: what the tag's definition says
 */
export function attributeNumber(
  tag: ConfigTag,
  name: string,
  fallback: number,
): number;
export function attributeNumber(
  tag: ConfigTag,
  name: string,
  fallback?: number,
): number | undefined;
export function attributeNumber(
  tag: ConfigTag,
  name: string,
  fallback?: number,
): number | undefined {
  const given = ownAttribute(tag, name);
  if (typeof given === 'string') {
    const parsed = toNumber(given);
    if (parsed !== undefined) return parsed;
  }
  if (fallback !== undefined) return fallback;
  return toNumber(String(specOf(tag, name)?.fallback ?? ''));
}

/**
 * Returns an attribute as true or false; only `true` is true.
 *
 * @param fallback - for an attribute that is left out
 * @defaultValue of `fallback`: what the tag's definition says, else false
 */
export function attributeFlag(
  tag: ConfigTag,
  name: string,
  fallback?: boolean,
): boolean {
  const given = ownAttribute(tag, name);
  if (given !== undefined) return given === true || given === 'true';
  return fallback ?? specOf(tag, name)?.fallback === true;
}

/** Returns the non-empty parts of a comma list, trimmed. */
export function attributeList(tag: ConfigTag, name: string): readonly string[] {
  return splitList(attributeText(tag, name));
}

/** Returns the non-empty parts of a comma list, trimmed. */
export function splitList(list: string): readonly string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Returns the number that `text` says, or `undefined`. */
export function toNumber(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const parsed = Number(text);
  return Number.isFinite(parsed) ? parsed : undefined;
}

function ownAttribute(
  tag: ConfigTag,
  name: string,
): string | boolean | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(tag.attributes, key) ? tag.attributes[key] : undefined;
}

function specOf(tag: ConfigTag, name: string): AttributeSpec | undefined {
  const key = name.toLowerCase();
  const specs = tag.definition.attributes;
  return Object.hasOwn(specs, key) ? specs[key] : undefined;
}
