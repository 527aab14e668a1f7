import type {Region, Relation, Result, SessionState} from '@ls-annotation/core';
import {MODAL_TYPES} from '@ls-annotation/lsi';

import {LOG_LEVELS} from '../../console/log-level.js';
import type {PluginPlace} from '../../errors.js';
import {copyWithin, MESSAGE_LIMITS} from '../plain-data.js';
import {ANNOUNCED, REQUESTS} from '../protocol.js';
import type {FailureData, GuestMessage, WriteOperation} from '../protocol.js';

import {logValue} from './log-shape.js';
import {
  anything,
  count,
  flag,
  isRecord,
  listOf,
  literal,
  nullable,
  number,
  oneOf,
  optional,
  record,
  text,
} from './shape.js';
import type {Shape} from './shape.js';

const MAX_REGIONS = 20_000;
const MAX_PX = 100_000;

/** An id of Label Studio: letters, digits, `-` and `_`. */
const id: Shape<string> = (value): value is string =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value);

const PLACES: readonly PluginPlace[] = [
  'compile',
  'run',
  'activate',
  'handler',
  'dispose',
  'background',
];

const failure = record<FailureData>({
  name: text(200),
  message: text(4000),
  stack: text(16_000),
  code: text(100),
  position: nullable(record({line: count(1), column: count(1)})),
  refusal: count(),
});

const plainRecord: Shape<Record<string, unknown>> = isRecord;

const result = record<Result>({
  id,
  fromName: text(200),
  toName: text(200),
  type: text(60),
  valueKey: text(60),
  value: anything,
  score: optional(number),
  readonly: optional(flag),
  meta: optional(plainRecord),
  source: optional(plainRecord) as Shape<Result['source']>,
  sourceIndex: optional(count()),
});

/** A region as the store holds it. */
export const regionShape = record<Region>({
  id,
  ordinal: count(),
  object: text(200),
  classification: flag,
  geometry: plainRecord,
  sourceGeometry: optional(plainRecord),
  results: listOf(result, 200),
  origin: text(60),
  parentId: text(64),
  meta: optional(plainRecord),
  score: optional(number),
  readonly: flag,
  locked: flag,
  hidden: flag,
  itemIndex: optional(count()),
  envelope: plainRecord,
});

const relation = record<Relation>({
  id,
  fromId: text(64),
  toId: text(64),
  direction: text(20),
  labels: listOf(text(500), 100),
  source: optional(plainRecord) as Shape<Relation['source']>,
  sourceIndex: optional(count()),
});

const path: Shape<(string | number)[]> = (
  value,
): value is (string | number)[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length < 24 &&
  value.every((part) => text(500)(part) || count()(part));

const patch = record({
  op: oneOf(['add', 'replace', 'remove'] as const),
  path,
  value: anything,
});

const session: Shape<Partial<SessionState>> = record({
  activeLabels: optional(plainRecord) as Shape<SessionState['activeLabels']>,
  tool: optional(nullable(text(200))) as Shape<string | null>,
  typed: optional(plainRecord) as Shape<SessionState['typed']>,
  remoteValues: optional(plainRecord) as Shape<SessionState['remoteValues']>,
});

const OPERATIONS: {
  readonly [Kind in WriteOperation['kind']]: Shape<
    Extract<WriteOperation, {kind: Kind}>
  >;
} = {
  insert: record({kind: literal('insert'), region: regionShape}),
  update: record({
    kind: literal('update'),
    regionId: id,
    patches: listOf(patch, 1000),
  }),
  remove: record({kind: literal('remove'), regionId: id}),
  relations: record({
    kind: literal('relations'),
    relations: listOf(relation, MAX_REGIONS),
  }),
  selection: record({
    kind: literal('selection'),
    ids: listOf(id, MAX_REGIONS),
  }),
  session: record({kind: literal('session'), session}),
};

const operation = tagged<WriteOperation>('kind', OPERATIONS);

const MESSAGES: {
  readonly [Type in GuestMessage['type']]: Shape<
    Extract<GuestMessage, {type: Type}>
  >;
} = {
  ready: record({type: literal('ready'), version: count()}),
  started: record({type: literal('started')}),
  recovered: record({type: literal('recovered')}),
  failed: record({type: literal('failed'), place: oneOf(PLACES), failure}),
  subscribe: record({type: literal('subscribe'), name: text(100)}),
  write: record({
    type: literal('write'),
    write: count(1),
    label: text(200),
    mergeKey: text(200),
    operations: listOf(operation, MAX_REGIONS),
  }),
  announce: record({
    type: literal('announce'),
    event: oneOf(ANNOUNCED),
    regionId: id,
  }),
  verdict: record({
    type: literal('verdict'),
    call: count(1),
    verdict: oneOf(['allow', 'refuse', 'fail'] as const),
    failure: nullable(failure),
  }),
  request: record({
    type: literal('request'),
    request: count(1),
    action: oneOf(REQUESTS),
  }),
  modal: record({
    type: literal('modal'),
    message: text(20_000),
    kind: oneOf(MODAL_TYPES),
  }),
  store: record({
    type: literal('store'),
    key: text(1000),
    value: nullable(text(200_000)),
  }),
  failure: record({type: literal('failure'), place: oneOf(PLACES), failure}),
  denied: record({
    type: literal('denied'),
    refusal: count(1),
    permission: text(300),
    action: text(2000),
    stack: text(16_000),
  }),
  log: record({
    type: literal('log'),
    level: oneOf(LOG_LEVELS),
    args: listOf(logValue, 200),
    stack: text(8000),
    missed: count(),
  }),
  pong: record({type: literal('pong'), count: count()}),
  size: record({
    type: literal('size'),
    widthPx: pixels,
    heightPx: pixels,
  }),
};

const message = tagged<GuestMessage>('type', MESSAGES);

/** How many characters are as much work as one value. */
const CHARACTERS_A_VALUE = 40;

/**
 * Returns what a guest says as plain data of a known shape, copied.
 *
 * @param onSize - hears how much work that was, in values.
 * @returns `null` for anything else, which no guest says that was not
 *   meddled with.
 */
export function readGuestMessage(
  data: unknown,
  onSize: (size: number) => void = () => undefined,
): GuestMessage | null {
  const {depth, values, characters} = MESSAGE_LIMITS;
  const rest = {values, characters};
  try {
    const plain = copyWithin(data, depth, rest);
    const length = characters - rest.characters;
    onSize(values - rest.values + length / CHARACTERS_A_VALUE);
    return message(plain) ? plain : null;
  } catch {
    return null;
  }
}

function pixels(value: unknown): value is number {
  return number(value) && value >= 0 && value <= MAX_PX;
}

/** What has the shape that one of its fields names. */
function tagged<T extends object>(
  key: string,
  shapes: Readonly<Record<string, Shape<unknown>>>,
): Shape<T> {
  const table = new Map<unknown, Shape<unknown>>(Object.entries(shapes));
  return (value): value is T =>
    isRecord(value) && (table.get(value[key])?.(value) ?? false);
}
