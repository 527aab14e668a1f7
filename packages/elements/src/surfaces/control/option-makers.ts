import type {ConfigTag} from '@ls-annotation/core';

import type {SurfaceContext, SurfaceFactory} from '../surface.js';

type OptionMaker = (option: ConfigTag) => Element;

const makers = new WeakMap<SurfaceContext, Map<string, OptionMaker>>();

/**
 * Has `make` make the options of a control, wherever in it they stand: right
 * inside, or in a `View` of its own.
 */
export function setOptionMaker(
  context: SurfaceContext,
  control: ConfigTag,
  make: OptionMaker,
): void {
  const ofDisplay = makers.get(context) ?? new Map<string, OptionMaker>();
  makers.set(context, ofDisplay);
  ofDisplay.set(control.key, make);
}

/** A `Label` or `Choice`: what its control makes of it. */
export const optionSurface: SurfaceFactory = (tag, context) => {
  for (let at = tag.parent; at !== null; at = at.parent) {
    const make = makers.get(context)?.get(at.key);
    if (make) return make(tag);
  }
  return null;
};
