import type {
  AnnotationState,
  ChangeOrigin,
  Region,
  ResultJson,
  StatePatch,
  Task,
} from '@ls-annotation/core';
import type {EncodedValue} from '@ls-annotation/plugins';

/** What a recording says it is. */
export const RECORDING_FORMAT = 'ls-annotation-session';

/** Version that is written, and the only one that is read. */
export const RECORDING_VERSION = 1;

/** An annotation as JSON: its regions are a list. */
export interface RecordedAnnotation extends Omit<AnnotationState, 'regions'> {
  /** Regions and classifications in creation order. */
  readonly regions: readonly Region[];
  /** Ordinal that the next new region gets. */
  readonly nextOrdinal: number;
}

/** What the store holds beside the task. */
export interface RecordedState {
  /** Annotations, predictions and versions, in any order. */
  readonly annotations: readonly RecordedAnnotation[];
  /** Ids of the annotations, newest first. */
  readonly order: readonly string[];
  /** Ids of the predictions. */
  readonly predictions: readonly string[];
  /** Id of the one on display, or `null`. */
  readonly selectedId: string | null;
}

/** A commit of the store. */
export interface RecordedChange {
  /** A commit. */
  readonly kind: 'change';
  /** Milliseconds since the recording began. */
  readonly atMs: number;
  /** Who asked for it. */
  readonly origin: ChangeOrigin;
  /** Name of who asked, where it is known. */
  readonly author?: string;
  /** Words for it. */
  readonly label: string;
  /** Commits with the same key are one undo step. */
  readonly mergeKey?: string;
  /** True when it is part of a step that was still being made. */
  readonly isCollected?: boolean;
  /** What was done; whole annotations are {@link RecordedAnnotation}s. */
  readonly patches: readonly StatePatch[];
}

/** A frontend event. */
export interface RecordedEvent {
  /** An event. */
  readonly kind: 'event';
  /** Milliseconds since the recording began. */
  readonly atMs: number;
  /** Name of the event. */
  readonly name: string;
  /** Its arguments, objects of the frontend by what they stand for. */
  readonly args: readonly EncodedValue[];
}

/** A display that opened. */
export interface RecordedDisplay {
  /** A display. */
  readonly kind: 'display';
  /** Milliseconds since the recording began. */
  readonly atMs: number;
  /** Annotation that came on display. */
  readonly annotationId: string;
}

/** Something that happened, in its place among the others. */
export type RecordedEntry = RecordedChange | RecordedEvent | RecordedDisplay;

/** A session as JSON: where it began, and what happened then. */
export interface SessionRecording {
  /** What it is. */
  readonly format: typeof RECORDING_FORMAT;
  /** How it is written. */
  readonly version: typeof RECORDING_VERSION;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** Labeling config, XML. */
  readonly config: string;
  /** The task, without its annotations. */
  readonly task: Pick<Task, 'id' | 'data'>;
  /** What was there when it began. */
  readonly start: RecordedState;
  /** What happened, in order. */
  readonly entries: readonly RecordedEntry[];
  /** What each annotation was at the end, by its id. */
  readonly results: Readonly<Record<string, readonly ResultJson[]>>;
}
