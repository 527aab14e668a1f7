import type {ResultJson} from '@ls-annotation/core';

import {nextFrame, renderSurface} from '../../testing/render-surface.js';
import type {
  RenderSurfaceOptions,
  RenderedSurface,
} from '../../testing/render-surface.js';
import type {Point} from '../geometry.js';

/** Labels that carry their own boxes, on a picture of 600 by 400 pixels. */
export const BOX_CONFIG = `
<View>
  <RectangleLabels name="box" toName="image">
    <Label value="Car" background="#ff0000"/>
    <Label value="Person" background="#0000ff"/>
  </RectangleLabels>
  <Image name="image" value="$image" width="600"/>
</View>`;

/** What a box is loaded with; percent. */
export interface BoxParts {
  /** Region id. */
  readonly id: string;
  /** Left, top, width, height. */
  readonly at: readonly [number, number, number, number];
  /** Degrees clockwise. */
  readonly rotation?: number;
  /** Label value. */
  readonly label?: string;
  /** What else its result says. */
  readonly result?: Partial<ResultJson>;
}

/** What an image surface is tried with. */
export interface RenderImageOptions extends RenderSurfaceOptions {
  /** Labeling config. */
  readonly xml?: string;
  /** What the annotation holds already. */
  readonly boxes?: readonly BoxParts[];
  /** Data of the task; `image` is a picture when left out. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** False to have the task have no picture that loads. */
  readonly waitsForPicture?: boolean;
}

/** An image surface on the page. */
export interface RenderedImage extends RenderedSurface {
  /** Root of the surface. */
  readonly root: HTMLElement;
  /** Frame that the picture is seen in. */
  readonly stage: HTMLElement;
  /** Returns where a place of the frame is on the page; percent of it. */
  pointAt(xPercent: number, yPercent: number): Point;
  /** Shape of a region, percent. */
  geometryOf(id: string): Readonly<Record<string, number>>;
  /** Color at a place of the frame, percent of it, of both canvases. */
  colorAt(xPercent: number, yPercent: number): readonly [string, string];
}

/** Makes the address of a picture of one color. */
export function pictureAddress(
  width = 600,
  height = 400,
  color = '#888888',
): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = color;
    context.fillRect(0, 0, width, height);
  }
  return canvas.toDataURL();
}

/** Returns a result of the control `box`. */
export function boxResult(parts: BoxParts): ResultJson {
  const [x, y, width, height] = parts.at;
  return {
    id: parts.id,
    from_name: 'box',
    to_name: 'image',
    type: 'rectanglelabels',
    original_width: 600,
    original_height: 400,
    image_rotation: 0,
    value: {
      x,
      y,
      width,
      height,
      rotation: parts.rotation ?? 0,
      rectanglelabels: [parts.label ?? 'Car'],
    },
    ...parts.result,
  };
}

/** Puts an image surface on the page and waits for its picture. */
export async function renderImage(
  options: RenderImageOptions = {},
): Promise<RenderedImage> {
  const {xml = BOX_CONFIG, boxes, data, ...rest} = options;
  const task = {
    id: 1,
    data: data ?? {image: pictureAddress()},
    ...(boxes ? {annotations: [{id: 7, result: boxes.map(boxResult)}]} : {}),
  };
  const surface = await renderSurface(xml, {task, ...rest});
  const root = surface.find('.lsf-image');
  const stage = surface.find('.lsf-image__stage');
  if (options.waitsForPicture !== false) await pictureShown(stage);
  return Object.assign(Object.create(surface) as RenderedSurface, {
    root,
    stage,
    pointAt: (xPercent: number, yPercent: number) =>
      placeIn(stage, xPercent, yPercent),
    geometryOf: (id: string) => {
      const {session} = surface;
      const annotationId = session.scope?.annotationId ?? '';
      const region = session.store.findRegion(annotationId, id);
      return (region?.geometry ?? {}) as Readonly<Record<string, number>>;
    },
    colorAt: (xPercent: number, yPercent: number) => {
      const [resting, live] = stage.querySelectorAll('canvas');
      return [
        colorIn(resting, xPercent, yPercent),
        colorIn(live, xPercent, yPercent),
      ] as const;
    },
  });
}

/** Returns when the picture of a frame is there and painted over. */
export async function pictureShown(stage: Element): Promise<void> {
  while (!stage.classList.contains('lsf-image__stage_ready')) {
    await nextFrame();
  }
  await nextFrame();
}

function placeIn(
  stage: HTMLElement,
  xPercent: number,
  yPercent: number,
): Point {
  const {left, top, width, height} = stage.getBoundingClientRect();
  return {
    x: Math.round(left + (width * xPercent) / 100),
    y: Math.round(top + (height * yPercent) / 100),
  };
}

/** Red, green, blue and alpha; `''` where nothing is painted. */
function colorIn(
  canvas: HTMLCanvasElement | undefined,
  xPercent: number,
  yPercent: number,
): string {
  if (!canvas) return '';
  const x = Math.round((canvas.width * xPercent) / 100);
  const y = Math.round((canvas.height * yPercent) / 100);
  const data = canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [];
  return data[3] === 0 ? '' : [...data].join(' ');
}
