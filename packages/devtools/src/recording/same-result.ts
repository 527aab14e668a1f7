import {isDeepEqual} from '@ls-annotation/core';
import type {ResultJson} from '@ls-annotation/core';

import {asJson} from './as-json.js';

type Results = Readonly<Record<string, readonly ResultJson[]>>;

/** Keys of results that hold ids of regions. */
const ID_KEYS = ['id', 'from_id', 'to_id', 'parentID'] as const;

/**
 * Tells whether annotations say the same.
 *
 * @param otherIds - true when regions may have other ids.
 */
export function isSameResult(
  left: Results,
  right: Results,
  otherIds: boolean,
): boolean {
  const asData = otherIds ? withoutIds : asJson;
  return isDeepEqual(asData(left), asData(right));
}

/** Ids by the order in which they come. */
function withoutIds(results: Results): unknown {
  const numbers = new Map<string, string>();
  const numberOf = (id: string): string => {
    const known = numbers.get(id) ?? `#${String(numbers.size)}`;
    numbers.set(id, known);
    return known;
  };
  const lists = Object.values(results).map((list) =>
    list.map((result): unknown => {
      const renamed: Record<string, unknown> = {...result};
      for (const key of ID_KEYS) {
        const id = renamed[key];
        if (typeof id === 'string') renamed[key] = numberOf(id);
      }
      return renamed;
    }),
  );
  return asJson(lists);
}
