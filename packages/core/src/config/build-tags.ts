import {splitList} from './attribute.js';
import type {ConfigNode} from './config-node.js';
import type {ConfigTag} from './config-tag.js';
import {dynamicChildren} from './dynamic-children.js';
import {findTagDefinition} from './find-tag-definition.js';
import {resolveKnown} from './resolve-value.js';
import type {TaskData} from './resolve-value.js';
import type {TagDefinition} from './tag-definition.js';

/** A tag that is still being put together. */
export interface TagDraft extends ConfigTag {
  /** See {@link ConfigTag.toName}; filled in where it is inferred. */
  toName: readonly string[];
  /** See {@link ConfigTag.children}. */
  readonly children: TagDraft[];
  /** See {@link ConfigTag.parent}. */
  readonly parent: TagDraft | null;
}

interface Place {
  readonly key: string;
  readonly parent: TagDraft | null;
  readonly data: TaskData | undefined;
}

/**
 * Returns the tags of a config in document order, the root first.
 *
 * The markup inside a `<HyperText>` is its value, not part of the config.
 */
export function buildTags(
  root: ConfigNode,
  data: TaskData | undefined,
): readonly TagDraft[] {
  const tags: TagDraft[] = [];
  collect(build(root, {key: '0', parent: null, data}), tags);
  return tags;
}

function collect(tag: TagDraft, into: TagDraft[]): void {
  into.push(tag);
  for (const child of tag.children) collect(child, into);
}

function build(node: ConfigNode, place: Place): TagDraft {
  const definition = findTagDefinition(node.tag);
  const attributes = normalise(node.attributes);
  const markup = node.markup ?? node.text;
  const isMarkup = definition.type === 'hypertext';
  const content = (isMarkup ? markup : textOnly(node)).trim();
  const written = content === '' ? String(attributes.value ?? '') : content;
  const value = resolveItem(definition, written, place.data);
  const tag: TagDraft = {
    key: place.key,
    type: definition.type,
    tagName: definition.tagName,
    name: nameOf(definition, attributes),
    toName: splitList(String(attributes.toname ?? '')),
    value,
    text: node.text,
    markup,
    attributes: value === '' ? attributes : {...attributes, value},
    children: [],
    parent: place.parent,
    definition,
    source: node,
  };
  if (isMarkup) return tag;
  const nodes = [...node.children, ...dynamicNodes(node, value, place.data)];
  nodes.forEach((child, index) => {
    const key = `${place.key}.${String(index)}`;
    tag.children.push(build(child, {...place, key, parent: tag}));
  });
  return tag;
}

function normalise(
  written: ConfigNode['attributes'],
): Record<string, string | boolean> {
  const attributes: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(written)) {
    const isFlag = name !== 'value' && (value === 'true' || value === 'false');
    attributes[name.toLowerCase()] = isFlag ? value === 'true' : value;
  }
  return attributes;
}

function textOnly(node: ConfigNode): string {
  return node.children.length === 0 ? node.text : '';
}

function nameOf(
  definition: TagDefinition,
  attributes: Readonly<Record<string, string | boolean>>,
): string {
  const {nameRule} = definition;
  if (nameRule === 'ignored' || nameRule === 'forbidden') return '';
  return String(attributes.name ?? '');
}

function resolveItem(
  definition: TagDefinition,
  value: string,
  data: TaskData | undefined,
): string {
  if (definition.role !== 'item' || data === undefined) return value;
  return resolveKnown(value, data);
}

function dynamicNodes(
  node: ConfigNode,
  value: string,
  data: TaskData | undefined,
): readonly ConfigNode[] {
  return data === undefined ? [] : dynamicChildren(node.tag, value, data);
}
