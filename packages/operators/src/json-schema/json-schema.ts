/** A schema of JSON Schema 2020-12, as far as it is looked at. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where a schema keeps what JSON Schema has no word for. */
export const EXTENSION_KEY = 'x-parameter';

/**
 * The names of properties in order, where their order as keys is another:
 * JavaScript has names like `0` first.
 */
export const ORDER_KEY = 'x-order';

/** The dialect that is written and read. */
export const JSON_SCHEMA_DIALECT =
  'https://json-schema.org/draft/2020-12/schema';
