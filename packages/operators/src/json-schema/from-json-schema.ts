import type {Parsed} from '@ls-annotation/core';

import type {BaseParameter} from '../parameters/base-parameter.js';
import {isRecord, ownValue} from '../parameters/own-value.js';
import {pointerParts, toPointer} from '../parameters/parameter-issue.js';
import type {ParameterIssue} from '../parameters/parameter-issue.js';
import type {ParameterDefinition} from '../parameters/parameter-view.js';
import {SafePattern} from '../parameters/pattern/safe-pattern.js';
import {readParameters} from '../parameters/read-parameters.js';

import {EXTENSION_KEY, ORDER_KEY} from './json-schema.js';
import type {JsonSchema} from './json-schema.js';
import {
  COLOR_PATTERN,
  FORMAT_TYPES,
  SCHEMA_FORMATS,
  wordsOf,
} from './schema-words.js';

/** What a schema is read with. */
interface Reading {
  readonly root: JsonSchema;
  /** Where in the schema it stands, a JSON pointer. */
  readonly place: string;
  readonly issues: ParameterIssue[];
  readonly depth: number;
}

const MAX_DEPTH = 16;
const UNDERSTOOD = new Set([
  '$schema',
  '$id',
  '$comment',
  '$defs',
  '$ref',
  'type',
  'title',
  'description',
  'default',
  'examples',
  'enum',
  'const',
  'oneOf',
  'anyOf',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'format',
  'pattern',
  'readOnly',
  'writeOnly',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  EXTENSION_KEY,
  ORDER_KEY,
]);

/**
 * Returns parameters for the properties of a JSON Schema (2020-12) of an object.
 *
 * Every keyword that has no counterpart is a warning, with its place in the
 * schema; local references (`#/$defs/…`) are followed. A schema of something
 * other than an object cannot be read.
 */
export function fromJsonSchema(
  schema: unknown,
): Parsed<readonly BaseParameter[], ParameterIssue> {
  if (!isRecord(schema) || !isRecord(follow(schema, schema)?.properties)) {
    const message = 'The schema must be of an object with properties.';
    return {ok: false, issues: [{code: 'parameter/schema', path: '', message}]};
  }
  const issues: ParameterIssue[] = [];
  const reading = {root: schema, place: '', issues, depth: 0};
  const outer = follow(schema, schema) ?? schema;
  reportUnknown(outer, reading);
  const read = readParameters(groupDefinitions(outer, reading));
  return read.ok ? {...read, warnings: [...issues, ...read.warnings]} : read;
}

/** Returns the definition that one schema leads to; nothing is reported. */
export function schemaToDefinition(
  name: string,
  schema: JsonSchema,
  {required}: {readonly required: boolean},
): ParameterDefinition {
  const reading = {root: schema, place: '', issues: [], depth: 0};
  return readSchema(name, schema, required, reading);
}

function groupDefinitions(
  schema: JsonSchema,
  reading: Reading,
): readonly ParameterDefinition[] {
  const {required} = schema;
  const names = Array.isArray(required) ? (required as unknown[]) : [];
  return orderedEntries(schema).map(([name, property]) =>
    readSchema(
      name,
      isRecord(property) ? property : {},
      names.includes(name),
      within(reading, 'properties', name),
    ),
  );
}

function orderedEntries({
  properties,
  [ORDER_KEY]: order,
}: JsonSchema): readonly (readonly [name: string, property: unknown])[] {
  const entries = Object.entries(isRecord(properties) ? properties : {});
  if (!Array.isArray(order)) return entries;
  const places = new Map(
    (order as readonly unknown[]).map((name, at) => [name, at]),
  );
  const placeOf = ([name]: readonly [string, unknown]): number =>
    places.get(name) ?? places.size;
  return entries.sort((left, right) => placeOf(left) - placeOf(right));
}

function readSchema(
  name: string,
  written: JsonSchema,
  required: boolean,
  reading: Reading,
): ParameterDefinition {
  const target = follow(written, reading.root);
  if (!target) report(reading, '$ref', 'The reference leads nowhere.');
  const schema = withoutNull(target ?? {}, reading);
  if (reading.depth > MAX_DEPTH) {
    report(reading, '', 'It is nested too deep: it becomes text.');
    return {name, required};
  }
  reportUnknown(schema, reading);
  const kept = ownValue(schema, EXTENSION_KEY);
  const extension = isRecord(kept) ? kept : {};
  const {title, description, readOnly: isFixed} = schema;
  return {
    required,
    ...(typeof title === 'string' && {title}),
    ...(typeof description === 'string' && {description}),
    ...(schema.default !== undefined && {default: schema.default}),
    ...(isFixed === true && {read_only: true}),
    // What stands for a type without a word is no part of the type.
    ...(Object.hasOwn(extension, 'param_type')
      ? {}
      : typeDefinition(schema, reading)),
    ...extension,
    name,
  };
}

function typeDefinition(
  schema: JsonSchema,
  reading: Reading,
): Readonly<Record<string, unknown>> {
  switch (schema.type ?? guessType(schema)) {
    case 'string':
      return textDefinition(schema);
    case 'integer':
      return {param_type: 'int', ...words('int', schema), ...choices(schema)};
    case 'number':
      return {param_type: 'float', ...words('int', schema), ...choices(schema)};
    case 'boolean':
      return {param_type: 'bool'};
    case 'array':
      return arrayDefinition(schema, reading);
    case 'object':
      return objectDefinition(schema, reading);
    default:
      report(reading, 'type', 'The type is not known: it becomes text.');
      return {};
  }
}

function textDefinition(schema: JsonSchema): Readonly<Record<string, unknown>> {
  const {format, pattern, writeOnly: isSecret, examples} = schema;
  const dated = keyOf(FORMAT_TYPES, format);
  if (dated !== undefined) return {param_type: dated};
  if (pattern === COLOR_PATTERN) return {param_type: 'color'};
  const known = keyOf(SCHEMA_FORMATS, format);
  return {
    param_type: 'str',
    ...words('str', schema),
    ...(typeof pattern === 'string' && {pattern: wholePattern(pattern)}),
    ...(known !== undefined && {format: known}),
    ...(isSecret === true && {secret: true}),
    ...(Array.isArray(examples) && {suggestions: examples}),
    ...choices(schema),
  };
}

/** JSON Schema looks for a match anywhere, a parameter wants the whole. */
function wholePattern(pattern: string): string {
  const [, inner] = /^\^\(\?:(.*)\)\$$/s.exec(pattern) ?? [];
  if (inner !== undefined && typeof SafePattern.compile(inner) !== 'string') {
    return inner;
  }
  return `[^]*(?:${pattern})[^]*`;
}

function choices(schema: JsonSchema): Readonly<Record<string, unknown>> {
  if (Array.isArray(schema.enum)) return {choices: schema.enum};
  if ('const' in schema) return {choices: [schema.const]};
  const list = schema.oneOf ?? schema.anyOf;
  if (!Array.isArray(list)) return {};
  const entries = (list as readonly unknown[]).filter(isConstant);
  if (entries.length !== list.length) return {};
  return {
    choices: entries.map(({const: value, title, description}) => ({
      value,
      ...(typeof title === 'string' && {title}),
      ...(typeof description === 'string' && {description}),
    })),
  };
}

function arrayDefinition(
  schema: JsonSchema,
  reading: Reading,
): Readonly<Record<string, unknown>> {
  const items = isRecord(schema.items) ? schema.items : {};
  if (!isRecord(schema.items)) {
    report(reading, 'items', 'It must be one schema: entries become text.');
  }
  const item = readSchema('item', items, true, within(reading, 'items'));
  const {name: _name, ...rest} = item;
  return {param_type: 'list', item: rest, ...words('list', schema)};
}

function objectDefinition(
  schema: JsonSchema,
  reading: Reading,
): Readonly<Record<string, unknown>> {
  const list = schema.oneOf ?? schema.anyOf;
  const keyword = schema.oneOf === undefined ? 'anyOf' : 'oneOf';
  if (!Array.isArray(list)) {
    return {
      param_type: 'object',
      properties: groupDefinitions(schema, reading),
    };
  }
  const variants = (list as readonly unknown[]).map((one, index) =>
    variantDefinition(one, within(reading, keyword, index)),
  );
  return {param_type: 'one_of', variants};
}

function variantDefinition(
  written: unknown,
  reading: Reading,
): Readonly<Record<string, unknown>> {
  const schema = (isRecord(written) && follow(written, reading.root)) || {};
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const {variant, ...rest} = properties;
  const isNamed = isConstant(variant) && typeof variant.const === 'string';
  const fallback = `variant-${pointerParts(reading.place).at(-1) ?? ''}`;
  if (!isNamed) {
    const message = `A variant has no name; it is called "${fallback}".`;
    report(reading, 'properties', message);
  }
  const {title, description} = schema;
  return {
    name: isNamed ? variant.const : fallback,
    ...(typeof title === 'string' && {title}),
    ...(typeof description === 'string' && {description}),
    properties: groupDefinitions({...schema, properties: rest}, reading),
  };
}

/** `{type: ['string', 'null']}` is how others write an optional text. */
function withoutNull(schema: JsonSchema, reading: Reading): JsonSchema {
  const {type} = schema;
  if (!Array.isArray(type)) return schema;
  const rest = (type as readonly unknown[]).filter((one) => one !== 'null');
  if (rest.length > 1) report(reading, 'type', 'Only the first type is taken.');
  return {...schema, type: rest[0]};
}

function guessType({properties, items, oneOf, ...schema}: JsonSchema): unknown {
  if (properties !== undefined) return 'object';
  if (items !== undefined) return 'array';
  const values = choices({oneOf, ...schema}).choices;
  const first = Array.isArray(values) ? (values[0] as unknown) : undefined;
  const value = isRecord(first) ? first.value : first;
  if (value === undefined) return undefined;
  return typeof value === 'number' ? 'number' : typeof value;
}

function words(
  paramType: string,
  schema: JsonSchema,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(wordsOf(paramType))
      .filter(([, word]) => schema[word] !== undefined)
      .map(([key, word]) => [key, schema[word]]),
  );
}

function reportUnknown(schema: JsonSchema, reading: Reading): void {
  for (const keyword of Object.keys(schema)) {
    if (UNDERSTOOD.has(keyword)) continue;
    report(reading, keyword, 'There is no counterpart; it is left out.');
  }
}

function report(reading: Reading, keyword: string, message: string): void {
  const path = reading.place + (keyword === '' ? '' : toPointer(keyword));
  reading.issues.push({code: 'parameter/schema', path, message});
}

/** Returns the schema that a local reference leads to. */
function follow(schema: JsonSchema, root: JsonSchema): JsonSchema | undefined {
  let at: JsonSchema = schema;
  for (let step = 0; step < MAX_DEPTH; step += 1) {
    const {$ref: reference, ...own} = at;
    if (reference === undefined) return at;
    if (typeof reference !== 'string' || !/^#(?:$|\/)/.test(reference)) {
      return undefined;
    }
    const target = pointerParts(reference).reduce<unknown>(
      (value, part) => (isRecord(value) ? ownValue(value, part) : undefined),
      root,
    );
    if (!isRecord(target)) return undefined;
    at = {...target, ...own};
  }
  return undefined;
}

function within(
  {place, depth, ...reading}: Reading,
  ...parts: readonly (string | number)[]
): Reading {
  return {...reading, place: place + toPointer(...parts), depth: depth + 1};
}

function isConstant(value: unknown): value is JsonSchema {
  return isRecord(value) && Object.hasOwn(value, 'const');
}

function keyOf(
  table: Readonly<Record<string, string>>,
  word: unknown,
): string | undefined {
  return Object.keys(table).find((key) => table[key] === word);
}
