import type {Issue} from '../issue.js';

/** Everything that can be wrong with a labeling config. */
export type ConfigIssueCode =
  | 'config/attribute-type'
  | 'config/name-duplicate'
  | 'config/name-forbidden'
  | 'config/name-missing'
  | 'config/parent-unexpected'
  | 'config/per-region-per-item'
  | 'config/tag-unknown'
  | 'config/to-name-missing'
  | 'config/to-name-unknown'
  | 'config/to-name-unsupported';

/** One problem of a labeling config. */
export interface ConfigIssue extends Issue {
  /** Which rule it is about. */
  readonly code: ConfigIssueCode;
  /** Key of the tag, for example `0.2.1`. */
  readonly path: string;
  /** Tag name as the documentation writes it. */
  readonly tag: string;
  /** Name of the tag in its config, `''` for none. */
  readonly name: string;
  /** Lower-case attribute it is about, `''` for none. */
  readonly attribute: string;
  /** A config with an `error` cannot be shown; a `warning` is tolerated. */
  readonly severity: 'error' | 'warning';
}
