import type {LabelConfig} from '@ls-annotation/core';

/**
 * Returns whether a condition holds for a config: words with spaces between,
 * all of which must hold. `tag:Text` asks for a tag, `name:label` for a tag of
 * that name, `!` before one for the contrary. Without words it holds.
 */
export function holdsFor(
  condition: string,
  config: LabelConfig | null,
): boolean {
  return condition
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => {
      const isNegated = word.startsWith('!');
      return holdsWord(isNegated ? word.slice(1) : word, config) !== isNegated;
    });
}

function holdsWord(word: string, config: LabelConfig | null): boolean {
  const [kind, value = ''] = word.split(':', 2);
  const wanted = value.toLowerCase();
  if (kind === 'tag') {
    return (
      config?.tags.some(({type}) => type.toLowerCase() === wanted) === true
    );
  }
  return kind === 'name' && config?.byName.has(value) === true;
}
