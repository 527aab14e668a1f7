import {BehaviorSubject} from 'rxjs';

import type {SurfaceContext} from '../surface.js';

const items = new WeakMap<
  SurfaceContext,
  Map<string, BehaviorSubject<number>>
>();

/**
 * Returns which picture of an object with several is in sight, 0-based.
 *
 * The object's surface sets it; controls with `perItem` follow it. Who else
 * sets it brings that picture into sight.
 */
export function itemInSight(
  context: SurfaceContext,
  objectName: string,
): BehaviorSubject<number> {
  const ofDisplay = items.get(context) ?? new Map<string, never>();
  items.set(context, ofDisplay);
  const known = ofDisplay.get(objectName) ?? new BehaviorSubject(0);
  ofDisplay.set(objectName, known);
  return known;
}
