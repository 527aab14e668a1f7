import type {ResultJson, VideoKeyFrame} from '@ls-annotation/core';

import {webmAddress} from '../../media/testing/make-webm.js';
import {nextFrame, renderSurface} from '../../testing/render-surface.js';
import type {
  RenderSurfaceOptions,
  RenderedSurface,
} from '../../testing/render-surface.js';
import type {VideoHandle} from '../video-handle.js';

/** Boxes and frames on a video of 30 frames, 10 a second. */
export const VIDEO_CONFIG = `
<View>
  <Labels name="label" toName="video">
    <Label value="Car" background="#ff0000"/>
    <Label value="Person" background="#0000ff"/>
  </Labels>
  <Video name="video" value="$video" frameRate="$fps"/>
  <VideoRectangle name="box" toName="video"/>
  <TimelineLabels name="when" toName="video">
    <Label value="Moving" background="#008000"/>
    <Label value="Still" background="#800080"/>
  </TimelineLabels>
</View>`;

/** Number of frames of a test's video. */
export const FRAMES = 30;
/** Frames a second of a test's video. */
export const FRAMERATE = 10;

/** What a video surface is tried with. */
export interface RenderVideoOptions extends RenderSurfaceOptions {
  /** Labeling config. */
  readonly xml?: string;
  /** What the annotation holds already. */
  readonly result?: readonly ResultJson[];
  /** Data of the task; `video` is a video when left out. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** False to have the task have no video that loads. */
  readonly waitsForVideo?: boolean;
}

/** A video surface on the page. */
export interface RenderedVideo extends RenderedSurface {
  /** Root of the surface. */
  readonly root: HTMLElement;
  /** The picture with boxes; takes pointers and keys. */
  readonly stage: HTMLElement;
  /** The frames; takes pointers and keys. */
  readonly timeline: HTMLElement;
  /** The element that plays. */
  readonly media: HTMLVideoElement;
  /** Handle that plugins get. */
  readonly handle: VideoHandle;
  /** Returns where a place of the picture is on the page; percent. */
  at(xPercent: number, yPercent: number): {x: number; y: number};
  /** Returns where a frame is on the page, in a 0-based row of the timeline. */
  atFrame(frame: number, row: number): {x: number; y: number};
  /** Goes to a frame and returns when it is there. */
  goTo(frame: number): Promise<void>;
  /** Key frames of a region. */
  keysOf(id: string): readonly VideoKeyFrame[];
  /** Ids of the regions, oldest first. */
  ids(): readonly string[];
}

/** Returns a key frame; what is left out is at a tenth of the picture. */
export function keyFrame(
  frame: number,
  parts: Partial<VideoKeyFrame> = {},
): VideoKeyFrame {
  return {
    frame,
    enabled: true,
    x: 10,
    y: 10,
    width: 20,
    height: 20,
    rotation: 0,
    time: frame / FRAMERATE,
    ...parts,
  };
}

/** Returns a result of the control `box`, with the label `Car`. */
export function boxResult(
  id: string,
  sequence: readonly VideoKeyFrame[],
): ResultJson {
  return {
    id,
    from_name: 'box',
    to_name: 'video',
    type: 'videorectangle',
    origin: 'manual',
    value: {
      framesCount: FRAMES,
      duration: FRAMES / FRAMERATE,
      sequence,
      labels: ['Car'],
    },
  };
}

/** Returns a result of the control `when`. */
export function rangeResult(
  id: string,
  start: number,
  end: number,
): ResultJson {
  return {
    id,
    from_name: 'when',
    to_name: 'video',
    type: 'timelinelabels',
    origin: 'manual',
    value: {ranges: [{start, end}], timelinelabels: ['Moving']},
  };
}

/** Puts a video surface on the page and waits for its video. */
export async function renderVideo(
  options: RenderVideoOptions = {},
): Promise<RenderedVideo> {
  const {xml = VIDEO_CONFIG, result, data, ...rest} = options;
  const video = await webmAddress({framerate: FRAMERATE, frames: FRAMES});
  const task = {
    id: 1,
    data: {fps: FRAMERATE, ...(data ?? {video})},
    ...(result ? {annotations: [{id: 7, result}]} : {}),
  };
  const surface = await renderSurface(xml, {task, ...rest});
  const root = surface.find('.lsf-video');
  if (options.waitsForVideo !== false) await videoShown(root);
  const stage = surface.findAll('.lsf-video__stage')[0] ?? root;
  const timeline = surface.findAll('.lsf-timeline')[0] ?? root;
  const region = (id: string) => {
    const annotationId = surface.session.scope?.annotationId ?? '';
    return surface.session.store.findRegion(annotationId, id);
  };
  const handle = (): VideoHandle =>
    (
      surface.session.annotation?.names.get('video') as unknown as {
        readonly ref: {readonly current: VideoHandle};
      }
    ).ref.current;
  return Object.assign(Object.create(surface) as RenderedSurface, {
    root,
    stage,
    timeline,
    media:
      surface.findAll<HTMLVideoElement>('video')[0] ??
      document.createElement('video'),
    get handle() {
      return handle();
    },
    at: (xPercent: number, yPercent: number) => {
      const {left, top, width, height} = stage.getBoundingClientRect();
      return {
        x: left + (width * xPercent) / 100,
        y: top + (height * yPercent) / 100,
      };
    },
    atFrame: (frame: number, row: number) => {
      const {left, top} = timeline.getBoundingClientRect();
      const gutter = Math.round(
        Math.min(168, Math.max(64, timeline.clientWidth * 0.28)),
      );
      const scale = (timeline.clientWidth - gutter) / FRAMES;
      const edge = timeline.clientLeft;
      return {
        x: left + edge + gutter + (frame - 0.5) * scale,
        y: top + edge + 20 + row * 24 + 12,
      };
    },
    goTo: async (frame: number) => {
      handle().goToFrame(frame);
      while (handle().currentFrame !== frame) await nextFrame();
      await nextFrame();
    },
    keysOf: (id: string) =>
      (region(id)?.geometry.sequence ?? []) as readonly VideoKeyFrame[],
    ids: () =>
      surface.session.annotation?.regionStore.regions.map(
        ({cleanId}) => cleanId,
      ) ?? [],
  });
}

/** Returns when the picture of a surface is there and painted over. */
export async function videoShown(root: Element): Promise<void> {
  const isShown = (): boolean => {
    const stage = root.querySelector<HTMLElement>('.lsf-video__stage');
    return stage !== null && !stage.hidden && stage.clientHeight > 0;
  };
  while (!isShown()) await nextFrame();
  await nextFrame();
}
