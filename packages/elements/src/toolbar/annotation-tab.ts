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
  const unsaved = unsavedOf(state);
  return ids.flatMap((id) => {
    const annotation = state.annotations[id];
    if (!annotation) return [];
    const isSelected = state.selectedId === id;
    return [toTab(annotation, {isSelected, unsaved})];
  });
}

/** Ids of what the server does not know, oldest first. */
function unsavedOf(state: StoreState): readonly string[] {
  return state.order
    .filter((id) => state.annotations[id]?.info.pk === null)
    .reverse();
}

interface TabFacts {
  readonly isSelected: boolean;
  readonly unsaved: readonly string[];
}

function toTab(
  annotation: AnnotationState,
  {isSelected, unsaved}: TabFacts,
): AnnotationTab {
  const {id, info} = annotation;
  const isPrediction = info.type === 'prediction';
  return {
    id,
    title: isPrediction
      ? modelName(annotation)
      : info.createdBy || 'Annotation',
    detail: isPrediction
      ? scoreText(info.score)
      : detailOf(annotation, unsaved),
    isPrediction,
    isSelected,
  };
}

function detailOf(
  {info, id}: AnnotationState,
  unsaved: readonly string[],
): string {
  if (info.skipped) return 'skipped';
  if (info.pk !== null) return `#${info.pk}`;
  return unsaved.length > 1 ? `new ${unsaved.indexOf(id) + 1}` : 'new';
}

function modelName({info}: AnnotationState): string {
  const version = info.source.model_version;
  return typeof version === 'string' && version ? version : 'Prediction';
}

function scoreText(score: number | undefined): string {
  return score === undefined ? '' : score.toFixed(2);
}
