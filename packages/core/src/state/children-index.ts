import type {Region} from '../model/region.js';

import {cachedByShard} from './cached-by-shard.js';
import type {RegionTable} from './region-table.js';

const childrenByShard = cachedByShard((places) => {
  const children = new Map<string, Region[]>();
  for (const region of places) {
    if (!region || region.parentId === '') continue;
    const siblings = children.get(region.parentId);
    if (siblings) siblings.push(region);
    else children.set(region.parentId, [region]);
  }
  return children;
});

/** Returns the regions that lie in another one, in creation order. */
export function childrenOf(
  table: RegionTable,
  parentId: string,
): readonly Region[] {
  return childrenByShard(table).flatMap((byParent) => {
    return byParent.get(parentId) ?? [];
  });
}
