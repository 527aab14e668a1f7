import type {Region} from '../model/region.js';
import type {Relation} from '../model/relation.js';
import type {ResultJson} from '../model/result-json.js';
import type {Result} from '../model/result.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {regionsOf} from '../state/region-table.js';

import {isDeepEqual} from './is-deep-equal.js';
import {isMerged, withMergedLabels} from './merged-labels.js';
import {regionFieldsOf, regionFieldsToJson} from './region-fields.js';
import {valueKeyOf} from './value-key.js';

/** What to leave out of the written results. */
export interface WriteOptions {
  /**
   * Says whether a result goes out; for rules such as `visibleWhen`.
   * @defaultValue every result goes out
   */
  readonly include?: (region: Region, result: Result) => boolean;
  /** Object tags whose regions go out without their text. */
  readonly omitTextOf?: ReadonlySet<string>;
}

interface Entry {
  readonly json: ResultJson;
  readonly sourceIndex: number | undefined;
}

/**
 * Returns an annotation as Label Studio results: regions in creation order
 * with their results, then relations.
 *
 * What was loaded and not changed goes out as it came in, key by key, in the
 * order it came. What was changed differs from its source in the changed
 * keys only.
 *
 * @returns A new array; its entries are frozen and may be shared.
 * @see {@link https://labelstud.io/guide/task_format | Label Studio JSON}
 */
export function writeResults(
  annotation: AnnotationState,
  options: WriteOptions = {},
): ResultJson[] {
  const entries: Entry[] = [];
  for (const region of regionsOf(annotation.regions)) {
    for (const result of region.results) {
      if (isMerged(region, result)) continue;
      if (options.include && !options.include(region, result)) continue;
      const {sourceIndex} = result;
      entries.push({json: writeResult(region, result, options), sourceIndex});
    }
  }
  for (const relation of annotation.relations) {
    const {sourceIndex} = relation;
    entries.push({json: writeRelation(relation), sourceIndex});
  }
  return inSourceOrder(entries).map(({json}) => json);
}

/** Returns one result of a region as Label Studio JSON. */
export function writeResult(
  region: Region,
  result: Result,
  options: WriteOptions = {},
): ResultJson {
  const json = result.source
    ? writeLoaded(region, result, result.source)
    : writeNew(region, result, options);
  return withMergedLabels(region, result, json);
}

function writeNew(
  region: Region,
  result: Result,
  options: WriteOptions,
): ResultJson {
  const {text, ...geometry} = region.geometry;
  const keepsText =
    text !== undefined && options.omitTextOf?.has(region.object) !== true;
  return {
    id: region.id,
    from_name: result.fromName,
    to_name: result.toName,
    type: result.type,
    value: {
      ...geometry,
      ...(keepsText ? {text} : {}),
      ...valueOf(result),
    },
    ...regionFieldsToJson(region),
    ...(result.score === undefined ? {} : {score: result.score}),
    ...(result.meta === undefined ? {} : {meta: result.meta}),
    ...(region.classification ? {} : region.envelope),
  };
}

function writeLoaded(
  region: Region,
  result: Result,
  source: ResultJson,
): ResultJson {
  const value = {...source.value, ...changedGeometry(region)};
  const key = result.valueKey;
  if (key === '' || isDeepEqual(result.value, value[key])) {
    const json = withChangedFields(region, source);
    return isDeepEqual(value, source.value ?? {}) ? json : {...json, value};
  }
  return {
    ...withChangedFields(region, source),
    value: {...value, ...valueOf(result)},
  };
}

function valueOf(result: Result): Record<string, unknown> {
  const key =
    result.valueKey === '' ? valueKeyOf(result.type) : result.valueKey;
  return key === '' || result.value === undefined ? {} : {[key]: result.value};
}

function changedGeometry(region: Region): Record<string, unknown> {
  const {geometry, sourceGeometry} = region;
  if (geometry === sourceGeometry) return {};
  return Object.fromEntries(
    Object.entries(geometry).filter(
      ([key, now]) => !isDeepEqual(now, sourceGeometry?.[key]),
    ),
  );
}

function withChangedFields(region: Region, source: ResultJson): ResultJson {
  const reference = region.results.find(({source: own}) => own)?.source;
  const before = regionFieldsToJson(regionFieldsOf(reference ?? source));
  const now = regionFieldsToJson(region);
  const json: Record<string, unknown> = {...source, id: region.id};
  for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (isDeepEqual(before[key], now[key])) continue;
    if (key in now) json[key] = now[key];
    else Reflect.deleteProperty(json, key);
  }
  return json as ResultJson;
}

function writeRelation(relation: Relation): ResultJson {
  const changed = {
    from_id: relation.fromId,
    to_id: relation.toId,
    direction: relation.direction,
    ...(relation.labels.length > 0 ? {labels: relation.labels} : {}),
  };
  const {source} = relation;
  if (!source) return {type: 'relation', ...changed};
  const json: Record<string, unknown> = {...source};
  if (source.from_id !== relation.fromId) json.from_id = relation.fromId;
  if (source.to_id !== relation.toId) json.to_id = relation.toId;
  if ((source.direction ?? 'right') !== relation.direction) {
    json.direction = relation.direction;
  }
  if (!isDeepEqual(source.labels ?? [], relation.labels)) {
    json.labels = relation.labels;
  }
  return json as ResultJson;
}

/**
 * Puts loaded entries in the order they came; a new entry stays behind the
 * one it follows.
 */
function inSourceOrder(entries: readonly Entry[]): readonly Entry[] {
  let place = -1;
  const placed = entries.map((entry) => {
    place = entry.sourceIndex ?? place;
    return {entry, place};
  });
  return placed
    .sort((left, right) => left.place - right.place)
    .map(({entry}) => entry);
}
