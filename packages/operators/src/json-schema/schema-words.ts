/** Keys of a view and the keyword that says the same, by `param_type`. */
export const SCHEMA_WORDS: Readonly<
  Record<string, Readonly<Record<string, string>>>
> = {
  str: {min_length: 'minLength', max_length: 'maxLength'},
  int: {
    min: 'minimum',
    max: 'maximum',
    exclusive_min: 'exclusiveMinimum',
    exclusive_max: 'exclusiveMaximum',
    multiple_of: 'multipleOf',
  },
  list: {
    min_items: 'minItems',
    max_items: 'maxItems',
    unique_items: 'uniqueItems',
  },
};

/** Formats of text and the words of JSON Schema for them. */
export const SCHEMA_FORMATS: Readonly<Record<string, string>> = {
  email: 'email',
  url: 'uri',
  uuid: 'uuid',
  hostname: 'hostname',
  ipv4: 'ipv4',
};

/** Types whose values are text of a format. */
export const FORMAT_TYPES: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  datetime: 'date-time',
};

/** Text that `color` takes. */
export const COLOR_PATTERN = '^#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$';

/** Returns the words for a type of parameter. */
export function wordsOf(paramType: string): Readonly<Record<string, string>> {
  const name = {float: 'int', table: 'list'}[paramType] ?? paramType;
  return SCHEMA_WORDS[name] ?? {};
}
