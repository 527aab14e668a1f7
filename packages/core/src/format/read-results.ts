import {makeId} from '../id.js';
import type {Issue} from '../issue.js';
import type {Geometry, NewRegion} from '../model/region.js';
import type {Relation} from '../model/relation.js';
import type {ResultJson} from '../model/result-json.js';
import type {Result} from '../model/result.js';

import {isClassificationValue} from './is-classification-value.js';
import {otherKeysOf, regionFieldsOf} from './region-fields.js';
import {valueKeyOf} from './value-key.js';

/** What a list of results holds. */
export interface ResultsContent {
  /** Regions in the order of their first result. */
  readonly regions: readonly NewRegion[];
  /** Relations in their order. */
  readonly relations: readonly Relation[];
  /** Entries that could not be read and were left out. */
  readonly warnings: readonly Issue[];
}

/**
 * Reads a list of Label Studio results.
 *
 * Entries with the same id are one region. Nothing is looked up in a config:
 * results of controls that are not there, or not known, are kept. Each result
 * remembers the JSON it came from. An entry that is not an object with a
 * `type` is left out with a warning.
 *
 * @param json - The list; it is not changed.
 */
export function readResults(json: readonly unknown[]): ResultsContent {
  const groups = new Map<string, {json: ResultJson; index: number}[]>();
  const relations: Relation[] = [];
  const warnings: Issue[] = [];
  for (const [index, entry] of json.entries()) {
    if (!isResultJson(entry)) {
      warnings.push(badEntry(index));
    } else if (entry.type === 'relation') {
      relations.push(toRelation(entry, index));
    } else {
      const id = entry.id ?? makeId();
      const group = groups.get(id);
      if (group) group.push({json: entry, index});
      else groups.set(id, [{json: entry, index}]);
    }
  }
  const regions = [...groups].map(([id, entries]) => toRegion(id, entries));
  return {regions, relations, warnings};
}

function isResultJson(entry: unknown): entry is ResultJson {
  if (typeof entry !== 'object' || entry === null) return false;
  const {type, value, id} = entry as Record<string, unknown>;
  if (typeof type !== 'string') return false;
  if (id !== undefined && typeof id !== 'string') return false;
  return value === undefined || (typeof value === 'object' && value !== null);
}

function badEntry(index: number): Issue {
  return {
    code: 'format/bad-result',
    path: `/${String(index)}`,
    message:
      `Result ${String(index)} is not an object with a text "type", a text ` +
      '"id" and an object "value". It was left out; correct it in the source.',
  };
}

function toRelation(json: ResultJson, index: number): Relation {
  return {
    id: makeId(),
    fromId: json.from_id ?? '',
    toId: json.to_id ?? '',
    direction: json.direction ?? 'right',
    labels: json.labels ?? [],
    source: json,
    sourceIndex: index,
  };
}

function toRegion(
  id: string,
  entries: readonly {json: ResultJson; index: number}[],
): NewRegion {
  const results = entries.map(({json, index}) => toResult(json, index));
  const geometry: Geometry = Object.assign(
    {},
    ...entries
      .map(({json}, index) => geometryOf(json, results[index]?.valueKey ?? ''))
      .reverse(),
  ) as Geometry;
  const first = entries[0]?.json as ResultJson;
  return {
    id,
    object: first.to_name ?? '',
    classification: entries.every(({json}) =>
      isClassificationValue(json.value ?? {}),
    ),
    geometry,
    sourceGeometry: geometry,
    results,
    ...regionFieldsOf(first),
    envelope: otherKeysOf(first),
  };
}

function toResult(json: ResultJson, index: number): Result {
  const key = valueKeyOf(json.type);
  const valueKey = json.value && key in json.value ? key : '';
  return {
    id: makeId(),
    fromName: json.from_name ?? '',
    toName: json.to_name ?? '',
    type: json.type,
    valueKey,
    value: valueKey === '' ? undefined : json.value?.[valueKey],
    ...(json.score === undefined ? {} : {score: json.score}),
    ...(json.readonly === undefined ? {} : {readonly: json.readonly}),
    ...(json.meta === undefined ? {} : {meta: json.meta}),
    source: json,
    sourceIndex: index,
  };
}

function geometryOf(json: ResultJson, valueKey: string): Geometry {
  return Object.fromEntries(
    Object.entries(json.value ?? {}).filter(([key]) => key !== valueKey),
  );
}
