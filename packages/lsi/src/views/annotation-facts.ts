import type {AnnotationState, AnnotationType} from '@ls-annotation/core';

/** The facts about an annotation that are not regions, as plugins see them. */
export abstract class AnnotationFacts {
  /** The annotation in the store; as it was last once it is deleted. */
  abstract get state(): AnnotationState;

  /** Server id, `null` before the first save. */
  get pk(): string | null {
    return this.state.info.pk;
  }

  /** Annotation, prediction or a view of an older version. */
  get type(): AnnotationType {
    return this.state.info.type;
  }

  /** True when a person made it in this session. */
  get userGenerate(): boolean {
    return this.state.info.userGenerate;
  }

  /** True when it was sent in this session. */
  get sentUserGenerate(): boolean {
    return this.state.info.sentUserGenerate;
  }

  /** True when the server knows it. */
  get exists(): boolean {
    const {info} = this.state;
    if (info.pk === null) return false;
    return (info.userGenerate && info.sentUserGenerate) || info.hasSavedResult;
  }

  /** ISO 8601. */
  get createdDate(): string {
    return this.state.info.createdDate;
  }

  /** Name of who made it. */
  get createdBy(): string {
    return this.state.info.createdBy;
  }

  /** When it was shown first. */
  get loadedDate(): Date {
    return new Date(this.state.info.loadedAtMs);
  }

  /** Seconds worked on it before this session, or `null`. */
  get leadTime(): number | null {
    return this.state.info.leadTime;
  }

  /** Confidence of a prediction. */
  get score(): number | undefined {
    return this.state.info.score;
  }

  /** True when it is the reference answer. */
  get ground_truth(): boolean {
    return this.state.info.groundTruth;
  }

  /** True when the task was skipped with it. */
  get skipped(): boolean {
    return this.state.info.skipped;
  }

  /** False for predictions and older versions. */
  get editable(): boolean {
    return this.state.info.editable;
  }

  /** True when its source says that it may not be changed. */
  get readonly(): boolean {
    return this.state.info.readonly;
  }

  /** Server id of the prediction it was made of. */
  get parent_prediction(): unknown {
    return this.state.info.source.parent_prediction;
  }

  /** Server id of the annotation it was made of. */
  get parent_annotation(): unknown {
    return this.state.info.source.parent_annotation;
  }

  /** True when a region is selected. */
  get hasSelection(): boolean {
    return this.selectionSize > 0;
  }

  /** How many regions are selected. */
  get selectionSize(): number {
    return this.state.selection.length;
  }

  /** Returns whether it may not be changed. */
  isReadOnly(): boolean {
    return this.readonly || !this.editable;
  }
}
