import type {OperatorEntry} from '@ls-annotation/operators';

/**
 * Returns the operators in which every word of the search occurs, in title,
 * group or description, whatever the case; first those whose title begins with it.
 */
export function filterEntries(
  entries: readonly OperatorEntry[],
  search: string,
): readonly OperatorEntry[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return entries;
  const words = wanted.split(/\s+/);
  const found = entries.filter(({name, title, description, group}) => {
    const text = `${title} ${name} ${group} ${description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = ({title}: OperatorEntry): boolean =>
    title.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}
