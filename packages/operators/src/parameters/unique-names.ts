/** Returns words for a name that stands twice in a list; `''` for none. */
export function uniqueNamesFault(
  named: readonly {readonly name: string}[],
): string {
  const seen = new Set<string>();
  for (const {name} of named) {
    if (seen.has(name)) return `The name "${name}" is used twice.`;
    seen.add(name);
  }
  return '';
}
