import type {AnnotationState} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';

/** What a store is to hold beside the task. */
export interface BroughtState {
  /** Annotations, predictions and versions, in any order. */
  readonly annotations: readonly AnnotationState[];
  /** Ids of the annotations, newest first. */
  readonly order: readonly string[];
  /** Ids of the predictions. */
  readonly predictions: readonly string[];
  /** Id of the one to show, or `null`. */
  readonly selectedId: string | null;
}

/**
 * Has a host hold these annotations and no others, and shows the selected one
 * anew. Nothing of it can be undone. Settles when it is on display.
 */
export async function bringState(
  host: AnnotationHostElement,
  {annotations, order, predictions, selectedId}: BroughtState,
): Promise<void> {
  const {session, store} = host;
  session.hide();
  const wanted = new Set(annotations.map(({id}) => id));
  store.transact({origin: 'load', label: 'bring state'}, () => {
    for (const id of Object.keys(store.state.annotations)) {
      if (!wanted.has(id)) store.removeAnnotation(id);
    }
    for (const annotation of annotations) store.insertAnnotation(annotation);
    store.update((draft) => {
      draft.order = [...order];
      draft.predictions = [...predictions];
      draft.selectedId = selectedId;
    });
  });
  for (const id of wanted) store.history(id).reset();
  if (selectedId !== null) session.showHeld(selectedId);
  await host.displayed;
}
