/** The part of JSON Schema that the schema of scenarios uses. */
export interface JsonSchema {
  /** Kind of value. */
  readonly type?:
    'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  /** The only values allowed. */
  readonly enum?: readonly unknown[];
  /** The only value allowed. */
  readonly const?: unknown;
  /** Another schema: `#/$defs/…`. */
  readonly $ref?: string;
  /** Schemas of which one has to fit. */
  readonly anyOf?: readonly JsonSchema[];
  /** Entries of an object. */
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** Other entries, `false` for none. */
  readonly additionalProperties?: JsonSchema | boolean;
  /** Entries that have to be there. */
  readonly required?: readonly string[];
  /** Entries of a list. */
  readonly items?: JsonSchema;
  /** Smallest number. */
  readonly minimum?: number;
  /** Schemas by name. */
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}
