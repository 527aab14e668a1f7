import type {OperatorEntry} from '@ls-annotation/operators';

/**
 * Returns the operators in which every word of the search occurs, in name or
 * description, whatever the case; first those whose name begins with it.
 */
export function filterEntries(
  entries: readonly OperatorEntry[],
  search: string,
): readonly OperatorEntry[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return entries;
  const words = wanted.split(/\s+/);
  const found = entries.filter(({name, description}) => {
    const text = `${name} ${description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = ({name}: OperatorEntry): boolean =>
    name.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}
