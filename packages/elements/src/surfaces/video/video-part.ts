import {attributeFlag, attributeNumber} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {showFailure, showStatus} from '../dom/lazy-part.js';
import {shortAddress} from '../image/image-address.js';
import {imageStyles} from '../image/image.styles.js';
import {RegionListbox} from '../image/region-listbox.js';
import {RegionLooks} from '../labels/region-looks.js';
import {MediaLoadError} from '../media/errors.js';
import {formatClock} from '../media/format-clock.js';
import {safeMediaAddress} from '../media/media-address.js';
import {MediaPlayer} from '../media/media-player.js';
import {mediaStrings} from '../media/media-strings.js';
import type {MediaTag} from '../media/media-tag.js';
import {MediaToolbar} from '../media/media-toolbar.js';
import {mediaStyles} from '../media/media.styles.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext} from '../surface.js';

import {clampFrame, frameAt, frameClock, timeOfFrame} from './frame-clock.js';
import type {FrameClock} from './frame-clock.js';
import {KeyFrameTools} from './key-frame-tools.js';
import {Timeline} from './timeline.js';
import {VideoEdits} from './video-edits.js';
import type {VideoFacts} from './video-facts.js';
import {createVideoHandle} from './video-handle.js';
import {VideoStage} from './video-stage.js';
import {videoStrings} from './video-strings.js';
import {videoStyles} from './video.styles.js';
import {VideoTracks} from './video-tracks.js';
import type {VideoTrack} from './video-tracks.js';

/** What a video surface is made in. */
export interface VideoPartOptions {
  /** The `Video` tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** What the tag shares with others. */
  readonly link: MediaTag;
  /** What the tag's live view says. */
  readonly facts: VideoFacts;
  /** Root of the surface. */
  readonly root: HTMLElement;
}

/** Puts the picture, player and timeline of a `Video` tag into its root. */
export function openVideo(options: VideoPartOptions): void {
  const {context} = options;
  for (const css of [imageStyles, mediaStyles, videoStyles]) {
    context.add(adoptStyles(context.host, css));
  }
  new VideoPart(options);
}

/** Where a sound is shown as a video. */
const NO_PICTURE = {width: 640, height: 360};
/** How many frames hops go where the settings do not say. */
const HOP = 10;
/** Past the end of any video: has browsers look for the end. */
const FAR_SECONDS = 1e7;
const LIST_STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

class VideoPart {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #facts: VideoFacts;
  readonly #media = element('video', {
    attributes: {preload: 'auto', playsinline: true, tabindex: -1},
  });
  readonly #status = element('div', {class: 'lsf-status'});
  readonly #input = element('input', {
    attributes: {
      type: 'number',
      min: 1,
      step: 1,
      'aria-label': videoStrings.frame,
    },
  });
  readonly #of = element('span');
  readonly #tracks: VideoTracks;
  readonly #looks: RegionLooks;
  readonly #player: MediaPlayer;
  readonly #toolbar: MediaToolbar;
  readonly #stage: VideoStage;
  readonly #timeline: Timeline;
  readonly #keyTools: KeyFrameTools;
  readonly #listbox: RegionListbox;
  #selected: ReadonlySet<string> = new Set();
  #clock: FrameClock;
  #frame = 1;
  #address = '';

  constructor({tag, context, link, facts, root}: VideoPartOptions) {
    this.#tag = tag;
    this.#context = context;
    this.#facts = facts;
    this.#clock = {framerate: facts.framerate, length: 1};
    this.#looks = new RegionLooks(context.config);
    this.#tracks = new VideoTracks(tag.name, context, this.#looks);
    this.#media.muted = attributeFlag(tag, 'muted');
    this.#media.defaultPlaybackRate = facts.speed;
    this.#media.playbackRate = facts.speed;
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
    this.#stage = this.#createStage();
    this.#timeline = this.#createTimeline();
    this.#keyTools = this.#createKeyTools();
    this.#listbox = this.#createListbox();
    this.#assemble(root);
    this.#connect(link);
  }

  #createToolbar(): MediaToolbar {
    const tag = this.#tag;
    return new MediaToolbar({
      name: tag.name,
      player: this.#player,
      step: (direction) => {
        this.#seek(this.#frame + direction);
      },
      stepLabels: [videoStrings.back, videoStrings.forward],
      time: () =>
        mediaStrings.time(
          formatClock(this.#player.currentTime),
          formatClock(this.#player.duration),
        ),
      hasSpeed: true,
      minRate: attributeNumber(tag, 'minPlaybackSpeed', 0.25),
      hasVolume: true,
      zoom: (direction) => {
        this.#stage.view.step(direction);
      },
    });
  }

  #createStage(): VideoStage {
    const context = this.#context;
    return new VideoStage({
      tag: this.#tag,
      context,
      media: this.#media,
      maxHeight: Math.max(64, attributeNumber(this.#tag, 'height', 600)),
      createEdits: (scene) =>
        new VideoEdits({
          tag: this.#tag,
          context,
          scene,
          looks: this.#looks,
          clock: () => this.#clock,
          frame: () => this.#frame,
          duration: () => this.#player.duration,
          onCreate: this.#onCreate,
        }),
      nameOf: this.#nameOf,
      extraKeys: (event, hasSelection) => this.#onKey(event, !hasSelection),
    });
  }

  #createTimeline(): Timeline {
    return new Timeline({
      tag: this.#tag,
      context: this.#context,
      tracks: this.#tracks,
      looks: this.#looks,
      leastHeight: attributeNumber(this.#tag, 'timelineHeight', 64),
      frame: () => this.#frame,
      seek: (frame) => {
        this.#seek(frame);
      },
      toggle: () => {
        this.#player.toggle();
      },
      describe: (frame) => this.#describe(frame),
      nameOf: this.#nameOf,
      extraKeys: (event) => this.#onKey(event, false),
      onCreate: this.#onCreate,
    });
  }

  #createKeyTools(): KeyFrameTools {
    const {edits} = this.#stage;
    return new KeyFrameTools({
      track: () => this.#selectedTrack(),
      frame: () => this.#frame,
      canEdit: (id) => edits.canEdit(id),
      seek: (frame) => {
        this.#seek(frame);
      },
      add: (id) => {
        edits.addKeyFrame(id);
      },
      remove: (id) => {
        edits.removeKeyFrame(id);
      },
      toggleLifespan: (id) => {
        edits.toggleLifespan(id);
      },
      announce: (message) => {
        this.#context.announce(message);
      },
    });
  }

  #createListbox(): RegionListbox {
    const selected = (): ReadonlySet<string> => this.#selected;
    return new RegionListbox({
      scene: {
        index: this.#tracks,
        get lifted() {
          return selected();
        },
      },
      label: videoStrings.list,
      nameOf: this.#nameOf,
      activeId: () => [...this.#selected].at(-1),
    });
  }

  #assemble(root: HTMLElement): void {
    this.#toolbar.group(
      element('label', {class: 'lsf-video__frame'}, this.#input, this.#of),
    );
    const controls = this.#context.config.controlsOf(this.#tag.name);
    const hasRegions = controls.some(
      ({type}) => type === 'videorectangle' || type === 'timelinelabels',
    );
    if (hasRegions) this.#toolbar.element.append(this.#keyTools.element);
    root.append(
      this.#status,
      this.#stage.element,
      this.#toolbar.element,
      this.#timeline.element,
      this.#listbox.element,
      this.#stage.hint,
      this.#timeline.hint,
    );
  }

  #connect(link: MediaTag): void {
    const context = this.#context;
    const media = this.#media;
    link.player = this.#player;
    const control = this.#control();
    const {scene, view} = this.#stage;
    const player = this.#player;
    const options = {player, control, scene, view, media};
    this.#facts.connect(control, createVideoHandle(options));
    context.listen(media, 'loadedmetadata', () => {
      this.#measure();
    });
    context.listen(media, 'durationchange', () => {
      if (this.#stage.scene.isReady) this.#measure();
    });
    context.listen(media, 'error', () => {
      this.#fail();
    });
    context.onCommit((commit) => {
      if (this.#tracks.apply(commit)) this.#showRegions();
    });
    context.watch(
      ({selection}) => selection,
      (selection) => {
        this.#select(selection);
      },
    );
    context.watch(
      ({session}) => session.remoteValues[this.#tag.name],
      () => {
        this.#load();
      },
    );
    this.#connectInput();
    this.#connectList();
    this.#bindHotkey();
  }

  #control() {
    const frame = (): number => this.#frame;
    const clock = (): FrameClock => this.#clock;
    const rate = (): number => this.#player.rate;
    return {
      get frame() {
        return frame();
      },
      get clock() {
        return clock();
      },
      get rate() {
        return rate();
      },
      setRate: (value: number) => {
        this.#player.setRate(value);
      },
      goToFrame: (value: number) => {
        this.#seek(value);
      },
    };
  }

  #connectInput(): void {
    const context = this.#context;
    context.listen(this.#input, 'change', () => {
      const frame = this.#input.valueAsNumber;
      if (Number.isFinite(frame)) this.#seek(frame);
      this.#input.value = String(this.#frame);
    });
  }

  #connectList(): void {
    const list = this.#listbox.element;
    this.#context.listen(list, 'keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const step = LIST_STEPS[event.key];
      const edge = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : null;
      if (step !== undefined) this.#cycle(step);
      else if (edge !== null) {
        this.#selectAt(edge === 0 ? 0 : this.#tracks.size - 1);
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        this.#stage.edits.remove([...this.#selected]);
      } else return;
      event.preventDefault();
    });
  }

  #bindHotkey(): void {
    const context = this.#context;
    const hotkey = context.hotkeyOf(this.#tag);
    const toggle = (): void => {
      this.#player.toggle();
    };
    const description = `Play ${this.#tag.name}`;
    context.add(
      context.hotkeys.bind(hotkey, toggle, {description, scope: 'all'}),
    );
  }

  /** @param canStep - Whether arrow keys are free to go through the frames. */
  #onKey(event: KeyboardEvent, canStep: boolean): boolean {
    if (event.defaultPrevented || event.isComposing) return false;
    const {key, code, altKey, shiftKey} = event;
    if (event.ctrlKey || event.metaKey) return false;
    if (altKey) {
      if (key === '.' || code === 'Period') return this.#cycle(1);
      if (key === ',' || code === 'Comma') return this.#cycle(-1);
      return false;
    }
    if (canStep) {
      const direction = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
      if (direction !== 0) return this.#step(direction * this.#hop(shiftKey));
      if (key === 'Home') return this.#step(-Infinity);
      if (key === 'End') return this.#step(Infinity);
    }
    switch (key) {
      case ' ':
        if (shiftKey) return false;
        this.#player.toggle();
        return true;
      case ',':
        return this.#step(-1);
      case '.':
        return this.#step(1);
      case '<':
        return this.#keyTools.step(-1);
      case '>':
        return this.#keyTools.step(1);
      case 'K':
        return this.#keyTools.toggleKey();
      case 'L':
        return this.#keyTools.toggleLifespan();
      default:
        return false;
    }
  }

  #hop(isLong: boolean): number {
    if (!isLong) return 1;
    const hop = Number(this.#context.session.settings.videoHopSize);
    return hop > 0 ? hop : HOP;
  }

  #step(by: number): boolean {
    const last = this.#clock.length;
    const to = Math.max(1, Math.min(last, this.#frame + by));
    this.#seek(to);
    this.#context.announce(this.#describe(to));
    return true;
  }

  #cycle(step: number): boolean {
    const {size} = this.#tracks;
    if (size === 0) return false;
    const from = this.#tracks.indexOf([...this.#selected].at(-1) ?? '');
    const next =
      from === -1 && step < 0 ? size - 1 : (from + step + size) % size;
    return this.#selectAt(next);
  }

  #selectAt(place: number): boolean {
    const track = this.#tracks.at(place);
    if (!track) return false;
    this.#stage.edits.select(track.id, false);
    this.#context.announce(this.#nameOf(track.id));
    return true;
  }

  #load(): void {
    const value = this.#context.annotation.names.get(this.#tag.name)?._value;
    this.#address = typeof value === 'string' ? value.trim() : '';
    this.#close();
    if (this.#address === '') {
      showStatus(this.#status, videoStrings.empty);
      return;
    }
    const safe = safeMediaAddress(this.#address, document.baseURI);
    if (safe === null) {
      const shown = shortAddress(this.#address);
      showFailure(this.#status, mediaStrings.refused, null, shown);
      return;
    }
    showStatus(this.#status, mediaStrings.loading);
    this.#media.src = safe;
  }

  #fail(): void {
    const media = this.#media;
    if (!media.hasAttribute('src')) return;
    const cause = new Error(media.error?.message || 'It cannot be played.');
    const error = new MediaLoadError(this.#tag.name, this.#address, cause);
    this.#context.session.reportError(error);
    this.#close();
    const retry = (): void => {
      this.#load();
    };
    const shown = shortAddress(this.#address);
    showFailure(this.#status, videoStrings.failed, retry, shown);
  }

  #close(): void {
    this.#stage.close();
    this.#timeline.close();
    this.#setShown(false);
    this.#media.removeAttribute('src');
  }

  #setShown(isShown: boolean): void {
    this.#status.hidden = isShown;
    if (isShown) this.#status.replaceChildren();
    for (const part of [
      this.#stage.element,
      this.#toolbar.element,
      this.#timeline.element,
    ]) {
      part.hidden = !isShown;
    }
  }

  /** Files that were recorded may not say how long they are. */
  #measure(): void {
    const media = this.#media;
    if (media.duration === Infinity) {
      media.currentTime = FAR_SECONDS;
      return;
    }
    const wasReady = this.#stage.scene.isReady;
    this.#clock = frameClock(this.#facts.framerate, media.duration);
    this.#input.max = String(this.#clock.length);
    this.#of.textContent = videoStrings.ofFrames(this.#clock.length);
    if (!wasReady) this.#open();
    this.#timeline.open(this.#clock);
    this.#showRegions();
    this.#toolbar.update();
  }

  #open(): void {
    const {videoWidth: width, videoHeight: height} = this.#media;
    if (this.#media.currentTime > this.#media.duration / 2) {
      this.#media.currentTime = 0;
    }
    this.#setShown(true);
    this.#stage.open(width > 0 && height > 0 ? {width, height} : NO_PICTURE);
    this.#tracks.load();
    this.#frame = frameAt(this.#clock, this.#media.currentTime);
  }

  #seek(frame: number): void {
    const to = clampFrame(this.#clock, frame);
    if (to === this.#frame && !this.#player.isPlaying) return;
    this.#player.seek(to === 1 ? 0 : timeOfFrame(this.#clock, to));
  }

  #follow(): void {
    this.#toolbar.showTime();
    const frame = frameAt(this.#clock, this.#player.currentTime);
    const {isPlaying} = this.#player;
    if (frame !== this.#frame) {
      this.#frame = frame;
      this.#showFrame();
    }
    if (!isPlaying) this.#timeline.showFrame(false);
  }

  #showFrame(): void {
    const {scene} = this.#stage;
    if (!scene.isReady) return;
    scene.load(this.#tracks.entriesAt(this.#frame, scene.view.image));
    if (document.activeElement !== this.#input) {
      this.#input.value = String(this.#frame);
    }
    this.#timeline.showFrame(this.#player.isPlaying);
    this.#keyTools.update();
  }

  #showRegions(): void {
    this.#timeline.refresh();
    this.#listbox.update();
    this.#showFrame();
  }

  #select(selection: readonly string[]): void {
    this.#selected = new Set(selection);
    this.#stage.refresh();
    this.#timeline.refresh();
    this.#listbox.update();
    this.#keyTools.update();
    const [id, ...others] = selection;
    const track = id === undefined ? undefined : this.#tracks.get(id);
    if (!track || others.length > 0) return;
    this.#timeline.reveal(track.id);
    this.#goToTrack(track);
  }

  /** A region that is not on the frame is shown where it is first. */
  #goToTrack({spans}: VideoTrack): void {
    const isHere = spans.some(
      ({start, end}) => this.#frame >= start && this.#frame <= end,
    );
    const [first] = spans;
    if (!isHere && first && !this.#player.isPlaying) this.#seek(first.start);
  }

  #selectedTrack(): VideoTrack | undefined {
    const [id, ...others] = this.#selected;
    if (id === undefined || others.length > 0) return undefined;
    return this.#tracks.get(id);
  }

  #describe(frame: number): string {
    const time = formatClock(frame / this.#clock.framerate);
    return videoStrings.frames(frame, this.#clock.length, time);
  }

  readonly #onCreate = (id: string): void => {
    this.#context.announce(videoStrings.created(this.#nameOf(id)));
  };

  readonly #nameOf = (id: string): string => {
    const track = this.#tracks.get(id);
    if (!track) return videoStrings.unlabeled;
    return [
      track.label === '' ? videoStrings.unlabeled : track.label,
      ...track.spans.map(({start, end}) =>
        end === Infinity
          ? videoStrings.untilEnd(start)
          : videoStrings.range(start, end),
      ),
      ...(this.#stage.edits.canEdit(id) ? [] : [videoStrings.readonly]),
    ].join(', ');
  };
}
