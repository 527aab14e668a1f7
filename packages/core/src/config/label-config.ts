import type {ConfigIssue} from './config-issue.js';
import type {ConfigTag} from './config-tag.js';

/** A labeling config that can be shown and worked with. Never changes. */
export interface LabelConfig {
  /** The outermost tag. */
  readonly root: ConfigTag;
  /** Every tag in document order, the root first. */
  readonly tags: readonly ConfigTag[];
  /** Tags by key. */
  readonly byKey: ReadonlyMap<string, ConfigTag>;
  /** Tags that have a name, in document order. */
  readonly byName: ReadonlyMap<string, ConfigTag>;
  /** Tags that show data, in document order. */
  readonly objects: readonly ConfigTag[];
  /** Tags that make results, in document order. */
  readonly controls: readonly ConfigTag[];
  /** What is doubtful and was tolerated. */
  readonly issues: readonly ConfigIssue[];

  /**
   * Returns the controls that speak of an object, in document order; the same
   * array every time.
   */
  controlsOf(objectName: string): readonly ConfigTag[];
}
