/**
 * The facts about a control tag that a command needs; every `ConfigTag` of a
 * control has them.
 */
export interface Control {
  /** Name of the tag. */
  readonly name: string;
  /** Names of the object tags it is for; the first is the default. */
  readonly toName: readonly string[];
  /** What the kind of tag says about its results. */
  readonly definition: {
    /** Result type, for example `choices`. */
    readonly resultType: string;
    /** Key of the control's value, `''` for geometry alone. */
    readonly valueKey: string;
  };
}
