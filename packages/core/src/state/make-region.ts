import {freeze} from 'immer';

import {makeId} from '../id.js';
import type {NewRegion, Region} from '../model/region.js';
import type {Result} from '../model/result.js';

/**
 * Returns a frozen region with every default filled in.
 *
 * @param region - What is known; `id` is made when it is absent.
 * @param ordinal - Place in creation order.
 */
export function makeRegion(region: NewRegion, ordinal: number): Region {
  const whole: Region = {
    classification: false,
    geometry: {},
    origin: 'manual',
    parentId: '',
    readonly: false,
    locked: false,
    hidden: false,
    envelope: {},
    ...region,
    id: region.id ?? makeId(),
    ordinal,
    results: region.results.map(makeResult),
  };
  return freeze(whole, true);
}

/** Returns a result that has an id. */
export function makeResult(
  result: Omit<Result, 'id'> & {readonly id?: string},
): Result {
  return {...result, id: result.id ?? makeId()};
}
