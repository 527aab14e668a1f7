import {clamp} from '../image/geometry.js';

/**
 * Which part of an axis a strip shows; a value, replaced as a whole.
 *
 * Values are in the axis's own unit: seconds of sound, milliseconds of a
 * series, frames of a video.
 */
export interface AxisView {
  /** Least value there is. */
  readonly min: number;
  /** Largest value there is. */
  readonly max: number;
  /** Value at the left edge. */
  readonly start: number;
  /** CSS pixels a unit. */
  readonly scale: number;
  /** Extent of the strip, CSS pixels. */
  readonly width: number;
  /** Nearest that one can zoom, CSS pixels a unit. */
  readonly maxScale: number;
}

/** The view of an axis of one unit, for where there is none. */
export const BLANK_AXIS: AxisView = {
  min: 0,
  max: 1,
  start: 0,
  scale: 1,
  width: 1,
  maxScale: 1,
};

/** Returns a view of a whole axis. */
export function axisOf(
  extent: {readonly min: number; readonly max: number},
  width: number,
  maxScale: number,
): AxisView {
  const {min} = extent;
  const max = extent.max > min ? extent.max : min + 1;
  return fitAxis({min, max, start: min, scale: 1, width, maxScale});
}

/** Returns the scale at which the whole axis is seen. */
export function fitScale({min, max, width}: AxisView): number {
  return width / (max - min);
}

/** Returns the view of the whole axis. */
export function fitAxis(view: AxisView): AxisView {
  return {...view, start: view.min, scale: fitScale(view)};
}

/** Returns the value at the right edge. */
export function endOf({start, width, scale}: AxisView): number {
  return start + width / scale;
}

/** Returns where a value is, CSS pixels from the left edge. */
export function toPx({start, scale}: AxisView, value: number): number {
  return (value - start) * scale;
}

/** Returns the value at a place, CSS pixels from the left edge. */
export function toValue({start, scale}: AxisView, px: number): number {
  return start + px / scale;
}

/** Returns a value, or the nearest one that there is. */
export function clampValue({min, max}: AxisView, value: number): number {
  return clamp(value, min, max);
}

/** Tells whether less than the whole axis is seen. */
export function isZoomed(view: AxisView): boolean {
  return view.scale > fitScale(view) * (1 + 1e-9);
}

/**
 * Returns the view zoomed so that what is at `px` stays there.
 *
 * @param factor - Above 1 is nearer.
 */
export function zoomAxis(view: AxisView, px: number, factor: number): AxisView {
  const least = fitScale(view);
  const most = Math.max(least, view.maxScale);
  const scale = clamp(view.scale * factor, least, most);
  return constrain({...view, scale, start: toValue(view, px) - px / scale});
}

/** Returns the view shifted by CSS pixels, as far as there is more of it. */
export function panAxis(view: AxisView, px: number): AxisView {
  return constrain({...view, start: view.start + px / view.scale});
}

/** Returns the view with another value at the left edge. */
export function startAxisAt(view: AxisView, start: number): AxisView {
  return constrain({...view, start});
}

/** Returns the view that shows `from` to `to` and nothing else. */
export function showSpan(view: AxisView, from: number, to: number): AxisView {
  const least = fitScale(view);
  const most = Math.max(least, view.maxScale);
  const scale = clamp(view.width / Math.max(to - from, 1e-12), least, most);
  const middle = (from + to) / 2;
  return constrain({...view, scale, start: middle - view.width / scale / 2});
}

/**
 * Returns the view in a strip of another width: a whole axis stays whole, any
 * other keeps its left edge and what lies within.
 */
export function withWidth(view: AxisView, width: number): AxisView {
  const resized = {...view, width};
  if (!isZoomed(view)) return fitAxis(resized);
  const scale = Math.max(
    fitScale(resized),
    (view.scale * width) / Math.max(1, view.width),
  );
  return constrain({...resized, scale});
}

/** Returns the view shifted as little as it takes to have a value in sight. */
export function revealValue(view: AxisView, value: number): AxisView {
  const px = toPx(view, value);
  const margin = Math.min(48, view.width / 4);
  if (px >= margin && px <= view.width - margin) return view;
  return panAxis(view, px < margin ? px - margin : px - view.width + margin);
}

/** Returns the view with a value in its middle, as far as that goes. */
export function centerValue(view: AxisView, value: number): AxisView {
  return panAxis(view, toPx(view, value) - view.width / 2);
}

function constrain(view: AxisView): AxisView {
  const {min, max, width, scale} = view;
  return {...view, start: clamp(view.start, min, max - width / scale)};
}
