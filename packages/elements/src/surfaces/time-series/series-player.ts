import type {SurfaceContext} from '../surface.js';
import type {MediaTag, SyncedPlayer} from '../media/media-tag.js';
import type {SyncEvent} from '../media/sync-group.js';

/** What a series plays along with. */
export interface SeriesPlayerOptions {
  /** The display; with it the player lets go of everything. */
  readonly context: SurfaceContext;
  /** The tag, whose group hears what happens. */
  readonly link: MediaTag;
  /** Returns how many seconds the series lasts. */
  readonly duration: () => number;
  /** Called when it is at another time. */
  readonly moved: () => void;
  /** Called when it started or stopped. */
  readonly changed: () => void;
}

/**
 * Goes along a series as time goes by, together with the sounds and videos of
 * its group. It has no clock but the browser's: what plays beside it tells
 * where to begin.
 */
export class SeriesPlayer implements SyncedPlayer {
  readonly #options: SeriesPlayerOptions;
  #time = 0;
  #rate = 1;
  #frame: number | null = null;
  #lastMs = 0;

  constructor(options: SeriesPlayerOptions) {
    this.#options = options;
    options.context.add(() => {
      this.#stop();
    });
  }

  get isPlaying(): boolean {
    return this.#frame !== null;
  }

  get currentTime(): number {
    return this.#time;
  }

  /** How fast it plays, 1 for as it was recorded. */
  get rate(): number {
    return this.#rate;
  }

  play(): void {
    if (this.isPlaying) return;
    if (this.#time >= this.#options.duration()) this.#time = 0;
    this.#lastMs = performance.now();
    this.#request();
    this.#tell('play');
    this.#options.changed();
  }

  pause(): void {
    if (!this.isPlaying) return;
    this.#stop();
    this.#tell('pause');
    this.#options.changed();
  }

  /** Starts it, or stops it. */
  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  seek(seconds: number): void {
    const to = Math.min(Math.max(0, seconds), this.#options.duration());
    if (Number.isNaN(to) || to === this.#time) return;
    this.#time = to;
    this.#lastMs = performance.now();
    this.#tell('seek');
    this.#options.moved();
  }

  /** Goes to a time of which nobody hears. */
  place(seconds: number): void {
    this.#stop();
    this.#time = seconds;
  }

  setRate(rate: number): void {
    if (Number.isFinite(rate) && rate > 0) this.#rate = rate;
  }

  /** Nothing to do: it makes no sound. */
  setSyncMuted(): void {
    // What makes sound is silenced here.
  }

  #tell(event: SyncEvent): void {
    this.#options.link.send(event, {
      playing: this.isPlaying,
      time: this.#time,
      speed: this.#rate,
    });
  }

  #request(): void {
    this.#frame = requestAnimationFrame((nowMs) => {
      const end = this.#options.duration();
      const passed = Math.max(0, nowMs - this.#lastMs) / 1000;
      this.#lastMs = Math.max(nowMs, this.#lastMs);
      this.#time = Math.min(end, this.#time + passed * this.#rate);
      this.#options.moved();
      if (this.#time < end) this.#request();
      else {
        this.#frame = null;
        this.#options.changed();
      }
    });
  }

  #stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }
}
