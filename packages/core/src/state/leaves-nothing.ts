import type {StatePatch} from './commit.js';

/** Length of the path of a region: `annotations`, id, `regions`, id. */
const ROOT_LENGTH = 4;

/**
 * Tells whether changes do nothing but make regions and take them away again,
 * whatever became of those in between.
 */
export function leavesNothing(patches: readonly StatePatch[]): boolean {
  const made = new Set<string>();
  const there = new Set<string>();
  for (const {op, path} of patches) {
    const root = path.slice(0, ROOT_LENGTH).join('/');
    const isRegion = path[2] === 'regions' && path.length >= ROOT_LENGTH;
    const isWhole = path.length === ROOT_LENGTH;
    if (isRegion && isWhole && op === 'add') {
      made.add(root);
      there.add(root);
    } else if (!isRegion || !made.has(root)) {
      return false;
    } else if (isWhole && op === 'remove') {
      there.delete(root);
    }
  }
  return there.size === 0;
}
