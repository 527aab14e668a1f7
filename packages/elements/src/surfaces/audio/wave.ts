import WaveSurfer from 'wavesurfer.js';

import type {AxisView} from '../intervals/axis-view.js';
import {isZoomed, toPx} from '../intervals/axis-view.js';

import {makeEmptiable, withoutStyles} from './without-markup.js';

/** What a wave is drawn from and how. */
export interface WaveOptions {
  /** Element that it fills. */
  readonly container: HTMLElement;
  /** What plays. */
  readonly media: HTMLMediaElement;
  /** Height of each channel, CSS pixels. */
  readonly height: number;
  /** Whether each channel has a wave of its own. */
  readonly splitsChannels: boolean;
  /** How high it is drawn, 1 for as it is. */
  readonly amplitude: number;
  /** Called while it loads, percent. */
  readonly loading: (percent: number) => void;
}

/** CSS colors of a wave. */
export interface WaveColors {
  /** What is to come. */
  readonly rest: string;
  /** What was played. */
  readonly played: string;
}

/** More samples than this are drawn by their peaks alone. */
const MAX_SAMPLES = 1_000_000;
/** How many peaks a wave keeps then, a second. */
const PEAKS_A_SECOND = 400;

/** Rules that the library has in a style element, which a page may forbid. */
const LAYOUT = `
:host { user-select: none; min-width: 1px; }
.scroll { overflow-x: auto; overflow-y: hidden; width: 100%; position: relative; }
.noScrollbar { scrollbar-width: none; }
.noScrollbar::-webkit-scrollbar { display: none; }
.wrapper { position: relative; overflow: visible; }
.canvases > div, .progress > div { position: relative; }
.progress { position: absolute; top: 0; left: 0; width: 0; height: 100%; overflow: hidden; pointer-events: none; }
.cursor { display: none; }
canvas { display: block; position: absolute; top: 0; image-rendering: pixelated; }
`;

/** The wave of a sound, drawn by wavesurfer.js; it takes no input. */
export class Wave {
  readonly #surfer: WaveSurfer;
  readonly #splitsChannels: boolean;
  #peaks: readonly Float32Array[] = [];
  #scale = 0;
  #colors: WaveColors = {rest: '', played: ''};

  constructor(options: WaveOptions) {
    const {container, media, height, splitsChannels, amplitude} = options;
    this.#splitsChannels = splitsChannels;
    this.#surfer = withoutStyles(() =>
      WaveSurfer.create({
        container,
        media,
        height,
        barHeight: amplitude,
        ...(splitsChannels ? {splitChannels: []} : {}),
        cursorWidth: 0,
        interact: false,
        autoScroll: false,
        autoCenter: false,
        hideScrollbar: true,
      }),
    );
    const root = this.#surfer.getWrapper().getRootNode();
    if (root instanceof ShadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(LAYOUT);
      root.adoptedStyleSheets.push(sheet);
      root.querySelectorAll('.canvases, .progress').forEach(makeEmptiable);
    }
    this.#surfer.on('loading', options.loading);
    // What fails is said where it was asked for.
    this.#surfer.on('error', () => undefined);
  }

  /** Seconds. */
  get duration(): number {
    return this.#surfer.getDuration();
  }

  /** How many waves there are, one below the other. */
  get lanes(): number {
    return this.#splitsChannels ? Math.max(1, this.#peaks.length) : 1;
  }

  /** Samples, or peaks of them, by channel; -1 to 1. */
  get peaks(): readonly Float32Array[] {
    return this.#peaks;
  }

  /**
   * Loads a sound and draws it.
   *
   * Rejects when the page may not read it, or does not know its format.
   */
  async load(address: string): Promise<void> {
    await this.#surfer.load(address);
    this.#takePeaks();
  }

  /** Draws a line for a sound that plays and cannot be read. */
  async loadFlat(address: string, duration: number): Promise<void> {
    await this.#surfer.load(address, [[0, 0]], duration);
    this.#takePeaks();
  }

  /** Shows a part of it. */
  show(view: AxisView): void {
    const scale = isZoomed(view) ? view.scale : 0;
    if (scale !== this.#scale) {
      this.#scale = scale;
      this.#surfer.zoom(scale);
    }
    this.#surfer.setScroll(-toPx(view, view.min));
  }

  /** Draws it in other colors. */
  paint(colors: WaveColors): void {
    const {rest, played} = this.#colors;
    if (rest === colors.rest && played === colors.played) return;
    this.#colors = colors;
    this.#surfer.setOptions({
      waveColor: colors.rest,
      progressColor: colors.played,
    });
  }

  /** Lets go of everything. */
  destroy(): void {
    this.#surfer.destroy();
  }

  /** Drawing looks at every sample each time, which takes long for many. */
  #takePeaks(): void {
    const decoded = this.#surfer.getDecodedData();
    if (!decoded) return;
    const {numberOfChannels, length} = decoded;
    const duration = this.duration;
    const channels = Array.from({length: numberOfChannels}, (_, channel) =>
      decoded.getChannelData(channel),
    );
    const count = Math.ceil(duration * PEAKS_A_SECOND);
    if (length <= MAX_SAMPLES || count >= length) {
      this.#peaks = channels;
      return;
    }
    this.#peaks = channels.map((samples) => peaksOf(samples, count));
    this.#surfer.setOptions({peaks: [...this.#peaks], duration});
  }
}

/** Returns the sample that is furthest from silence, part by part. */
export function peaksOf(samples: Float32Array, count: number): Float32Array {
  const peaks = new Float32Array(count);
  const size = samples.length / count;
  for (let index = 0; index < count; index += 1) {
    const to = Math.min(samples.length, Math.floor((index + 1) * size));
    let peak = 0;
    for (let at = Math.floor(index * size); at < to; at += 1) {
      const sample = samples[at] ?? 0;
      if (Math.abs(sample) > Math.abs(peak)) peak = sample;
    }
    peaks[index] = peak;
  }
  return peaks;
}
