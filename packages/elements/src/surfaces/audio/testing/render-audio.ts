import type {ResultJson} from '@ls-annotation/core';

import {nextFrame, renderSurface} from '../../testing/render-surface.js';
import type {
  RenderSurfaceOptions,
  RenderedSurface,
} from '../../testing/render-surface.js';
import {wavAddress} from '../../media/testing/make-wav.js';

/** Two labels on a sound. */
export const AUDIO_CONFIG = `
<View>
  <Labels name="label" toName="audio">
    <Label value="Speech" background="#ff0000"/>
    <Label value="Noise" background="#0000ff"/>
  </Labels>
  <Audio name="audio" value="$audio"/>
</View>`;

/** Seconds that the sound of a test lasts. */
export const DURATION = 2;

/** What a region is loaded with. */
export interface SoundParts {
  /** Region id. */
  readonly id: string;
  /** Start and end, seconds. */
  readonly at: readonly [number, number];
  /** Label value. */
  readonly label?: string;
  /** What else its result says. */
  readonly result?: Partial<ResultJson>;
}

/** What an audio surface is tried with. */
export interface RenderAudioOptions extends RenderSurfaceOptions {
  /** Labeling config. */
  readonly xml?: string;
  /** What the annotation holds already. */
  readonly regions?: readonly SoundParts[];
  /** Data of the task; `audio` is a sound when left out. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** False to have the task have no sound that loads. */
  readonly waitsForSound?: boolean;
}

/** An audio surface on the page. */
export interface RenderedAudio extends RenderedSurface {
  /** Root of the surface. */
  readonly root: HTMLElement;
  /** What takes pointers and keys. */
  readonly stage: HTMLElement;
  /** The element that plays. */
  readonly media: HTMLAudioElement;
  /** Returns where a time is on the page, in the middle of the wave. */
  at(seconds: number, yPercent?: number): {x: number; y: number};
  /** Start and end of a region, seconds, to a hundredth. */
  spanOf(id: string): readonly number[];
  /** Ids of the regions, oldest first. */
  ids(): readonly string[];
}

/** Returns a result of the control `label`. */
export function soundResult({id, at, label, result}: SoundParts): ResultJson {
  return {
    id,
    from_name: 'label',
    to_name: 'audio',
    type: 'labels',
    original_length: DURATION,
    value: {
      start: at[0],
      end: at[1],
      channel: 0,
      labels: [label ?? 'Speech'],
    },
    ...result,
  };
}

/** Puts an audio surface on the page and waits for its sound. */
export async function renderAudio(
  options: RenderAudioOptions = {},
): Promise<RenderedAudio> {
  const {xml = AUDIO_CONFIG, regions, data, ...rest} = options;
  const result = regions?.map(soundResult);
  const task = {
    id: 1,
    data: data ?? {audio: wavAddress({duration: DURATION})},
    ...(result ? {annotations: [{id: 7, result}]} : {}),
  };
  const surface = await renderSurface(xml, {task, ...rest});
  const root = surface.find('.lsf-audio');
  if (options.waitsForSound !== false) await soundShown(root);
  const stage = surface.findAll('.lsf-audio__stage')[0] ?? root;
  return Object.assign(Object.create(surface) as RenderedSurface, {
    root,
    stage,
    media: surface.findAll<HTMLAudioElement>('audio')[0] ?? new Audio(),
    at: (seconds: number, yPercent = 50) => {
      const {left, top, width, height} = stage.getBoundingClientRect();
      return {
        x: left + (seconds / DURATION) * width,
        y: top + (height * yPercent) / 100,
      };
    },
    spanOf: (id: string) => {
      const annotationId = surface.session.scope?.annotationId ?? '';
      const region = surface.session.store.findRegion(annotationId, id);
      const {start, end} = region?.geometry ?? {};
      return [start, end].map((value) => Math.round(Number(value) * 100) / 100);
    },
    ids: () =>
      surface.session.annotation?.regionStore.regions.map(
        ({cleanId}) => cleanId,
      ) ?? [],
  });
}

/** Returns when the wave of a surface is there and painted over. */
export async function soundShown(root: Element): Promise<void> {
  const isShown = (): boolean => {
    const stage = root.querySelector('[role=application]');
    return stage !== null && stage.clientWidth > 0 && stage.clientHeight > 0;
  };
  while (!isShown()) await nextFrame();
  await nextFrame();
}
