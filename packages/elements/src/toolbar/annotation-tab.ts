import type {AnnotationState, StoreState} from '@ls-annotation/core';

/** One annotation or prediction as a tab. */
export interface AnnotationTab {
  /** Internal id. */
  readonly id: string;
  /** Who or what made it. */
  readonly title: string;
  /** Its server id, or that it is new. */
  readonly detail: string;
  /** True for what a model said. */
  readonly isPrediction: boolean;
  /** True for the one on display. */
  readonly isSelected: boolean;
}

/** Which lists the tabs show. */
export interface TabOptions {
  /** Annotations are shown. */
  readonly annotations: boolean;
  /** Predictions are shown. */
  readonly predictions: boolean;
}

/** Returns the tabs of a task: annotations, newest first, then predictions. */
export function annotationTabs(
  state: StoreState,
  options: TabOptions,
): readonly AnnotationTab[] {
  const ids = [
    ...(options.annotations ? state.order : []),
    ...(options.predictions ? state.predictions : []),
  ];
  return ids.flatMap((id) => {
    const annotation = state.annotations[id];
    return annotation ? [toTab(annotation, state.selectedId === id)] : [];
  });
}

function toTab(
  annotation: AnnotationState,
  isSelected: boolean,
): AnnotationTab {
  const {id, info} = annotation;
  const isPrediction = info.type === 'prediction';
  return {
    id,
    title: isPrediction
      ? modelName(annotation)
      : info.createdBy || 'Annotation',
    detail: isPrediction ? scoreText(info.score) : detailOf(annotation),
    isPrediction,
    isSelected,
  };
}

function detailOf({info, id}: AnnotationState): string {
  if (info.skipped) return 'skipped';
  return info.pk === null ? `new ${id.slice(0, 3)}` : `#${info.pk}`;
}

function modelName({info}: AnnotationState): string {
  const version = info.source['model_version'];
  return typeof version === 'string' && version ? version : 'Prediction';
}

function scoreText(score: number | undefined): string {
  return score === undefined ? '' : score.toFixed(2);
}
