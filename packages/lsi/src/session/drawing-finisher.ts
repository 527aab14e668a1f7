import type {Subscription} from 'rxjs';

import type {ConfigTag} from '@ls-annotation/core';

import {ObjectView} from '../views/object-view.js';
import type {RegionView} from '../views/region-view.js';

import type {SessionContext} from './session-context.js';

/** Shapes that are drawn in several strokes. */
const BRUSH_SHAPES = new Set(['brush', 'bitmask']);

/** How long after the last stroke a brushed region is done, milliseconds. */
const BRUSH_PAUSE_MS = 1200;

/** Regions whose `regionFinishedDrawing` is about to be emitted. */
const FINISHING = new WeakMap<RegionView, Subscription>();

/**
 * Has `regionFinishedDrawing` emitted for a region of a smart control, once,
 * a little later: models are asked about it then.
 *
 * On objects that show suggestions only dynamic regions are announced, that
 * is those that people draw to ask a model.
 *
 * @param isLeaving - True when the region is about to be deleted.
 * @internal
 */
export function announceFinished(
  context: SessionContext,
  region: RegionView,
  isLeaving: boolean,
): void {
  const controls = region.results.map(({from_name}) => from_name.config);
  if (!controls.some((control) => isSmart(context, control))) return;
  if (region.isDrawing || !mayAsk(region)) return;
  const isBrush = controls.some(({definition}) =>
    BRUSH_SHAPES.has(definition.shape),
  );
  FINISHING.get(region)?.unsubscribe();
  const timer = context.scheduler.schedule(
    () => {
      if (!region.isAlive && !isLeaving) return;
      const connected = connectedTo(region, isLeaving);
      void context.events.invoke('regionFinishedDrawing', region, connected);
    },
    isBrush ? BRUSH_PAUSE_MS : 0,
  );
  FINISHING.set(region, timer);
}

/**
 * Returns whether models are asked about what a control draws.
 *
 * @internal
 */
export function isSmart(
  {frontend}: SessionContext,
  {attributes}: ConfigTag,
): boolean {
  if (attributes.smartonly === true) return true;
  return attributes.smart === true && frontend.autoAnnotation;
}

/**
 * Returns whether an object shows suggestions before they are accepted.
 *
 * @internal
 */
export function showsSuggestions(region: RegionView): boolean {
  const {object} = region;
  return object instanceof ObjectView && object.supportSuggestions;
}

function mayAsk(region: RegionView): boolean {
  const {annotation} = region;
  if (!region.isAlive || region.holderId !== annotation.id) return false;
  if (annotation.isSuggestionsAccepting) return false;
  return showsSuggestions(region)
    ? region.dynamic && !region.fromSuggestion
    : true;
}

/** Regions that ask the same: of its kind, its label and its object. */
function connectedTo(
  region: RegionView,
  isLeaving: boolean,
): readonly RegionView[] {
  const {type, labelName, object} = region;
  const needsDynamic = showsSuggestions(region);
  return region.annotation.regions.filter((other) => {
    if (isLeaving && other === region) return false;
    if (needsDynamic && !other.dynamic) return false;
    return (
      other.type === type &&
      other.labelName === labelName &&
      other.object === object
    );
  });
}
