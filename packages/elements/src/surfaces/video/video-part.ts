import {attributeFlag, attributeNumber} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';
import type {VideoTagView} from '@ls-annotation/lsi';

import {element} from '../dom/element.js';
import {RegionLooks} from '../labels/region-looks.js';
import {formatClock} from '../media/format-clock.js';
import {MediaLoader} from '../media/media-loader.js';
import {MediaPlayer} from '../media/media-player.js';
import {mediaStrings} from '../media/media-strings.js';
import type {MediaTag} from '../media/media-tag.js';
import {MediaToolbar} from '../media/media-toolbar.js';
import type {SurfaceContext} from '../surface.js';

import {FrameField} from './frame-field.js';
import {KeyFrameTools} from './key-frame-tools.js';
import {ProposedTracks} from './proposed-tracks.js';
import {Timeline} from './timeline.js';
import {VideoEdits} from './video-edits.js';
import {VideoFrames} from './video-frames.js';
import {createVideoHandle} from './video-handle.js';
import {VideoKeys} from './video-keys.js';
import {VideoList} from './video-list.js';
import {VideoStage} from './video-stage.js';
import {videoStrings} from './video-strings.js';
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
  /** Root of the surface. */
  readonly root: HTMLElement;
}

/** Puts the picture, player and timeline of a `Video` tag into its root. */
export function openVideo(options: VideoPartOptions): void {
  new VideoPart(options);
}

/** Where a sound is shown as a video. */
const NO_PICTURE = {width: 640, height: 360};

class VideoPart {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #view: VideoTagView;
  readonly #media = element('video', {
    attributes: {preload: 'auto', playsinline: true, tabindex: -1},
  });
  readonly #looks: RegionLooks;
  readonly #tracks: VideoTracks;
  readonly #loader: MediaLoader;
  readonly #player: MediaPlayer;
  readonly #frames: VideoFrames;
  readonly #stage: VideoStage;
  readonly #list: VideoList;
  readonly #keyTools: KeyFrameTools;
  readonly #keys: VideoKeys;
  readonly #toolbar: MediaToolbar;
  readonly #field: FrameField;
  readonly #timeline: Timeline;
  #proposed = ProposedTracks.none;

  constructor({tag, context, link, root}: VideoPartOptions) {
    this.#tag = tag;
    this.#context = context;
    this.#view = link.view as unknown as VideoTagView;
    this.#looks = new RegionLooks(context.config);
    this.#tracks = new VideoTracks(tag.name, context, this.#looks);
    this.#prepareMedia();
    this.#loader = this.#createLoader();
    this.#player = this.#createPlayer(link);
    const framerate = Number(this.#view.framerate);
    this.#frames = new VideoFrames(this.#player, framerate);
    this.#stage = this.#createStage();
    const {edits} = this.#stage;
    this.#list = new VideoList({context, tracks: this.#tracks, edits});
    this.#keyTools = this.#createKeyTools();
    this.#keys = new VideoKeys({
      context,
      player: this.#player,
      frames: this.#frames,
      keyTools: this.#keyTools,
      list: this.#list,
    });
    this.#toolbar = this.#createToolbar();
    this.#field = new FrameField(context, this.#frames);
    this.#timeline = this.#createTimeline();
    this.#assemble(root);
    this.#connect(link);
    this.#bindHotkeys(root);
  }

  #prepareMedia(): void {
    const {speed} = this.#view;
    this.#media.muted = attributeFlag(this.#tag, 'muted');
    this.#media.defaultPlaybackRate = speed;
    this.#media.playbackRate = speed;
  }

  #createLoader(): MediaLoader {
    return new MediaLoader({
      tag: this.#tag,
      context: this.#context,
      media: this.#media,
      empty: videoStrings.empty,
      failed: videoStrings.failed,
      onReady: (duration) => {
        this.#open(duration);
      },
      onGone: () => {
        this.#close();
      },
    });
  }

  #createPlayer(link: MediaTag): MediaPlayer {
    return new MediaPlayer({
      media: this.#media,
      context: this.#context,
      link,
      changed: () => {
        this.#toolbar.update();
      },
      moved: () => {
        this.#follow();
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
          frames: this.#frames,
          onCreate: this.#onCreate,
        }),
      nameOf: this.#nameOf,
      extraKeys: (event, hasSelection) => this.#keys.down(event, !hasSelection),
    });
  }

  #createKeyTools(): KeyFrameTools {
    return new KeyFrameTools({
      track: () => this.#selectedTrack(),
      frames: this.#frames,
      edits: this.#stage.edits,
      announce: (message) => {
        this.#context.announce(message);
      },
    });
  }

  #createToolbar(): MediaToolbar {
    const player = this.#player;
    return new MediaToolbar({
      name: this.#tag.name,
      player,
      step: (direction) => {
        this.#frames.goToFrame(this.#frames.frame + direction);
      },
      stepLabels: [videoStrings.back, videoStrings.forward],
      time: () =>
        mediaStrings.time(
          formatClock(player.currentTime),
          formatClock(player.duration),
        ),
      hasSpeed: true,
      minRate: this.#view.minplaybackspeed,
      hasVolume: true,
      zoom: (direction) => {
        this.#stage.view.step(direction);
      },
    });
  }

  #createTimeline(): Timeline {
    return new Timeline({
      tag: this.#tag,
      context: this.#context,
      tracks: this.#tracks,
      looks: this.#looks,
      leastHeight: attributeNumber(this.#tag, 'timelineHeight', 64),
      frames: this.#frames,
      toggle: () => {
        this.#player.toggle();
      },
      nameOf: this.#nameOf,
      extraKeys: (event) => this.#keys.down(event, false),
      onCreate: this.#onCreate,
    });
  }

  #assemble(root: HTMLElement): void {
    this.#toolbar.group(this.#field.element);
    const controls = this.#context.config.controlsOf(this.#tag.name);
    const hasRegions = controls.some(
      ({type}) => type === 'videorectangle' || type === 'timelinelabels',
    );
    if (hasRegions) this.#toolbar.element.append(this.#keyTools.element);
    root.append(
      this.#loader.status,
      this.#stage.element,
      this.#toolbar.element,
      this.#timeline.element,
      this.#list.element,
      this.#stage.hint,
      this.#timeline.hint,
    );
  }

  #connect(link: MediaTag): void {
    const context = this.#context;
    const view = this.#view;
    link.player = this.#player;
    view.player = this.#frames;
    if (view.ref) {
      view.ref.current = createVideoHandle({
        player: this.#player,
        frames: this.#frames,
        scene: this.#stage.scene,
        view: this.#stage.view,
        media: this.#media,
      });
    }
    context.add(() => {
      view.player = null;
      if (view.ref) view.ref.current = null;
    });
    context.onCommit((commit) => {
      if (this.#tracks.apply(commit)) this.#showRegions();
    });
    context.watchProposals((proposals) => {
      const trackOf = this.#tracks.trackOf.bind(this.#tracks);
      this.#proposed = ProposedTracks.of(proposals, trackOf);
      this.#timeline.propose(this.#proposed);
      this.#showProposed();
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
        this.#loader.load();
      },
    );
  }

  #bindHotkeys(root: Element): void {
    const context = this.#context;
    this.#keys.bind(root);
    const hotkey = context.hotkeyOf(this.#tag);
    const toggle = (): void => {
      this.#player.toggle();
    };
    const description = `Play ${this.#tag.name}`;
    context.add(
      context.hotkeys.bind(hotkey, toggle, {description, scope: 'all'}),
    );
  }

  #open(duration: number): void {
    this.#frames.measure(duration);
    this.#field.open();
    if (!this.#stage.scene.isReady) {
      const {videoWidth: width, videoHeight: height} = this.#media;
      this.#setShown(true);
      this.#stage.open(width > 0 && height > 0 ? {width, height} : NO_PICTURE);
      this.#tracks.load();
    }
    this.#timeline.open();
    this.#showRegions();
    this.#toolbar.update();
  }

  #close(): void {
    this.#stage.close();
    this.#timeline.close();
    this.#setShown(false);
  }

  #setShown(isShown: boolean): void {
    for (const part of [this.#stage, this.#toolbar, this.#timeline]) {
      part.element.hidden = !isShown;
    }
  }

  #follow(): void {
    this.#toolbar.showTime();
    if (this.#frames.follow()) this.#showFrame();
    if (!this.#player.isPlaying) this.#timeline.showFrame(false);
  }

  #showFrame(): void {
    const {scene} = this.#stage;
    if (!scene.isReady) return;
    scene.load(this.#tracks.entriesAt(this.#frames.frame, scene.view.image));
    this.#showProposed();
    this.#field.showFrame();
    this.#timeline.showFrame(this.#player.isPlaying);
    this.#keyTools.update();
  }

  #showProposed(): void {
    const {scene} = this.#stage;
    if (!scene.isReady) return;
    const {frame} = this.#frames;
    scene.proposals = this.#proposed.entriesAt(frame, scene.view.image);
  }

  #showRegions(): void {
    this.#timeline.refresh();
    this.#list.update(this.#context.state().selection);
    this.#showFrame();
  }

  #select(selection: readonly string[]): void {
    this.#stage.refresh();
    this.#timeline.refresh();
    this.#list.update(selection);
    this.#keyTools.update();
    const track = this.#selectedTrack();
    if (!track) return;
    this.#timeline.reveal(track.id);
    this.#goToTrack(track);
  }

  /** A region that is not on the frame is shown where it is first. */
  #goToTrack({spans}: VideoTrack): void {
    const {frame} = this.#frames;
    const isHere = spans.some(({start, end}) => frame >= start && frame <= end);
    const [first] = spans;
    if (isHere || !first || this.#player.isPlaying) return;
    this.#frames.goToFrame(first.start);
  }

  #selectedTrack(): VideoTrack | undefined {
    const [id, ...others] = this.#context.state().selection;
    if (id === undefined || others.length > 0) return undefined;
    return this.#tracks.get(id);
  }

  readonly #onCreate = (id: string): void => {
    this.#context.announce(videoStrings.created(this.#nameOf(id)));
  };

  readonly #nameOf = (id: string): string => this.#list.nameOf(id);
}
