import {optionsOf, regionsOf, storedValue} from '@ls-annotation/core';
import type {ConfigTag, NewRegion} from '@ls-annotation/core';
import type {OperatorContext} from '@ls-annotation/operators';

import {safeImageAddress} from '../surfaces/image/image-address.js';
import {imageSourcesOf} from '../surfaces/image/image-sources.js';
import {sizeEnvelope} from '../surfaces/image/size-envelope.js';

import type {Box, Detection} from './detection.js';
import type {PixelSize} from './letterbox.js';

/** Pictures on display and the control that draws labelled boxes on them. */
export interface ImageBoxes {
  /** `<RectangleLabels>`. */
  readonly control: ConfigTag;
  /** `<Image>`. */
  readonly object: ConfigTag;
  /** What results may hold, in the order of the config. */
  readonly labels: readonly string[];
  /** Absolute addresses of the pictures; `null` for one that is not safe. */
  readonly pictures: readonly (string | null)[];
  /** True when regions say which picture they are on. */
  readonly isMultiple: boolean;
}

/** A box of the annotation, percent. */
export interface LabelledBox extends Box {
  /** 0-based picture. */
  readonly itemIndex: number;
  /** Its labels. */
  readonly labels: readonly unknown[];
}

/** Returns the first picture that boxes can be drawn on, or `null`. */
export function findImageBoxes(
  {config, data, annotation}: OperatorContext,
  base: string,
): ImageBoxes | null {
  for (const control of config?.controls ?? []) {
    if (control.type !== 'rectanglelabels') continue;
    const object = config?.byName.get(control.toName[0] ?? '');
    if (object?.type !== 'image') continue;
    const remote = annotation?.session.remoteValues[object.name];
    const {addresses, isMultiple} = imageSourcesOf(object, data, remote);
    return {
      control,
      object,
      isMultiple,
      labels: optionsOf(control).map(storedValue),
      pictures: addresses.map((address) =>
        address === '' ? null : safeImageAddress(address, base),
      ),
    };
  }
  return null;
}

/** Returns a detection as percent of its picture. */
export function toPercent(box: Box, {width, height}: PixelSize): Box {
  return {
    x: (box.x / width) * 100,
    y: (box.y / height) * 100,
    width: (box.width / width) * 100,
    height: (box.height / height) * 100,
  };
}

/** What a detection becomes a region with. */
export interface ToRegionOptions {
  /** Label to give. */
  readonly label: string;
  /** 0-based picture. */
  readonly itemIndex: number;
  /** Natural size of the picture. */
  readonly size: PixelSize;
}

/** Returns the region that a detection becomes: a model's, with its score. */
export function toRegion(
  {control, object, isMultiple}: ImageBoxes,
  detection: Detection,
  {label, itemIndex, size}: ToRegionOptions,
): NewRegion {
  return {
    object: object.name,
    origin: 'prediction',
    score: detection.score,
    geometry: {...toPercent(detection, size), rotation: 0},
    envelope: sizeEnvelope(size, 0),
    ...(isMultiple && {itemIndex}),
    results: [
      {
        fromName: control.name,
        toName: object.name,
        type: control.definition.resultType,
        valueKey: control.definition.valueKey,
        value: [label],
      },
    ],
  };
}

/** Returns the boxes that an annotation has on the pictures. */
export function labelledBoxes(
  {annotation}: OperatorContext,
  {object}: ImageBoxes,
): readonly LabelledBox[] {
  if (!annotation) return [];
  return [...regionsOf(annotation.regions)].flatMap((region) => {
    const {x, y, width, height} = region.geometry;
    const isBox =
      typeof x === 'number' &&
      typeof y === 'number' &&
      typeof width === 'number' &&
      typeof height === 'number';
    if (!isBox || region.object !== object.name) return [];
    const labels = region.results.flatMap(({value}) =>
      Array.isArray(value) ? (value as readonly unknown[]) : [],
    );
    return [{x, y, width, height, labels, itemIndex: region.itemIndex ?? 0}];
  });
}
