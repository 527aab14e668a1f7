/**
 * Returns the 0-based place of what has an ordinal, or where it would be put.
 *
 * @param entries - In order of their ordinals.
 */
export function placeInOrder(
  entries: readonly {readonly ordinal: number}[],
  ordinal: number,
): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.ordinal ?? Infinity) < ordinal) low = middle + 1;
    else high = middle;
  }
  return low;
}
