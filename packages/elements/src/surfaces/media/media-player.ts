import {clamp} from '../image/geometry.js';
import type {SurfaceContext} from '../surface.js';

import type {MediaTag, SyncedPlayer} from './media-tag.js';
import type {SyncEvent} from './sync-group.js';

/** What a player tells its surface. */
export interface MediaPlayerOptions {
  /** What plays; the surface sets its source. */
  readonly media: HTMLMediaElement;
  /** The display; with it the player lets go of everything. */
  readonly context: SurfaceContext;
  /** The tag, which hears what happens. */
  readonly link: MediaTag;
  /** Called when it started, stopped, or sounds or runs otherwise. */
  readonly changed: () => void;
  /** Called when it is at another time, every frame while it plays. */
  readonly moved: () => void;
}

const REFUSED =
  'The browser did not let it play. Press the play button of the player.';

/** Events of the element that other tags follow. */
const FOLLOWED: Readonly<Record<string, SyncEvent>> = {
  play: 'play',
  pause: 'pause',
  seeking: 'seek',
  ratechange: 'speed',
};

/**
 * Plays a media element and keeps the tags of its group together.
 *
 * Whatever makes the element play, stop or go elsewhere is told to the group,
 * except what was done because another tag was followed.
 */
export class MediaPlayer implements SyncedPlayer {
  readonly #options: MediaPlayerOptions;
  /** Events to come that follow from another tag, by name. */
  readonly #echoes = new Map<string, number>();
  #frame: number | null = null;
  #stopAt = Infinity;
  #isUserMuted: boolean;
  #isSyncMuted = false;

  constructor(options: MediaPlayerOptions) {
    const {media, context} = options;
    this.#options = options;
    this.#isUserMuted = media.muted;
    for (const event of ['play', 'pause', 'seeking', 'ratechange'] as const) {
      context.listen(media, event, () => {
        this.#onEvent(event);
      });
    }
    for (const event of ['timeupdate', 'seeked'] as const) {
      context.listen(media, event, () => {
        options.moved();
      });
    }
    context.listen(media, 'volumechange', () => {
      options.changed();
    });
    context.add(() => {
      this.#release();
    });
  }

  get isPlaying(): boolean {
    const {media} = this.#options;
    return !media.paused && !media.ended;
  }

  get currentTime(): number {
    return this.#options.media.currentTime;
  }

  /** Seconds; 0 while it is not known. */
  get duration(): number {
    const {duration} = this.#options.media;
    return Number.isFinite(duration) ? duration : 0;
  }

  /** How fast it plays, 1 for as it was recorded. */
  get rate(): number {
    return this.#options.media.playbackRate;
  }

  /** 0 to 1. */
  get volume(): number {
    return this.#options.media.volume;
  }

  set volume(volume: number) {
    this.#options.media.volume = clamp(volume, 0, 1);
    if (volume > 0) this.isMuted = false;
  }

  /** Whether a person has silenced it. */
  get isMuted(): boolean {
    return this.#isUserMuted;
  }

  set isMuted(isMuted: boolean) {
    this.#isUserMuted = isMuted;
    this.#applyMuted();
  }

  play(): void {
    const {media} = this.#options;
    this.#stopAt = Infinity;
    this.#start(media);
  }

  pause(): void {
    const {media} = this.#options;
    if (media.paused) return;
    this.#expect('pause');
    media.pause();
  }

  /** Starts it, or stops it. */
  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  seek(time: number): void {
    const {media} = this.#options;
    const to = clamp(time, 0, this.duration || Infinity);
    this.#stopAt = Infinity;
    if (Math.abs(media.currentTime - to) < 1e-6) return;
    if (media.readyState > 0) this.#expect('seeking');
    media.currentTime = to;
    this.#options.moved();
  }

  /** Plays from one time to another and stops there, seconds. */
  playSpan(start: number, end: number): void {
    this.seek(start);
    this.#stopAt = end;
    this.#start(this.#options.media);
  }

  setRate(rate: number): void {
    const {media} = this.#options;
    if (!Number.isFinite(rate) || rate <= 0 || media.playbackRate === rate) {
      return;
    }
    this.#expect('ratechange');
    media.playbackRate = rate;
  }

  setSyncMuted(isMuted: boolean): void {
    this.#isSyncMuted = isMuted;
    this.#applyMuted();
  }

  #applyMuted(): void {
    this.#options.media.muted = this.#isUserMuted || this.#isSyncMuted;
    this.#options.changed();
  }

  #start(media: HTMLMediaElement): void {
    if (!media.paused) return;
    this.#expect('play');
    media.play().catch((cause: unknown) => {
      this.#echoes.delete('play');
      const {context} = this.#options;
      if (context.scope.isClosed) return;
      const isRefused =
        cause instanceof DOMException && cause.name === 'NotAllowedError';
      if (isRefused) context.announce(REFUSED);
      this.#options.changed();
    });
  }

  /** Notes that an event is to come that follows from another tag. */
  #expect(event: string): void {
    if (!this.#options.link.isReceiving) return;
    this.#echoes.set(event, (this.#echoes.get(event) ?? 0) + 1);
  }

  #onEvent(event: keyof typeof FOLLOWED): void {
    const {link, changed, moved} = this.#options;
    const echoes = this.#echoes.get(event) ?? 0;
    const followed = FOLLOWED[event];
    if (echoes > 0) this.#echoes.set(event, echoes - 1);
    else if (followed) {
      link.send(followed, {
        playing: this.isPlaying,
        time: this.currentTime,
        speed: this.rate,
      });
    }
    if (event === 'play') this.#follow();
    if (event === 'pause') this.#stopAt = Infinity;
    changed();
    moved();
  }

  /** Every frame while it plays. */
  #follow(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      if (!this.isPlaying) return;
      if (this.currentTime >= this.#stopAt) this.#stopThere();
      this.#options.moved();
      this.#follow();
    });
  }

  #stopThere(): void {
    const {media} = this.#options;
    const end = this.#stopAt;
    media.pause();
    this.#stopAt = Infinity;
    media.currentTime = end;
  }

  #release(): void {
    const {media} = this.#options;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    media.pause();
    media.removeAttribute('src');
    media.load();
  }
}
