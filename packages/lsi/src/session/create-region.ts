import {
  findClassification,
  isClassificationValue,
  makeId,
  setResultValue,
  type CommitOptions,
  type ConfigTag,
  type Geometry,
  type NewRegion,
} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';
import {placeInText} from '../views/place-in-text.js';
import {timeSeriesGeometry} from '../views/time-series-region-view.js';
import {withTextPlacement, type RegionView} from '../views/region-view.js';
import type {TagView} from '../views/tag-view.js';
import {
  textOffsetsOf,
  toTextPlacement,
  type TextPlacement,
} from '../views/text-offsets.js';
import {toText} from '../views/to-text.js';
import {VideoTagView} from '../views/video-tag-view.js';

import {SelectionEditor} from './selection-editor.js';
import type {SessionContext} from './session-context.js';

/** A region that is to be made. */
export interface CreateRequest {
  /** Shape; says nothing for a classification. */
  readonly geometry: Geometry;
  /** Value under the control's key. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Control that says it. */
  readonly control: ConfigTag;
  /** Object it is about. */
  readonly object: ConfigTag;
  /** Labels of other controls that it gets as well. */
  readonly extra?: readonly ExtraLabels[];
  /** True when handlers of `entityCreate` see those labels in any case. */
  readonly isExtraEarly?: boolean;
  /** 0-based picture of a multi-image task. */
  readonly itemIndex?: number;
  /** Envelope of image regions. */
  readonly envelope?: Readonly<Record<string, unknown>>;
  /** True to leave the selection and the chosen labels as they are. */
  readonly skipsAfterCreate?: boolean;
  /** True when a person goes on drawing it. */
  readonly isDrawing?: boolean;
  /** Who asks, and under which words. */
  readonly options?: CommitOptions;
}

/** Labels that another control puts on a region. */
export interface ExtraLabels {
  /** Labels control. */
  readonly control: ConfigTag;
  /** Its chosen labels. */
  readonly labels: readonly string[];
}

/** Shapes whose region exists from the first click on. */
const CLICKED_SHAPES = new Set(['polygon', 'vector', 'keypoint']);

/** Objects on which a region is there at once, with all its labels. */
export const SPAN_OBJECTS: ReadonlySet<string> = new Set([
  'text',
  'hypertext',
  'audio',
  'audioplus',
  'paragraphs',
  'timeseries',
  'video',
]);

/**
 * Makes a region and emits `entityCreate`; makes a classification, without an
 * event, when the shape says nothing.
 *
 * A handler sees the region as Label Studio shows it then: a text region by
 * paths and offsets inside text nodes, an image region without the labels of
 * other controls.
 *
 * @internal
 */
export function createRegion(
  context: SessionContext,
  annotation: AnnotationView,
  request: CreateRequest,
): RegionView {
  if (isClassificationValue(request.geometry)) {
    return createClassification(context, annotation, request);
  }
  const id = makeId();
  const options = {
    label: 'create region',
    mergeKey: `create:${id}`,
    ...request.options,
  };
  const isEarly = hasLabelsBeforeEvent(request);
  const {store} = context;
  const extra = request.extra ?? [];
  const results = [
    resultFor(request, request.control, mainValue(request)),
    ...(isEarly ? extra : []).map(({control, labels}) =>
      resultFor(request, control, labels),
    ),
  ];
  const tag = annotation.tags.tag(request.object);
  const geometry = completeGeometry(request, tag);
  const fields = regionFields(request);
  store.insertRegion(
    annotation.id,
    {...fields, id, geometry, results},
    options,
  );
  const region = regionOf(annotation, id);
  withTextPlacement(region, placementOf(request, toText(tag._value)), () => {
    void context.events.invoke('entityCreate', region);
  });
  if (!region.isAlive) return region;
  if (!isEarly) {
    for (const {control, labels} of extra) {
      setResultValue(store, annotation.id, id, control, labels, options);
    }
  }
  if (request.isDrawing === true) return region;
  if (request.skipsAfterCreate !== true) {
    settleCreated(context, region, request);
  }
  return region;
}

function createClassification(
  context: SessionContext,
  annotation: AnnotationView,
  request: CreateRequest,
): RegionView {
  const {store} = context;
  const {control, itemIndex} = request;
  const value = mainValue(request);
  const existing = findClassification(
    annotation.state.regions,
    control.name,
    itemIndex,
  );
  if (existing) {
    store.removeRegion(annotation.id, existing.id, request.options);
  }
  const made = store.insertRegion(
    annotation.id,
    {
      ...regionFields(request),
      classification: true,
      results: [resultFor(request, control, value)],
    },
    request.options,
  );
  return regionOf(annotation, made.id);
}

function regionOf(annotation: AnnotationView, id: string): RegionView {
  const region = annotation.areas.get(id);
  if (region) return region;
  throw new TypeError(`The annotation has no region "${id}".`);
}

function regionFields({
  object,
  itemIndex,
  envelope,
}: CreateRequest): Omit<NewRegion, 'results'> {
  return {
    object: object.name,
    ...(itemIndex === undefined ? {} : {itemIndex}),
    ...(envelope ? {envelope} : {}),
  };
}

function resultFor(
  {object}: CreateRequest,
  {name, definition}: ConfigTag,
  value: unknown,
): NewRegion['results'][number] {
  const {resultType, valueKey} = definition;
  const isGeometryOnly = value === undefined;
  return {
    fromName: name,
    toName: object.name,
    type: resultType,
    valueKey: isGeometryOnly ? '' : valueKey,
    value,
  };
}

function mainValue({control, value}: CreateRequest): unknown {
  const {valueKey} = control.definition;
  return valueKey === '' ? undefined : value[valueKey];
}

function hasLabelsBeforeEvent(request: CreateRequest): boolean {
  const {control, object, isExtraEarly = false} = request;
  return (
    isExtraEarly ||
    SPAN_OBJECTS.has(object.type) ||
    CLICKED_SHAPES.has(control.definition.shape)
  );
}

/**
 * Returns a shape whose text is written as Label Studio writes it: line
 * breaks in texts and documents are the two characters backslash and `n`.
 *
 * @param type - Kind of the object.
 * @internal
 */
export function writtenText(geometry: Geometry, type = ''): Geometry {
  const {text} = geometry;
  const isWritten = type === 'text' || type === 'hypertext';
  if (!isWritten || typeof text !== 'string') return geometry;
  return {...geometry, text: text.replaceAll('\n', '\\n')};
}

/**
 * Spans given by paths get the offsets they stand for; boxes on videos say
 * when their key frames are; times are written as the data writes them.
 */
function completeGeometry(
  {geometry, object}: CreateRequest,
  tag: TagView,
): Geometry {
  if (tag instanceof VideoTagView) return tag.complete(geometry);
  if (object.type === 'timeseries') return timeSeriesGeometry(geometry, tag);
  if (object.type !== 'text' && object.type !== 'hypertext') return geometry;
  const written = writtenText(geometry, object.type);
  if (textOffsetsOf(geometry)) return written;
  const globalOffsets = placeInText(tag, geometry);
  return {...written, ...(globalOffsets ? {globalOffsets} : {})};
}

function placementOf(
  {geometry, object}: CreateRequest,
  shown: string,
): TextPlacement | null {
  if (object.type !== 'text' && object.type !== 'hypertext') return null;
  const {start, end, startOffset, endOffset} = geometry;
  if (
    typeof start === 'string' &&
    typeof end === 'string' &&
    typeof startOffset === 'number' &&
    typeof endOffset === 'number'
  ) {
    return {start, end, startOffset, endOffset};
  }
  const offsets = textOffsetsOf(geometry);
  return offsets && toTextPlacement(shown, offsets);
}

/**
 * Selects a region that has been made, or lets go of the labels it was made
 * with, as the settings say.
 *
 * @internal
 */
export function settleCreated(
  context: SessionContext,
  region: RegionView,
  {control, extra = [], options}: CreateRequest,
): void {
  const {annotation} = region;
  const selection = new SelectionEditor(context, options?.origin ?? 'plugin');
  if (context.settings.selectAfterCreate) {
    context.scheduler.schedule(() => {
      if (!region.isAlive || region.selected) return;
      selection.select(annotation, [region.cleanId]);
    });
  } else if (control.definition.labeling || extra.length > 0) {
    selection.clear(annotation, true);
  }
}
