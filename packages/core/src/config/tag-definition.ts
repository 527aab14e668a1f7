import type {AttributeSpecs} from './attribute-spec.js';

/**
 * What part a tag plays.
 *
 * - `object` shows data of the task;
 * - `control` makes results about an object;
 * - `item` is an option of a control, or a part of an object;
 * - `visual` shows or arranges;
 * - `unknown` is none of ours.
 */
export type TagRole = 'object' | 'control' | 'item' | 'visual' | 'unknown';

/**
 * How a tag takes `name`.
 *
 * `required` and `optional` names are unique in the config; a `local` name is
 * required and belongs to the parent tag (`<Bucket>`); `ignored` names mean
 * nothing.
 */
export type NameRule =
  'required' | 'optional' | 'forbidden' | 'local' | 'ignored';

/** What there is to know about a tag apart from any one config. */
export interface TagDefinition {
  /** Lower-case name, for example `rectanglelabels`. */
  readonly type: string;
  /** Name as the documentation writes it, for example `RectangleLabels`. */
  readonly tagName: string;
  /** What part the tag plays. */
  readonly role: TagRole;
  /** Result type of a control, `''` for other tags. */
  readonly resultType: string;
  /** Key of the control's value in a result, `''` for geometry alone. */
  readonly valueKey: string;
  /** True for a control that puts labels on regions. */
  readonly labeling: boolean;
  /** True for a control that speaks of a whole object, region or item. */
  readonly classification: boolean;
  /**
   * Shape that a control draws on its object (`rectangle`, `polygon`), or
   * `''` for a control that draws none of its own.
   */
  readonly shape: string;
  /** Lower-case object types that a control applies to; empty for any. */
  readonly appliesTo: readonly string[];
  /** Lower-case types of which one must be an ancestor; empty for any. */
  readonly parents: readonly string[];
  /** How the tag takes `name`. */
  readonly nameRule: NameRule;
  /** Lower-case type of the tag's options (`label`, `choice`), or `''`. */
  readonly itemType: string;
  /** Attributes with meaning, by lower-case name. */
  readonly attributes: AttributeSpecs;
}

const BLANK: Omit<TagDefinition, 'type' | 'tagName' | 'role'> = {
  resultType: '',
  valueKey: '',
  labeling: false,
  classification: false,
  shape: '',
  appliesTo: [],
  parents: [],
  nameRule: 'ignored',
  itemType: '',
  attributes: {},
};

/**
 * Returns a definition with everything that `facts` leave out at its blank
 * value.
 */
export function defineTag(
  tagName: string,
  facts: Partial<Omit<TagDefinition, 'type' | 'tagName'>> &
    Pick<TagDefinition, 'role'>,
): TagDefinition {
  return Object.freeze({
    ...BLANK,
    ...facts,
    type: tagName.toLowerCase(),
    tagName,
  });
}
