import {makeId} from '../id.js';
import type {LabelConfig} from '../config/label-config.js';
import type {Issue, Parsed} from '../issue.js';
import type {AnnotationJson} from '../model/task.js';
import type {
  AnnotationInfo,
  AnnotationState,
  AnnotationType,
} from '../state/annotation-state.js';
import {EMPTY_SESSION} from '../state/annotation-state.js';
import {makeRegion} from '../state/make-region.js';
import {EMPTY_REGION_TABLE, withRegions} from '../state/region-table.js';

import {splitMergedLabels} from './merged-labels.js';
import {readResults} from './read-results.js';

/** How an annotation is to be read. */
export interface ReadAnnotationOptions {
  /**
   * What kind of entry it is.
   * @defaultValue `'annotation'`
   */
  readonly type?: AnnotationType;
  /** Internal id to give it; made when it is absent. */
  readonly id?: string;
  /** Milliseconds since 1970 at which it is loaded. */
  readonly nowMs?: number;
  /** Says which control the labels inside a video box's JSON are of. */
  readonly config?: LabelConfig | null;
}

/**
 * Reads an annotation, prediction or history item of a Label Studio task.
 *
 * A draft is shown instead of the saved result when there is one.
 */
export function readAnnotation(
  json: AnnotationJson,
  options: ReadAnnotationOptions = {},
): Parsed<AnnotationState> {
  const results: unknown = json.draft ?? json.result ?? [];
  if (!Array.isArray(results)) return {ok: false, issues: [badResults()]};
  const content = readResults(results);
  const {config} = options;
  const regions = content.regions.map((region, index) =>
    makeRegion(config ? splitMergedLabels(region, config) : region, index),
  );
  return {
    ok: true,
    warnings: content.warnings,
    value: {
      id: options.id ?? makeId(),
      info: readInfo(json, options),
      regions: withRegions(EMPTY_REGION_TABLE, regions),
      relations: content.relations,
      selection: [],
      session: EMPTY_SESSION,
    },
  };
}

/** Returns a new annotation that a person is about to fill. */
export function emptyAnnotation(
  options: ReadAnnotationOptions & {readonly createdBy?: string} = {},
): AnnotationState {
  return {
    id: options.id ?? makeId(),
    info: {
      ...readInfo({}, options),
      userGenerate: true,
      createdBy: options.createdBy ?? 'Admin',
    },
    regions: EMPTY_REGION_TABLE,
    relations: [],
    selection: [],
    session: EMPTY_SESSION,
  };
}

function readInfo(
  json: AnnotationJson,
  options: ReadAnnotationOptions,
): AnnotationInfo {
  const {result, draft: _draft, ...source} = json;
  const type = options.type ?? 'annotation';
  const nowMs = options.nowMs ?? Date.now();
  const pk = json.pk ?? json.id;
  const leadTime = json.lead_time ?? json.leadTime;
  const score = json.score;
  return {
    type,
    pk: pk === undefined ? null : String(pk),
    userGenerate: false,
    sentUserGenerate: false,
    hasSavedResult: result !== undefined,
    readonly: json.readonly === true,
    editable: type === 'annotation',
    groundTruth: (json.ground_truth ?? json.honeypot) === true,
    skipped: (json.was_cancelled ?? json.skipped) === true,
    createdBy: textOf(json.created_username ?? json.createdBy, 'Admin'),
    createdDate: textOf(
      json.created_at ?? json.createdDate,
      new Date(nowMs).toISOString(),
    ),
    leadTime: typeof leadTime === 'number' ? leadTime : null,
    loadedAtMs: nowMs,
    ...(typeof score === 'number' ? {score} : {}),
    source,
  };
}

function textOf(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value.trim() : fallback;
}

function badResults(): Issue {
  return {
    code: 'format/bad-results',
    path: '/result',
    message:
      'The "result" of an annotation is not a list. ' +
      'Give it as Label Studio exports it: an array of results.',
  };
}
