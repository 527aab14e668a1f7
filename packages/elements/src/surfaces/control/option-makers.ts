import type {ConfigTag} from '@ls-annotation/core';

import type {SurfaceContext, SurfaceFactory} from '../surface.js';

type OptionMaker = (option: ConfigTag) => Element;

const makers = new WeakMap<SurfaceContext, Map<string, OptionMaker>>();
const made = new WeakMap<SurfaceContext, Map<string, Element>>();

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

/** Returns what was made of an option, `undefined` when it is not shown. */
export function optionElement(
  context: SurfaceContext,
  option: ConfigTag,
): HTMLElement | undefined {
  const found = made.get(context)?.get(option.key);
  return found instanceof HTMLElement ? found : undefined;
}

/** A `Label` or `Choice`: what its control makes of it. */
export const optionSurface: SurfaceFactory = (tag, context) => {
  for (let at = tag.parent; at !== null; at = at.parent) {
    const make = makers.get(context)?.get(at.key);
    if (!make) continue;
    const element = make(tag);
    const ofDisplay = made.get(context) ?? new Map<string, Element>();
    made.set(context, ofDisplay.set(tag.key, element));
    return element;
  }
  return null;
};
