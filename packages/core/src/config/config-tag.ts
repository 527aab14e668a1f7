import type {ConfigNode} from './config-node.js';
import type {TagDefinition} from './tag-definition.js';

/** One tag of a labeling config, normalised. */
export interface ConfigTag {
  /** Path from the root, unique in the config, for example `0.2.1`. */
  readonly key: string;
  /** Lower-case name, for example `labels`. */
  readonly type: string;
  /** Name as the documentation writes it; as written for unknown tags. */
  readonly tagName: string;
  /** Name of the tag in its config, `''` for none. */
  readonly name: string;
  /** Names of the objects that a control speaks of. */
  readonly toName: readonly string[];
  /**
   * The `value` attribute, or the text of a tag that holds nothing but text;
   * variables are not resolved. On an option (`Label`, `Choice`) of a config
   * that was parsed with data, variables that the data has are resolved.
   */
  readonly value: string;
  /** Character data directly inside the tag, not trimmed. */
  readonly text: string;
  /** Everything inside the tag as markup. */
  readonly markup: string;
  /**
   * Attributes by lower-case name; `true` and `false` are booleans, except in
   * `value`. Attributes without meaning are kept and ignored.
   */
  readonly attributes: Readonly<Record<string, string | boolean>>;
  /** Child tags in order; empty for tags that show their markup. */
  readonly children: readonly ConfigTag[];
  /** The tag it stands in, `null` for the root. */
  readonly parent: ConfigTag | null;
  /** What there is to know about the tag apart from this config. */
  readonly definition: TagDefinition;
  /** The element it was made from. */
  readonly source: ConfigNode;
}
