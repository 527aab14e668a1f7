export {fromJsonSchema} from './from-json-schema.js';
export {EXTENSION_KEY, JSON_SCHEMA_DIALECT} from './json-schema.js';
export type {JsonSchema} from './json-schema.js';
export {toJsonSchema} from './to-json-schema.js';
export type {JsonSchemaExport} from './to-json-schema.js';
