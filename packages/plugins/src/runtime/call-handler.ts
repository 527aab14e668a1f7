import {isThenable} from '../reclaim/tenancy.js';
import type {Tenancy} from '../reclaim/tenancy.js';

/**
 * Calls a handler as its plugin's code. What it throws is for the emitter of
 * the event to handle and report.
 */
export function callHandler(
  tenancy: Tenancy,
  handler: (...args: never[]) => unknown,
  args: readonly unknown[],
): unknown {
  if (tenancy.isClosed) return undefined;
  const answer = tenancy.enter(() =>
    (handler as (...all: readonly unknown[]) => unknown)(...args),
  );
  if (isThenable(answer)) tenancy.expect('handler', answer);
  else tenancy.succeed('handler');
  return answer;
}
