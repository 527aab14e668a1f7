/**
 * One element of a labeling config as plain data.
 *
 * Reading XML is left to the platform: a browser's `DOMParser`, a Node
 * reader. Comments and processing instructions are not part of the tree.
 */
export interface ConfigNode {
  /** Tag name as it was written. */
  readonly tag: string;
  /** Attributes under their written names, entities resolved. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Child elements in order. */
  readonly children: readonly ConfigNode[];
  /** Character data directly inside the element, joined, not trimmed. */
  readonly text: string;
  /**
   * Everything inside the element as markup, for tags that show it
   * (`<HyperText>`).
   * @defaultValue the text
   */
  readonly markup?: string;
}
