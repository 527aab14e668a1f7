import type {JsonSchema} from './json-schema.js';

/** Something that a value lacks or has too much. */
export interface JsonIssue {
  /** JSON pointer to it. */
  readonly path: string;
  /** What is wrong. */
  readonly message: string;
}

/**
 * Returns what is wrong with a value by a schema; knows the keywords of
 * {@link JsonSchema} alone.
 */
export function validateJson(
  value: unknown,
  schema: JsonSchema,
): readonly JsonIssue[] {
  return issuesOf(value, schema, {root: schema, path: ''});
}

interface Place {
  readonly root: JsonSchema;
  readonly path: string;
}

function issuesOf(
  value: unknown,
  schema: JsonSchema,
  place: Place,
): readonly JsonIssue[] {
  const issue = (message: string): JsonIssue[] => [{path: place.path, message}];
  if (schema.$ref !== undefined) {
    return issuesOf(value, resolved(schema.$ref, place.root), place);
  }
  if (schema.anyOf) return anyIssues(value, schema.anyOf, place);
  if (schema.type && !isOfType(value, schema.type)) {
    return issue(`has to be ${schema.type}, not ${typeName(value)}`);
  }
  if ('const' in schema && value !== schema.const) {
    return issue(`has to be ${JSON.stringify(schema.const)}`);
  }
  if (schema.enum && !schema.enum.includes(value)) {
    return issue(`has to be one of ${schema.enum.join(', ')}`);
  }
  if (schema.minimum !== undefined && Number(value) < schema.minimum) {
    return issue(`has to be ${schema.minimum} or more`);
  }
  if (Array.isArray(value)) return itemIssues(value, schema, place);
  return isObject(value) ? entryIssues(value, schema, place) : [];
}

/** Of several schemas, the one that fits best says what is wrong. */
function anyIssues(
  value: unknown,
  schemas: readonly JsonSchema[],
  place: Place,
): readonly JsonIssue[] {
  const attempts = schemas
    .filter((schema) => hasRequired(value, schema))
    .map((schema) => issuesOf(value, schema, place))
    .sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length);
  const [best] = attempts;
  if (attempts.some(({length}) => length === 0)) return [];
  return best ?? [{path: place.path, message: `knows no ${namesOf(value)}`}];
}

/** Without the keys that tell one kind of object from another it is none. */
function hasRequired(value: unknown, {required = []}: JsonSchema): boolean {
  return !isObject(value) || required.every((key) => key in value);
}

function depthOf(issues: readonly JsonIssue[]): number {
  return Math.max(0, ...issues.map(({path}) => path.length));
}

function namesOf(value: unknown): string {
  if (!isObject(value)) return typeName(value);
  return Object.keys(value)
    .map((key) => `"${key}"`)
    .join(', ');
}

function itemIssues(
  list: readonly unknown[],
  {items}: JsonSchema,
  {root, path}: Place,
): readonly JsonIssue[] {
  if (!items) return [];
  return list.flatMap((item, index) =>
    issuesOf(item, items, {root, path: `${path}/${index}`}),
  );
}

function entryIssues(
  object: Readonly<Record<string, unknown>>,
  schema: JsonSchema,
  {root, path}: Place,
): readonly JsonIssue[] {
  const {properties = {}, additionalProperties = true, required = []} = schema;
  const missing = required
    .filter((key) => !(key in object))
    .map((key) => ({path, message: `has no "${key}"`}));
  const entries = Object.entries(object).flatMap(([key, value]) => {
    const at = {root, path: `${path}/${key}`};
    const known = properties[key] ?? additionalProperties;
    if (known === true) return [];
    if (known === false) return [{path, message: `knows no "${key}"`}];
    return issuesOf(value, known, at);
  });
  return [...missing, ...entries];
}

function resolved(reference: string, root: JsonSchema): JsonSchema {
  const name = reference.replace('#/$defs/', '');
  const found = reference === '#' ? root : root.$defs?.[name];
  if (found) return found;
  throw new Error(`The schema has no "${reference}".`);
}

function isOfType(value: unknown, type: JsonSchema['type']): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeName(value) === type;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeName(value) === 'object';
}
