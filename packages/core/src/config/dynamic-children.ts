import type {ConfigNode} from './config-node.js';
import {findTagDefinition} from './find-tag-definition.js';
import {resolveValue} from './resolve-value.js';
import type {TaskData} from './resolve-value.js';

const DYNAMIC_TYPES: ReadonlySet<string> = new Set(['label', 'choice']);
const ITEM_TAG: Readonly<Record<string, string>> = {
  label: 'Label',
  choice: 'Choice',
};

/**
 * Returns the options that a control takes from the task, as config nodes.
 *
 * `<Labels value="$options">`, `<Choices>` and `<Taxonomy>` take an array
 * whose entries are plain texts or objects: the attributes of the option
 * (`value`, `alias`, `background`, …) and its nested `children`. They come after the options that the config lists.
 *
 * @returns an empty array for any other tag and for any other value.
 */
export function dynamicChildren(
  tag: string,
  value: string,
  data: TaskData,
): readonly ConfigNode[] {
  const {itemType} = findTagDefinition(tag);
  if (!DYNAMIC_TYPES.has(itemType) || !value.startsWith('$')) return [];
  const entries = resolveValue(value, data);
  if (!Array.isArray(entries)) return [];
  const itemTag = ITEM_TAG[itemType] ?? '';
  return entries.flatMap((entry) => toNodes(entry, itemTag));
}

function toNodes(entry: unknown, tag: string): readonly ConfigNode[] {
  if (typeof entry === 'string' || typeof entry === 'number') {
    return [node(tag, {value: String(entry)}, [])];
  }
  if (typeof entry !== 'object' || entry === null) return [];
  if (Array.isArray(entry)) return [];
  const {children, ...facts} = entry as Readonly<Record<string, unknown>>;
  const nested = Array.isArray(children) ? children : [];
  return [
    node(
      tag,
      toAttributes(facts),
      nested.flatMap((child) => toNodes(child, tag)),
    ),
  ];
}

function toAttributes(
  facts: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      attributes[name] = String(value);
    }
  }
  return attributes;
}

function node(
  tag: string,
  attributes: Record<string, string>,
  children: readonly ConfigNode[],
): ConfigNode {
  return {tag, attributes, children, text: ''};
}
