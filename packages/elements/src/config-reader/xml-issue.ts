import type {Issue} from '@ls-annotation/core';

/** Why a text is not a labeling config: it is not well-formed XML. */
export interface XmlIssue extends Issue {
  /** Which rule it is about. */
  readonly code: 'config/xml-empty' | 'config/xml-broken';
  /** 1-based line of the problem, 0 when the browser does not say. */
  readonly line: number;
  /** 1-based column of the problem, 0 when the browser does not say. */
  readonly column: number;
  /** A config that cannot be read cannot be shown. */
  readonly severity: 'error';
}
