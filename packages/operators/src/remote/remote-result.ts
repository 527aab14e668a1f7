import type {OperatorResult} from '../operator/operator-result.js';

import {isRecord, toText} from './json.js';

/**
 * Reads what a server says came out, or returns `null` when it is no result.
 *
 * LightlyStudio passes on what an operator returns without looking at it, such
 * as `{"success": 1, "message": 3}`.
 */
export function readRemoteResult(value: unknown): OperatorResult | null {
  if (!isRecord(value)) return null;
  const success = readFlag(value.success);
  if (success === null) return null;
  return {...value, success, message: toText(value.message)};
}

function readFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  return value === 1 || value === 0 ? value === 1 : null;
}
