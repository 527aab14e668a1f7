import type {
  FrontendEvent,
  FrontendEventMap,
  FrontendEventName,
} from '@ls-annotation/lsi';

import {
  AnnotationDeleteEvent,
  AnnotationGroundTruthEvent,
  AnnotationSelectEvent,
  HistorySelectEvent,
} from './annotation-events.js';
import {
  CommentCreateEvent,
  CommentDeleteEvent,
  CommentListEvent,
  CommentUpdateEvent,
  CustomButtonPressEvent,
  UrlPresignEvent,
} from './project-events.js';
import {
  RegionCreateEvent,
  RegionDeleteEvent,
  RegionFinishEvent,
} from './region-events.js';
import {
  AnnotationAcceptEvent,
  AnnotationRejectEvent,
  AnnotationSubmitEvent,
  AnnotationUpdateEvent,
  DraftSubmitEvent,
} from './save-events.js';
import {
  StoreLoadEvent,
  TaskLoadEvent,
  TaskNextEvent,
  TaskPreviousEvent,
  TaskSkipEvent,
  TaskUnskipEvent,
} from './task-events.js';

type EventFactories = {
  readonly [Name in FrontendEventName]: (
    ...args: FrontendEventMap[Name]
  ) => Event | null;
};

/**
 * The DOM event of every frontend event.
 *
 * `beforeSaveAnnotation` has none here: it asks, and is fired as a handler
 * that can refuse (see `BeforeAnnotationSaveEvent`).
 */
export const CHANGE_EVENTS: EventFactories = Object.freeze({
  labelStudioLoad: (store) => new StoreLoadEvent(store),
  storageInitialized: (store) => new TaskLoadEvent(store),
  selectAnnotation: (annotation, previous, options) =>
    new AnnotationSelectEvent(annotation, previous, options),
  selectHistory: (_store, annotation, item) =>
    new HistorySelectEvent(annotation, item),
  deleteAnnotation: (_store, annotation) =>
    new AnnotationDeleteEvent(annotation),
  groundTruth: (_store, annotation, value) =>
    new AnnotationGroundTruthEvent(annotation, value),
  entityCreate: (region) => new RegionCreateEvent(region),
  entityDelete: (region) => new RegionDeleteEvent(region),
  regionFinishedDrawing: (region, connected) =>
    new RegionFinishEvent(region, connected),
  beforeSaveAnnotation: () => null,
  submitAnnotation: (store, annotation) =>
    new AnnotationSubmitEvent(store, annotation),
  updateAnnotation: (store, annotation, extra) =>
    new AnnotationUpdateEvent(store, annotation, extra),
  skipTask: (_store, extra) => new TaskSkipEvent(extra),
  unskipTask: () => new TaskUnskipEvent(),
  acceptAnnotation: (_store, detail) => new AnnotationAcceptEvent(detail),
  rejectAnnotation: (_store, detail) => new AnnotationRejectEvent(detail),
  customButton: (_store, name, detail) =>
    new CustomButtonPressEvent(name, detail),
  submitDraft: (_store, annotation, parameters) =>
    new DraftSubmitEvent(annotation, parameters),
  nextTask: (taskId, annotationId) => new TaskNextEvent(taskId, annotationId),
  prevTask: (taskId, annotationId) =>
    new TaskPreviousEvent(taskId, annotationId),
  presignUrlForProject: (_store, url) => new UrlPresignEvent(url),
  'comments:create': (comment) => new CommentCreateEvent(comment),
  'comments:update': (comment) => new CommentUpdateEvent(comment),
  'comments:delete': (comment) => new CommentDeleteEvent(comment),
  'comments:list': (query) => new CommentListEvent(query),
});

/** Returns the DOM event of a frontend event, or `null` when it has none. */
export function toDomEvent({name, args}: FrontendEvent): Event | null {
  if (!Object.hasOwn(CHANGE_EVENTS, name)) return null;
  const factory = CHANGE_EVENTS[name as FrontendEventName];
  return (factory as (...values: readonly unknown[]) => Event | null)(...args);
}
