import {
  attributeFlag,
  attributeNumber,
  attributeText,
} from '@ls-annotation/core';
import type {ConfigTag, Geometry} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {showFailure, showStatus} from '../dom/status.js';
import {MediaLoadError} from '../media/errors.js';
import {shortAddress} from '../image/image-address.js';
import {
  axisOf,
  centerValue,
  endOf,
  fitAxis,
  isZoomed,
  startAxisAt,
  toValue,
  zoomAxis,
} from '../intervals/axis-view.js';
import type {IntervalMarks} from '../intervals/interval-scene.js';
import {IntervalStrip} from '../intervals/interval-strip.js';
import type {Span} from '../intervals/interval.js';
import {clockStep, niceStep} from '../intervals/nice-step.js';
import type {LaneBox} from '../intervals/paint-intervals.js';
import {Ruler} from '../intervals/ruler.js';
import {findMediaFailure} from '../media/find-media-failure.js';
import type {MediaFailure} from '../media/find-media-failure.js';
import {formatClock, speakClock} from '../media/format-clock.js';
import {safeMediaAddress} from '../media/media-address.js';
import {bindMediaHotkeys} from '../media/media-hotkeys.js';
import {MediaPlayer} from '../media/media-player.js';
import {mediaStrings} from '../media/media-strings.js';
import type {MediaTag} from '../media/media-tag.js';
import {MediaToolbar, mediaButton} from '../media/media-toolbar.js';
import type {SurfaceContext} from '../surface.js';

import {audioStrings} from './audio-strings.js';
import {Overview} from './overview.js';
import {Wave} from './wave.js';

/** What an audio surface is made in. */
export interface AudioPartOptions {
  /** The `Audio` tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** What the tag shares with others. */
  readonly link: MediaTag;
  /** Root of the surface. */
  readonly root: HTMLElement;
}

/** Puts the wave and the player of an `Audio` tag into its root. */
export function openAudio(options: AudioPartOptions): void {
  new AudioPart(options);
}

/** Nearest that one can zoom, CSS pixels a second. */
const MAX_SCALE = 4000;
/** Widest wave that browsers lay out, CSS pixels. */
const MAX_WIDTH_PX = 12_000_000;
/** An arrow key goes about as far, CSS pixels. */
const STEP_PX = 12;
/** Longer steps, as most players have them. */
const HOP_SECONDS = 5;
const MARK_PX = 72;
const ZOOM_BY = 2;

class AudioPart {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #media = element('audio', {attributes: {preload: 'auto'}});
  readonly #status = element('div', {class: 'lsf-status'});
  readonly #note = element('p', {
    class: 'lsf-audio__note',
    text: audioStrings.flat,
  });
  readonly #container = element('div', {
    class: 'lsf-audio__wave',
    attributes: {'aria-hidden': 'true'},
  });
  readonly #view = element('div', {class: 'lsf-audio__view'});
  readonly #ruler = new Ruler();
  readonly #overview = new Overview();
  readonly #player: MediaPlayer;
  readonly #toolbar: MediaToolbar;
  readonly #playSpan: HTMLButtonElement;
  readonly #strip: IntervalStrip;
  readonly #laneHeight: number;
  #wave: Wave;
  #loads = 0;
  #isOverviewStale = true;

  constructor({tag, context, link, root}: AudioPartOptions) {
    this.#tag = tag;
    this.#context = context;
    this.#laneHeight = heightOf(tag);
    this.#prepareMedia();
    this.#wave = this.#createWave();
    this.#player = new MediaPlayer({
      media: this.#media,
      context,
      link,
      changed: () => {
        this.#toolbar.update();
      },
      moved: () => {
        this.#follow();
      },
    });
    this.#toolbar = this.#createToolbar();
    this.#playSpan = mediaButton('playSpan', mediaStrings.playSpan, () => {
      this.#playSelected();
    });
    this.#toolbar.group(this.#playSpan);
    this.#strip = this.#createStrip();
    this.#assemble(root);
    this.#connect(link, root);
  }

  #prepareMedia(): void {
    const media = this.#media;
    const volume = attributeNumber(this.#tag, 'defaultVolume', 1);
    media.volume = Math.min(1, Math.max(0, volume));
    media.muted = attributeFlag(this.#tag, 'muted');
    const rate = attributeNumber(this.#tag, 'defaultSpeed', 1);
    if (rate > 0) media.defaultPlaybackRate = media.playbackRate = rate;
  }

  #createToolbar(): MediaToolbar {
    const tag = this.#tag;
    return new MediaToolbar({
      name: tag.name,
      player: this.#player,
      step: (direction) => {
        this.#seek(this.#player.currentTime + direction);
      },
      stepLabels: [audioStrings.back, audioStrings.forward],
      time: () =>
        mediaStrings.time(
          formatClock(this.#player.currentTime),
          formatClock(this.#duration),
        ),
      hasSpeed: attributeFlag(tag, 'speed', true),
      minRate: 0.25,
      hasVolume: attributeFlag(tag, 'volume', true),
      ...(attributeFlag(tag, 'zoom', true)
        ? {
            zoom: (direction) => {
              this.#zoom(direction);
            },
          }
        : {}),
    });
  }

  #createStrip(): IntervalStrip {
    const tag = this.#tag;
    return new IntervalStrip({
      tag,
      context: this.#context,
      label: audioStrings.stage(tag.name),
      listLabel: audioStrings.list,
      hint: audioStrings.hint,
      format: {
        read: (geometry) => this.#readSpan(geometry),
        write: ({start, end, lane}) => ({start, end, channel: lane ?? 0}),
        envelope: () => ({original_length: this.#duration}),
      },
      playhead: {
        position: () => this.#player.currentTime,
        seek: (time) => {
          this.#seek(time);
        },
        toggle: () => {
          this.#player.toggle();
        },
      },
      step: () => niceStep(STEP_PX / this.#strip.scene.view.scale),
      describe: speakClock,
      describeSpan: (span) => this.#describe(span),
      laneAt: (y) => this.#laneAt(y),
      laneBox: (lane) => this.#laneBox(lane),
      paint: (marks) => {
        this.#paint(marks);
      },
      showsLabels: attributeFlag(tag, 'showLabels'),
      cursorWidth: Math.max(1, attributeNumber(tag, 'cursorWidth', 2)),
      cursorColor: ownColor(tag),
    });
  }

  #createWave(): Wave {
    return new Wave({
      container: this.#container,
      media: this.#media,
      height: this.#laneHeight,
      splitsChannels: attributeFlag(this.#tag, 'splitChannels'),
      amplitude: attributeNumber(this.#tag, 'defaultScale', 1),
      loading: (percent) => {
        showStatus(this.#status, mediaStrings.loadingPart(percent));
      },
    });
  }

  get #duration(): number {
    return this.#wave.duration || this.#player.duration;
  }

  #assemble(root: HTMLElement): void {
    const {stage, extras} = this.#strip;
    stage.classList.add('lsf-audio__stage');
    stage.prepend(this.#container);
    this.#view.append(this.#ruler.element, stage, this.#overview.element);
    this.#note.hidden = true;
    root.append(
      this.#toolbar.element,
      this.#status,
      this.#view,
      this.#note,
      ...extras,
      this.#media,
    );
  }

  #connect(link: MediaTag, root: HTMLElement): void {
    const context = this.#context;
    link.player = this.#player;
    Reflect.set(link.view, '_ws', this.#handle());
    context.add(() => {
      Reflect.deleteProperty(link.view, '_ws');
      this.#wave.destroy();
    });
    context.watch(
      ({session}) => session.remoteValues[this.#tag.name],
      () => {
        void this.#load();
      },
    );
    context.watch(
      ({selection}) => selection,
      () => {
        this.#playSpan.disabled = this.#selectedSpan() === undefined;
      },
    );
    this.#connectKeys(root);
    this.#connectDrag(this.#ruler.element, (x) => {
      this.#seek(toValue(this.#strip.scene.view, x));
    });
    this.#connectDrag(this.#overview.element, (x) => {
      this.#goTo(x);
    });
  }

  #connectKeys(root: HTMLElement): void {
    const context = this.#context;
    const step = (by: number): void => {
      this.#seek(this.#player.currentTime + by);
    };
    bindMediaHotkeys(context, root, {
      toggle: () => {
        this.#player.toggle();
      },
      step,
      hop: (direction) => {
        step(direction * HOP_SECONDS);
      },
      toEdge: (direction) => {
        this.#seek(direction < 0 ? 0 : this.#duration);
      },
    });
    const hotkey = context.hotkeyOf(this.#tag);
    context.add(
      context.hotkeys.bind(
        hotkey,
        () => {
          this.#player.toggle();
        },
        {description: `Play ${this.#tag.name}`, scope: 'all'},
      ),
    );
    context.listen(this.#strip.stage, 'keydown', (event) => {
      if (event.key !== 'Enter' || !event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#playSelected();
    });
  }

  /** Calls `apply` with where a pointer is while it is down. */
  #connectDrag(target: HTMLElement, apply: (x: number) => void): void {
    const context = this.#context;
    const place = ({clientX}: PointerEvent): number =>
      clientX - target.getBoundingClientRect().left;
    context.listen(target, 'pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      if (event.isTrusted) target.setPointerCapture(event.pointerId);
      apply(place(event));
    });
    context.listen(target, 'pointermove', (event) => {
      if (event.buttons % 2 === 1) apply(place(event));
    });
    context.listen(
      target,
      'wheel',
      (event) => {
        if (this.#strip.wheel(event)) event.preventDefault();
      },
      {passive: false},
    );
  }

  /** What plugins know the player by. */
  #handle(): object {
    const player = this.#player;
    const duration = (): number => this.#duration;
    return {
      get playing() {
        return player.isPlaying;
      },
      get currentTime() {
        return player.currentTime;
      },
      set currentTime(time: number) {
        player.seek(time);
      },
      get rate() {
        return player.rate;
      },
      set rate(rate: number) {
        player.setRate(rate);
      },
      get duration() {
        return duration();
      },
      play: () => {
        player.play();
      },
      pause: () => {
        player.pause();
      },
    };
  }

  async #load(): Promise<void> {
    const load = (this.#loads += 1);
    const isStale = (): boolean =>
      load !== this.#loads || this.#context.scope.isClosed;
    const value = this.#context.annotation.names.get(this.#tag.name)?._value;
    const address = typeof value === 'string' ? value.trim() : '';
    this.#close();
    if (address === '') {
      showStatus(this.#status, audioStrings.empty);
      return;
    }
    const safe = safeMediaAddress(address, document.baseURI);
    if (safe === null) {
      const shown = shortAddress(address);
      showFailure(this.#status, mediaStrings.refused, null, shown);
      return;
    }
    showStatus(this.#status, mediaStrings.loading);
    try {
      const isFlat = await this.#read(safe, isStale);
      if (isStale()) return;
      this.#open();
      this.#note.hidden = !isFlat;
    } catch (cause) {
      if (isStale()) return;
      const failure = await findMediaFailure(safe, this.#context.scope.signal);
      if (!isStale()) this.#fail(address, cause, failure);
    }
  }

  /** @returns Whether it plays and could not be read. */
  async #read(address: string, isStale: () => boolean): Promise<boolean> {
    const isPlain = attributeText(this.#tag, 'decoder') === 'none';
    if (!isPlain) {
      try {
        await Promise.race([this.#wave.load(address), failureOf(this.#media)]);
        return false;
      } catch {
        if (isStale()) return false;
      }
    }
    this.#media.src = address;
    await metadataOf(this.#media);
    if (isStale()) return false;
    await this.#wave.loadFlat(address, this.#player.duration || 1);
    return !isPlain;
  }

  #fail(address: string, cause: unknown, failure: MediaFailure): void {
    const {name} = this.#tag;
    const error = new MediaLoadError(name, address, cause, failure);
    this.#context.session.reportError(error);
    const retry = (): void => void this.#load();
    const shown = shortAddress(address);
    const message = `${audioStrings.failed} ${mediaStrings.failure(failure)}`;
    showFailure(this.#status, message, retry, shown);
  }

  #close(): void {
    this.#strip.close();
    this.#view.hidden = true;
    this.#status.hidden = false;
    this.#note.hidden = true;
    if (!this.#media.hasAttribute('src')) return;
    this.#player.pause();
    this.#wave.destroy();
    this.#wave = this.#createWave();
  }

  #open(): void {
    this.#status.hidden = true;
    this.#status.replaceChildren();
    this.#view.hidden = false;
    this.#overview.reset();
    const {stage} = this.#strip;
    const width = stage.clientWidth || 1;
    const duration = this.#duration;
    const most = Math.min(MAX_SCALE, MAX_WIDTH_PX / duration);
    const whole = axisOf({min: 0, max: duration}, width, most);
    const zoom = attributeNumber(this.#tag, 'defaultZoom', 1);
    this.#strip.open(zoom > 1 ? zoomAxis(whole, 0, zoom) : whole);
    this.#toolbar.update();
    this.#follow();
  }

  #seek(time: number): void {
    this.#player.seek(Math.min(Math.max(0, time), this.#duration));
    this.#strip.scene.cursor = this.#player.currentTime;
  }

  #zoom(direction: -1 | 0 | 1): void {
    const {scene} = this.#strip;
    if (direction === 0) {
      scene.view = fitAxis(scene.view);
      return;
    }
    const cursor = this.#player.currentTime;
    const isSeen = cursor >= scene.view.start && cursor <= endOf(scene.view);
    this.#strip.zoom(ZOOM_BY ** direction);
    if (isSeen) scene.view = centerValue(scene.view, cursor);
  }

  /** A place of the overview: has it in the middle, or plays from it. */
  #goTo(x: number): void {
    const {scene} = this.#strip;
    const {view} = scene;
    const value = view.min + (x / view.width) * (view.max - view.min);
    if (isZoomed(view)) scene.view = centerValue(view, value);
    else this.#seek(value);
  }

  #playSelected(): void {
    const span = this.#selectedSpan();
    if (span) this.#player.playSpan(span.start, span.end);
  }

  #selectedSpan(): Span | undefined {
    const [id, ...others] = this.#context.state().selection;
    if (id === undefined || others.length > 0) return undefined;
    return this.#strip.scene.index.get(id);
  }

  #follow(): void {
    const {scene} = this.#strip;
    const cursor = this.#player.currentTime;
    this.#toolbar.showTime();
    scene.cursor = cursor;
    const {view} = scene;
    if (!this.#player.isPlaying || !isZoomed(view)) return;
    const isAhead = cursor > endOf(view) || cursor < view.start;
    if (attributeFlag(this.#tag, 'autoCenter', true)) {
      const middle = (view.start + endOf(view)) / 2;
      if (cursor > middle || isAhead) scene.view = centerValue(view, cursor);
    } else if (isAhead) scene.view = startAxisAt(view, cursor);
  }

  #paint(marks: IntervalMarks): void {
    const {scene} = this.#strip;
    const {view} = scene;
    const {color} = getComputedStyle(this.#container);
    const accent = accentOf(this.#strip.stage);
    if (marks.view) {
      this.#wave.paint({rest: color, played: accent});
      this.#wave.show(view);
      const step = clockStep(MARK_PX / view.scale);
      const digits = step < 1 ? Math.min(3, Math.ceil(-Math.log10(step))) : 0;
      this.#ruler.paint(view, {
        step,
        label: (value) => formatClock(value, digits),
      });
    }
    this.#isOverviewStale ||= marks.regions || marks.view;
    if (this.#isOverviewStale) {
      this.#isOverviewStale = false;
      const [samples = new Float32Array()] = this.#wave.peaks;
      const entries = scene.index.all();
      this.#overview.paintContent({samples, entries}, view);
    }
    this.#overview.paintView(view, this.#player.currentTime, accent);
  }

  #readSpan({start, end, channel}: Geometry): Span | null {
    if (!Number.isFinite(start) || !Number.isFinite(end)) return null;
    const {lanes} = this.#wave;
    const lane = typeof channel === 'number' && lanes > 1 ? channel : null;
    return {start: Number(start), end: Number(end), lane};
  }

  #laneAt(y: number): number | null {
    const {lanes} = this.#wave;
    if (lanes < 2) return null;
    const lane = Math.floor(y / this.#laneHeight);
    return Math.min(lanes - 1, Math.max(0, lane));
  }

  #laneBox(lane: number | null): LaneBox {
    const height = this.#laneHeight;
    if (lane === null) return {top: 0, height: height * this.#wave.lanes};
    return {top: lane * height, height};
  }

  #describe({start, end, lane}: Span): string {
    const span = audioStrings.span(speakClock(start), speakClock(end));
    if (lane === null || this.#wave.lanes < 2) return span;
    return `${span}, ${audioStrings.channel(lane + 1)}`;
  }
}

function heightOf(tag: ConfigTag): number {
  const height = attributeNumber(tag, 'height', 96);
  if (!attributeFlag(tag, 'splitChannels')) return Math.max(16, height);
  return Math.max(16, attributeNumber(tag, 'waveHeight', 32), height / 2);
}

/** The color that the config gives the cursor; its default is ours. */
function ownColor(tag: ConfigTag): string {
  const color = attributeText(tag, 'cursorColor', '');
  return CSS.supports('color', color) ? color : '';
}

function accentOf(stage: HTMLElement): string {
  const canvas = stage.querySelector('.lsf-strip__canvas');
  return canvas ? getComputedStyle(canvas).color : '';
}

function metadataOf(media: HTMLMediaElement): Promise<void> {
  if (media.readyState > 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    media.addEventListener('loadedmetadata', () => resolve(), {once: true});
    failureOf(media).catch(reject);
  });
}

/** Never resolves; rejects with what the element says went wrong. */
function failureOf(media: HTMLMediaElement): Promise<never> {
  return new Promise((_, reject) => {
    media.addEventListener(
      'error',
      () => {
        reject(new Error(media.error?.message ?? 'It cannot be played.'));
      },
      {once: true},
    );
  });
}
