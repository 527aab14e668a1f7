import type {
  AnnotationView,
  FrontendEventMap,
  SelectAnnotationOptions,
} from '@ls-annotation/lsi';

import {FACT} from './fact.js';

/** Fired when an annotation has come on display. */
export class AnnotationSelectEvent extends Event {
  static readonly eventName = 'ls-annotation-select';
  /** The annotation on display. */
  readonly annotation: AnnotationView;
  /** The one before it, or `null`. */
  readonly previous: AnnotationView | null;
  /** What the choice was made with. */
  readonly options: SelectAnnotationOptions;

  constructor(
    annotation: AnnotationView,
    previous: AnnotationView | null,
    options: SelectAnnotationOptions,
  ) {
    super(AnnotationSelectEvent.eventName, FACT);
    this.annotation = annotation;
    this.previous = previous;
    this.options = options;
  }
}

/** Fired when an annotation is about to be deleted. */
export class AnnotationDeleteEvent extends Event {
  static readonly eventName = 'ls-annotation-delete';
  /** The annotation. */
  readonly annotation: AnnotationView;

  constructor(annotation: AnnotationView) {
    super(AnnotationDeleteEvent.eventName, FACT);
    this.annotation = annotation;
  }
}

/** Fired when an annotation became the reference answer, or ceased to be. */
export class AnnotationGroundTruthEvent extends Event {
  static readonly eventName = 'ls-annotation-ground-truth';
  /** The annotation. */
  readonly annotation: AnnotationView;
  /** True when it is the reference answer now. */
  readonly value: boolean;

  constructor(annotation: AnnotationView, value: boolean) {
    super(AnnotationGroundTruthEvent.eventName, FACT);
    this.annotation = annotation;
    this.value = value;
  }
}

/** What `selectHistory` was called with. */
type SelectedVersion = FrontendEventMap['selectHistory'][2];

/** Fired when an older version of an annotation was chosen, or left. */
export class HistorySelectEvent extends Event {
  static readonly eventName = 'ls-history-select';
  /** The annotation, or `null`. */
  readonly annotation: AnnotationView | null;
  /** The version, or `null` for the present one. */
  readonly item: SelectedVersion;

  constructor(annotation: AnnotationView | null, item: SelectedVersion) {
    super(HistorySelectEvent.eventName, FACT);
    this.annotation = annotation;
    this.item = item;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [AnnotationSelectEvent.eventName]: AnnotationSelectEvent;
    [AnnotationDeleteEvent.eventName]: AnnotationDeleteEvent;
    [AnnotationGroundTruthEvent.eventName]: AnnotationGroundTruthEvent;
    [HistorySelectEvent.eventName]: HistorySelectEvent;
  }
}
