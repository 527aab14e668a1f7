import {
  attributeFlag,
  attributeNumber,
  attributeText,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';

import {cssLength} from './css-length.js';
import {imageStrings} from './image-strings.js';

/** The elements of an image surface that hold the others. */
export interface ImageDom {
  /** Root of the surface. */
  readonly root: HTMLElement;
  /** The frame that the picture is seen in; takes the focus. */
  readonly stage: HTMLElement;
  /** The picture. */
  readonly image: HTMLImageElement;
  /** Lines over the picture, `null` when the config wants none. */
  readonly grid: HTMLElement | null;
}

let count = 0;

/** Makes the elements that an `Image` tag always has. */
export function createImageDom(tag: ConfigTag): ImageDom {
  const hint = element('div', {
    class: 'lsf-image__hint',
    attributes: {id: `lsf-image-hint-${String(++count)}`},
    text: imageStrings.stageHint,
  });
  const image = element('img', {
    class: 'lsf-image__picture',
    attributes: {alt: '', draggable: 'false'},
  });
  const origin = attributeText(tag, 'crossOrigin');
  if (origin === 'anonymous' || origin === 'use-credentials') {
    image.crossOrigin = origin;
  }
  if (tag.attributes.smoothing === false)
    image.style.imageRendering = 'pixelated';
  const grid = attributeFlag(tag, 'grid') ? createGrid(tag) : null;
  const stage = element(
    'div',
    {
      class: 'lsf-image__stage',
      attributes: {
        role: 'application',
        tabindex: 0,
        'aria-label': imageStrings.stage(tag.name),
        'aria-describedby': hint.id,
      },
    },
    image,
    grid,
  );
  const root = element('div', {class: 'lsf-object lsf-image'}, stage, hint);
  size(root, stage, tag);
  return {root, stage, image, grid};
}

function createGrid(tag: ConfigTag): HTMLElement {
  const grid = element('div', {class: 'lsf-image__grid'});
  const step = Math.max(2, attributeNumber(tag, 'gridSize', 30));
  grid.style.setProperty('--_grid-size', `${String(step)}px`);
  const color = attributeText(tag, 'gridColor');
  if (color !== '') grid.style.setProperty('--_grid-color', color);
  return grid;
}

function size(root: HTMLElement, stage: HTMLElement, tag: ConfigTag): void {
  root.style.width = cssLength(attributeText(tag, 'width'));
  root.style.maxWidth = cssLength(attributeText(tag, 'maxWidth'));
  stage.style.height = cssLength(attributeText(tag, 'height'));
  stage.style.maxHeight = cssLength(attributeText(tag, 'maxHeight'));
  const alignment = attributeText(tag, 'horizontalAlignment');
  if (alignment === 'center') stage.style.alignSelf = 'center';
  else if (alignment === 'right') stage.style.alignSelf = 'flex-end';
}
