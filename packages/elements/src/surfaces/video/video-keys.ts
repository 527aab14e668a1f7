import {bindMediaHotkeys} from '../media/media-hotkeys.js';
import type {MediaPlayer} from '../media/media-player.js';
import type {SurfaceContext} from '../surface.js';

import type {KeyFrameTools} from './key-frame-tools.js';
import type {VideoFrames} from './video-frames.js';
import type {VideoList} from './video-list.js';

/** What keys of a video work on. */
export interface VideoKeysOptions {
  /** The display. */
  readonly context: SurfaceContext;
  /** Plays. */
  readonly player: MediaPlayer;
  /** Goes to frames. */
  readonly frames: VideoFrames;
  /** Key frames of the selected region. */
  readonly keyTools: KeyFrameTools;
  /** Regions. */
  readonly list: VideoList;
}

/** How many frames hops go where the settings do not say. */
const HOP = 10;

/** Keys that go through a video, on its picture, its timeline and the page. */
export class VideoKeys {
  readonly #options: VideoKeysOptions;

  constructor(options: VideoKeysOptions) {
    this.#options = options;
  }

  /** Binds the hotkeys that work while the focus is elsewhere. */
  bind(root: Element): void {
    const {context, player, keyTools} = this.#options;
    bindMediaHotkeys(context, root, {
      toggle: () => {
        player.toggle();
      },
      step: (direction) => {
        this.#step(direction);
      },
      hop: (direction) => {
        this.#step(direction * this.#hop);
      },
      toEdge: (direction) => {
        this.#step(direction * Infinity);
      },
      toKeyFrame: (direction) => keyTools.step(direction),
    });
  }

  /**
   * Handles `keydown`.
   *
   * @param canStep - Whether arrow keys are free to go through the frames.
   * @returns True when there was something to do.
   */
  down(event: KeyboardEvent, canStep: boolean): boolean {
    if (event.defaultPrevented || event.isComposing) return false;
    if (event.ctrlKey || event.metaKey) return false;
    if (event.altKey) return this.#altKey(event);
    return (canStep && this.#arrowKey(event)) || this.#plainKey(event);
  }

  #altKey({key, code}: KeyboardEvent): boolean {
    const {list} = this.#options;
    if (key === '.' || code === 'Period') return list.cycle(1);
    if (key === ',' || code === 'Comma') return list.cycle(-1);
    return false;
  }

  #arrowKey({key, shiftKey}: KeyboardEvent): boolean {
    const by = shiftKey ? this.#hop : 1;
    switch (key) {
      case 'ArrowLeft':
        return this.#step(-by);
      case 'ArrowRight':
        return this.#step(by);
      case 'Home':
        return this.#step(-Infinity);
      case 'End':
        return this.#step(Infinity);
      default:
        return false;
    }
  }

  #plainKey({key, shiftKey}: KeyboardEvent): boolean {
    const {player, keyTools} = this.#options;
    switch (key) {
      case ' ':
        if (shiftKey) return false;
        player.toggle();
        return true;
      case ',':
        return this.#step(-1);
      case '.':
        return this.#step(1);
      case '<':
        return keyTools.step(-1);
      case '>':
        return keyTools.step(1);
      case 'K':
        return keyTools.toggleKey();
      case 'L':
        return keyTools.toggleLifespan();
      default:
        return false;
    }
  }

  get #hop(): number {
    const hop = Number(this.#options.context.session.settings.videoHopSize);
    return hop > 0 ? hop : HOP;
  }

  #step(by: number): boolean {
    const {frames, context} = this.#options;
    const to = Math.max(1, Math.min(frames.length, frames.frame + by));
    frames.goToFrame(to);
    context.announce(frames.describe(to));
    return true;
  }
}
