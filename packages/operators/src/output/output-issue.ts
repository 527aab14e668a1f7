import type {Issue} from '@ls-annotation/core';

/**
 * One problem with an output. `path` is a JSON pointer into the outputs:
 * `/0/rows/3/score`.
 */
export interface OutputIssue extends Issue {
  /** Stable identifier of the problem. */
  readonly code:
    'output/type' | 'output/shape' | 'output/address' | 'output/unread';
}
