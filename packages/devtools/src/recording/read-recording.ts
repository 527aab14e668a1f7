import type {Issue, Parsed, StatePatch} from '@ls-annotation/core';

import {isOfAnnotation} from './recorded-state.js';
import {RECORDING_FORMAT, RECORDING_VERSION} from './session-recording.js';
import type {SessionRecording} from './session-recording.js';
import {
  flag,
  listOf,
  number,
  object,
  oneOf,
  optional,
  orNull,
  recordOf,
  shape,
  text,
} from './shape.js';
import type {Check} from './shape.js';

const HEAD = shape({format: oneOf(RECORDING_FORMAT)});

const RESULT = shape({id: text, fromName: text, toName: text, type: text});

const REGION = shape({
  id: text,
  ordinal: number,
  object: text,
  classification: flag,
  geometry: object,
  results: listOf(RESULT),
  envelope: object,
});

const ANNOTATION = shape({
  id: text,
  info: shape({type: oneOf('annotation', 'prediction', 'history')}),
  regions: listOf(REGION),
  nextOrdinal: number,
  relations: listOf(shape({id: text, fromId: text, toId: text})),
  selection: listOf(text),
  session: shape({activeLabels: object, typed: object}),
});

/** A step of a path: a key, or a place in a list. */
const STEP: Check = (value, path) =>
  typeof value === 'number' ? number(value, path) : text(value, path);

const PATCH_HEAD = shape({
  op: oneOf('add', 'replace', 'remove'),
  path: listOf(STEP),
});

const PATCH: Check = (value, path) => {
  const issues = PATCH_HEAD(value, path);
  if (issues.length > 0) return issues;
  const patch = value as StatePatch;
  return isOfAnnotation(patch) ? ANNOTATION(patch.value, `${path}/value`) : [];
};

const ENTRIES: Readonly<Record<string, Check>> = {
  change: shape({
    atMs: number,
    origin: oneOf('user', 'plugin', 'operator', 'remote', 'load', 'history'),
    author: optional(text),
    label: text,
    mergeKey: optional(text),
    isCollected: optional(flag),
    patches: listOf(PATCH),
  }),
  event: shape({atMs: number, name: text, args: listOf(encoded)}),
  display: shape({atMs: number, annotationId: text}),
};

const ENTRY: Check = (value, path) => {
  const kinds = shape({kind: oneOf(...Object.keys(ENTRIES))});
  const issues = kinds(value, path);
  if (issues.length > 0) return issues;
  const {kind} = value as {readonly kind: string};
  return ENTRIES[kind]?.(value, path) ?? [];
};

const RECORDING = shape({
  recordedAt: text,
  config: text,
  task: shape({data: object}),
  start: shape({
    annotations: listOf(ANNOTATION),
    order: listOf(text),
    predictions: listOf(text),
    selectedId: orNull(text),
  }),
  entries: listOf(ENTRY),
  results: recordOf(listOf(object)),
});

/**
 * Reads a recording from JSON. What does not fit is told with its place, and
 * none of it is used.
 */
export function readRecording(json: string): Parsed<SessionRecording> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    return refuse('recording/json', `This is not JSON: ${String(cause)}`);
  }
  if (HEAD(value, '').length > 0) {
    return refuse(
      'recording/format',
      'This is not a recorded session. Import one that was exported here.',
    );
  }
  const {version} = value as {readonly version?: unknown};
  if (version !== RECORDING_VERSION) {
    return refuse(
      'recording/version',
      `Recordings of version ${JSON.stringify(version)} cannot be read here, ` +
        `only those of version ${String(RECORDING_VERSION)}.`,
    );
  }
  const issues = RECORDING(value, '');
  if (issues.length > 0) return {ok: false, issues};
  return {ok: true, value: value as SessionRecording, warnings: []};
}

function refuse(code: string, message: string): {ok: false; issues: Issue[]} {
  return {ok: false, issues: [{code, path: '', message}]};
}

/** Takes an argument of an event as it was encoded. */
function encoded(value: unknown, path: string): readonly Issue[] {
  const [kind, ...rest] = Array.isArray(value) ? (value as unknown[]) : [];
  switch (kind) {
    case 'value':
    case 'root':
      return [];
    case 'list':
      return listOf(encoded)(rest[0], `${path}/1`);
    case 'object':
      return listOf((entry, at) =>
        Array.isArray(entry)
          ? [...text(entry[0], `${at}/0`), ...encoded(entry[1], `${at}/1`)]
          : object(null, at),
      )(rest[0], `${path}/1`);
    case 'annotation':
      return text(rest[0], `${path}/1`);
    case 'region':
      return rest.flatMap((id, at) => text(id, `${path}/${String(at + 1)}`));
    default:
      return object(null, path);
  }
}
