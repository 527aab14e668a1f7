import type {ConfigNode} from './config-node.js';
import {resolveValue} from './resolve-value.js';
import type {TaskData} from './resolve-value.js';

const DEFAULT_INDEX_FLAG = '{{idx}}';

/**
 * Returns the config with every `<Repeater>` replaced by its copies.
 *
 * A repeater becomes a `<View>`, or a `<PagedView>` with
 * `mode="pagination"`, that holds one `<View>` for each entry of the array
 * that `on` names. In a copy the index flag (`{{idx}}` unless `indexFlag`
 * says otherwise) stands for the 0-based index, in attributes and in text.
 * Repeaters inside repeaters are expanded too; anything but an array counts as
 * empty. Nodes without a repeater inside come back as they are.
 */
export function expandRepeaters(root: ConfigNode, data: TaskData): ConfigNode {
  if (root.tag.toLowerCase() === 'repeater') return expand(root, data);
  const children = root.children.map((child) => expandRepeaters(child, data));
  const unchanged = children.every(
    (child, index) => child === root.children[index],
  );
  return unchanged ? root : {...root, children};
}

function expand(repeater: ConfigNode, data: TaskData): ConfigNode {
  const {on, indexflag, mode, ...rest} = lowerCased(repeater.attributes);
  const entries = resolveValue(on ?? '', data);
  const count = Array.isArray(entries) ? entries.length : 0;
  const flag = indexflag ?? DEFAULT_INDEX_FLAG;
  return {
    tag: mode === 'pagination' ? 'PagedView' : 'View',
    attributes: rest,
    text: '',
    children: Array.from({length: count}, (_, index) =>
      copy(repeater.children, flag, index, data),
    ),
  };
}

function copy(
  children: readonly ConfigNode[],
  flag: string,
  index: number,
  data: TaskData,
): ConfigNode {
  return {
    tag: 'View',
    attributes: {},
    text: '',
    children: children
      .map((child) => withIndex(child, flag, String(index)))
      .map((child) => expandRepeaters(child, data)),
  };
}

function withIndex(node: ConfigNode, flag: string, index: string): ConfigNode {
  function put(text: string): string {
    return flag === '' ? text : text.replaceAll(flag, index);
  }
  return {
    tag: node.tag,
    attributes: Object.fromEntries(
      Object.entries(node.attributes).map(([name, value]) => [
        name,
        put(value),
      ]),
    ),
    text: put(node.text),
    children: node.children.map((child) => withIndex(child, flag, index)),
    ...(node.markup === undefined ? {} : {markup: put(node.markup)}),
  };
}

function lowerCased(
  attributes: ConfigNode['attributes'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
}
