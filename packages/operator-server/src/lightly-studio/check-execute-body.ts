import type {ValidationDetail} from './validation-detail.js';

/** Values of `filter_type`, in the order of LightlyStudio's messages. */
const FILTER_TYPES = [
  'image',
  'video_frame',
  'video',
  'annotations',
  'group',
  'sample',
];

const UUID =
  /^(?:urn:uuid:)?\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i;

/** How {@link checkExecuteBody} looks at a body. */
export interface CheckExecuteBodyOptions {
  /**
   * Whether a collection must be named, as LightlyStudio asks.
   * @defaultValue `true`
   */
  readonly needsCollection?: boolean;
}

/**
 * Returns what is wrong with the body of a request that runs an operator, in
 * the words and the order of LightlyStudio; empty when nothing is. Keys that
 * it does not know are ignored.
 */
export function checkExecuteBody(
  body: unknown,
  {needsCollection = true}: CheckExecuteBodyOptions = {},
): readonly ValidationDetail[] {
  if (body === undefined || body === null) {
    return [missing(['body'], null)];
  }
  if (!isRecord(body)) return [notAnObject(['body'], body)];
  const details: ValidationDetail[] = [];
  if (!('parameters' in body)) {
    details.push(missing(['body', 'parameters'], body));
  } else if (!isRecord(body.parameters)) {
    details.push({
      type: 'dict_type',
      loc: ['body', 'parameters'],
      msg: 'Input should be a valid dictionary',
      input: body.parameters,
    });
  }
  if (!('context' in body)) {
    if (needsCollection) details.push(missing(['body', 'context'], body));
    return details;
  }
  return [...details, ...checkContext(body.context, needsCollection)];
}

/** Returns the problem of a body that is no JSON. */
export function invalidJson(at: number, error: string): ValidationDetail {
  return {
    type: 'json_invalid',
    loc: ['body', at],
    msg: 'JSON decode error',
    input: {},
    ctx: {error},
  };
}

function checkContext(
  context: unknown,
  needsCollection: boolean,
): readonly ValidationDetail[] {
  const loc = ['body', 'context'];
  if (!isRecord(context)) return [notAnObject(loc, context)];
  const details: ValidationDetail[] = [];
  const {collection_id: id, context_filter: filter} = context;
  const idLoc = [...loc, 'collection_id'];
  if (id === undefined) {
    if (needsCollection) details.push(missing(idLoc, context));
  } else if (typeof id !== 'string') {
    const msg = 'UUID input should be a string, bytes or UUID object';
    details.push({type: 'uuid_type', loc: idLoc, msg, input: id});
  } else if (!UUID.test(id)) {
    details.push(notUuid(idLoc, id));
  }
  if (filter !== undefined && filter !== null) {
    details.push(...checkFilter(filter, [...loc, 'context_filter']));
  }
  return details;
}

function checkFilter(
  filter: unknown,
  loc: readonly string[],
): readonly ValidationDetail[] {
  const discriminator = "'filter_type'";
  if (!isRecord(filter)) {
    return [{...notAnObject(loc, filter), type: 'model_attributes_type'}];
  }
  if (filter.filter_type === undefined) {
    const msg = `Unable to extract tag using discriminator ${discriminator}`;
    const ctx = {discriminator};
    return [{type: 'union_tag_not_found', loc, msg, input: filter, ctx}];
  }
  const type = filter.filter_type;
  const tag = typeof type === 'string' ? type : JSON.stringify(type);
  if (FILTER_TYPES.includes(tag)) return [];
  const expected = FILTER_TYPES.map((name) => `'${name}'`).join(', ');
  return [
    {
      type: 'union_tag_invalid',
      loc,
      msg:
        `Input tag '${tag}' found using ${discriminator} does not match any ` +
        `of the expected tags: ${expected}`,
      input: filter,
      ctx: {discriminator, tag, expected_tags: expected},
    },
  ];
}

function missing(
  loc: readonly (string | number)[],
  input: unknown,
): ValidationDetail {
  return {type: 'missing', loc, msg: 'Field required', input};
}

function notAnObject(
  loc: readonly (string | number)[],
  input: unknown,
): ValidationDetail {
  const msg =
    'Input should be a valid dictionary or object to extract fields from';
  return {type: 'model_attributes_type', loc, msg, input};
}

function notUuid(
  loc: readonly (string | number)[],
  input: string,
): ValidationDetail {
  const error = 'invalid UUID';
  const msg = `Input should be a valid UUID, ${error}`;
  return {type: 'uuid_parsing', loc, msg, input, ctx: {error}};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
