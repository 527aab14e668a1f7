import {optionsOf} from '../config/options-of.js';
import type {LabelConfig} from '../config/label-config.js';
import {storedValue} from '../config/stored-value.js';
import type {NewRegion, Region} from '../model/region.js';
import type {ResultJson} from '../model/result-json.js';
import type {Result} from '../model/result.js';

import {isDeepEqual} from './is-deep-equal.js';

/** Results of this type carry the labels of their region in JSON. */
const CARRIER = 'videorectangle';
const LABELS = 'labels';

/**
 * Returns a region with the labels that its JSON carries as results of their
 * own controls, one a control that has any of them.
 *
 * A box on a video is one entry of JSON, its labels included, and is drawn by
 * one control and labelled by another. Where the config has no `Labels` for
 * the object, the region comes back as it is.
 */
export function splitMergedLabels(
  region: NewRegion,
  config: LabelConfig,
): NewRegion {
  const {geometry = {}, results} = region;
  if (!(LABELS in geometry) || !results.some(isCarrier)) return region;
  const {labels, ...shape} = geometry;
  const controls = config
    .controlsOf(region.object)
    .filter(({type}) => type === LABELS);
  const [first] = controls;
  if (!first || !Array.isArray(labels)) return region;
  const values = labels.map(String);
  const options = controls.map((control) =>
    optionsOf(control).map(storedValue),
  );
  const ownerOf = (value: string): number =>
    Math.max(
      0,
      options.findIndex((stored) => stored.includes(value)),
    );
  const added = controls.flatMap(({name}, index) => {
    const own = values.filter((value) => ownerOf(value) === index);
    return own.length === 0 ? [] : [labelsResult(name, region.object, own)];
  });
  return {
    ...region,
    geometry: shape,
    sourceGeometry: shape,
    results: [...results, ...added],
  };
}

/** Returns true for a result that goes out inside another one's JSON. */
export function isMerged(region: Region, result: Result): boolean {
  return (
    result.type === LABELS && !result.source && region.results.some(isCarrier)
  );
}

/** Puts the labels of a region into the JSON of the result that carries them. */
export function withMergedLabels(
  region: Region,
  result: Result,
  json: ResultJson,
): ResultJson {
  if (!isCarrier(result)) return json;
  const labels = region.results
    .filter((other) => isMerged(region, other))
    .flatMap(({value}) => (Array.isArray(value) ? value.map(String) : []));
  const before = json.value?.[LABELS];
  if (labels.length === 0 && !Array.isArray(before)) return json;
  if (isDeepEqual(labels, before)) return json;
  const {[LABELS]: _before, ...value} = json.value ?? {};
  return {
    ...json,
    value: labels.length === 0 ? value : {...value, [LABELS]: labels},
  };
}

function isCarrier({type}: {readonly type: string}): boolean {
  return type === CARRIER;
}

function labelsResult(
  fromName: string,
  toName: string,
  value: readonly string[],
): NewRegion['results'][number] {
  return {fromName, toName, type: LABELS, valueKey: LABELS, value};
}
