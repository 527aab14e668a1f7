import type {Region} from '@ls-annotation/core';

const TYPE_OF_OBJECT: Readonly<Record<string, string>> = {
  text: 'richtextregion',
  hypertext: 'richtextregion',
  paragraphs: 'textrange',
  audio: 'audioregion',
  audioplus: 'audioregion',
  timeseries: 'timeseriesregion',
};

const TYPE_OF_SHAPE: readonly (readonly [RegExp, string])[] = [
  [/^timeline/, 'timelineregion'],
  [/^videorectangle/, 'videorectangleregion'],
  [/^rectangle/, 'rectangleregion'],
  [/^ellipse/, 'ellipseregion'],
  [/^polygon/, 'polygonregion'],
  [/^vector/, 'vectorregion'],
  [/^keypoint/, 'keypointregion'],
  [/^(brush|magicwand)/, 'brushregion'],
  [/^bitmask/, 'bitmaskregion'],
  [/^custom/, 'customregion'],
];

const TYPE_OF_KEY: readonly (readonly [string, string])[] = [
  ['ranges', 'timelineregion'],
  ['sequence', 'videorectangleregion'],
  ['imageDataURL', 'bitmaskregion'],
  ['rle', 'brushregion'],
  ['vertices', 'vectorregion'],
  ['points', 'polygonregion'],
  ['radiusX', 'ellipseregion'],
  ['height', 'rectangleregion'],
  ['x', 'keypointregion'],
];

/**
 * Returns Label Studio's name for the kind of a region, `''` for a
 * classification and for a shape that has no name.
 *
 * @param objectType - Lower-case type of the object tag.
 */
export function regionType(region: Region, objectType: string): string {
  if (region.classification) return '';
  const ofObject = TYPE_OF_OBJECT[objectType];
  if (ofObject) return ofObject;
  for (const {type} of region.results) {
    const found = TYPE_OF_SHAPE.find(([pattern]) => pattern.test(type));
    if (found) return found[1];
  }
  return TYPE_OF_KEY.find(([key]) => key in region.geometry)?.[1] ?? '';
}
