import type {AnnotationView} from '../views/annotation-view.js';
import type {RegionView} from '../views/region-view.js';

import type {CreateRequest} from './create-region.js';
import type {SessionContext} from './session-context.js';

/** A region that a person is drawing in several steps. */
interface OpenDrawing {
  readonly region: RegionView;
  readonly request: CreateRequest;
}

const OPEN = new WeakMap<AnnotationView, OpenDrawing>();

/** What a history that waits for a drawing is frozen by. */
const FROZEN_BY = 'drawing';

/**
 * Makes a region that a person goes on drawing: until {@link endDrawing}, all
 * that changes is one undo step.
 *
 * @param make - Makes the region, after the history has been frozen.
 * @internal
 */
export function beginDrawing(
  {store}: SessionContext,
  annotation: AnnotationView,
  request: CreateRequest,
  make: () => RegionView,
): RegionView {
  const history = store.history(annotation.id);
  history.freeze(FROZEN_BY);
  let isOpen = false;
  try {
    const region = make();
    isOpen = region.isAlive;
    if (!isOpen) return region;
    OPEN.set(annotation, {region, request});
    region.setDrawing(true);
    annotation.setIsDrawing(true);
    return region;
  } finally {
    if (!isOpen) history.unfreeze(FROZEN_BY);
  }
}

/**
 * Returns the region of an annotation that a person is drawing, if any.
 *
 * @internal
 */
export function openDrawing(annotation: AnnotationView): RegionView | null {
  return OPEN.get(annotation)?.region ?? null;
}

/**
 * Ends the drawing of a region, also of one that is gone.
 *
 * @returns What it was made by; `null` when it was not being drawn.
 * @internal
 */
export function endDrawing(
  {store}: SessionContext,
  region: RegionView,
): CreateRequest | null {
  const {annotation} = region;
  const open = OPEN.get(annotation);
  if (open?.region !== region) return null;
  OPEN.delete(annotation);
  region.setDrawing(false);
  annotation.setIsDrawing(false);
  if (annotation.isAlive) store.history(annotation.id).unfreeze(FROZEN_BY);
  return open.request;
}
