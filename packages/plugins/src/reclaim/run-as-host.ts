import {pageOwnership} from './page-ownership.js';

/**
 * Does `work` as the host: what it takes from the page belongs to no plugin,
 * though one may have asked for it.
 */
export function runAsHost<T>(work: () => T): T {
  return pageOwnership().outside(work);
}
