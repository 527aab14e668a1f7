import type {ConfigTag} from './config-tag.js';

const CACHE = new WeakMap<ConfigTag, readonly ConfigTag[]>();
const NONE: readonly ConfigTag[] = Object.freeze([]);

/**
 * Returns the options of a control in document order, at whatever depth: the
 * `Label`s of `Labels`, the `Choice`s of `Choices`, nested ones included.
 *
 * @returns the same array every time; empty for a tag without options.
 */
export function optionsOf(control: ConfigTag): readonly ConfigTag[] {
  const {itemType} = control.definition;
  if (itemType === '') return NONE;
  const known = CACHE.get(control);
  if (known !== undefined) return known;
  const options = Object.freeze(descendants(control, itemType));
  CACHE.set(control, options);
  return options;
}

function descendants(tag: ConfigTag, type: string): readonly ConfigTag[] {
  return tag.children.flatMap((child) => [
    ...(child.type === type ? [child] : []),
    ...descendants(child, type),
  ]);
}
