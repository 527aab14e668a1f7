import {keyFrameBefore} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {mediaButton, showOnButton} from '../media/media-toolbar.js';

import type {VideoEdits} from './video-edits.js';
import type {VideoFrames} from './video-frames.js';
import {videoStrings} from './video-strings.js';
import type {VideoTrack} from './video-tracks.js';

/** What the buttons for key frames do. */
export interface KeyFrameToolsOptions {
  /** Returns the one selected region, or `undefined`. */
  readonly track: () => VideoTrack | undefined;
  /** Says where one is, and goes elsewhere. */
  readonly frames: VideoFrames;
  /** Changes key frames. */
  readonly edits: VideoEdits;
  /** Says something to assistive technology. */
  readonly announce: (message: string) => void;
}

/** Buttons, and the keys that do the same, for key frames of one region. */
export class KeyFrameTools {
  /** The buttons. */
  readonly element: HTMLElement;
  readonly #options: KeyFrameToolsOptions;
  readonly #back: HTMLButtonElement;
  readonly #toggle: HTMLButtonElement;
  readonly #forward: HTMLButtonElement;
  readonly #lifespan: HTMLButtonElement;
  #shown = '';

  constructor(options: KeyFrameToolsOptions) {
    this.#options = options;
    this.#back = mediaButton('keyBack', videoStrings.keyBack, () => {
      this.step(-1);
    });
    this.#toggle = mediaButton('keyFrame', videoStrings.keyAdd, () => {
      this.toggleKey();
    });
    this.#forward = mediaButton('keyForward', videoStrings.keyForward, () => {
      this.step(1);
    });
    this.#lifespan = mediaButton('lifespan', videoStrings.end, () => {
      this.toggleLifespan();
    });
    this.element = element(
      'div',
      {
        class: 'lsf-tools',
        attributes: {role: 'group', 'aria-label': videoStrings.keyTools},
      },
      this.#back,
      this.#toggle,
      this.#forward,
      this.#lifespan,
    );
    this.update();
  }

  /** Goes to the next key frame of the selected region, or the one before. */
  step(direction: -1 | 1): boolean {
    const next = this.#next(direction);
    if (next === null) return false;
    this.#options.frames.goToFrame(next);
    return true;
  }

  /** Makes the frame a key frame of the selected box, or takes it out. */
  toggleKey(): boolean {
    const {edits, announce} = this.#options;
    const track = this.#box();
    if (!track) return false;
    const isKey = this.#isKey(track);
    if (isKey) edits.removeKeyFrame(track.id);
    else edits.addKeyFrame(track.id);
    announce(isKey ? videoStrings.keyRemoved : videoStrings.keyAdded);
    return true;
  }

  /** Has the selected box end after this frame, or go on from it. */
  toggleLifespan(): boolean {
    const {edits, announce} = this.#options;
    const track = this.#box();
    if (!track) return false;
    const isThere = this.#isThere(track);
    edits.toggleLifespan(track.id);
    announce(isThere ? videoStrings.ended : videoStrings.wentOn);
    return true;
  }

  /** Shows what can be done on the frame that is seen. */
  update(): void {
    const {frame} = this.#options.frames;
    const track = this.#options.track();
    const box = this.#box();
    const isKey = box ? this.#isKey(box) : false;
    const isThere = box ? this.#isThere(box) : true;
    const shown = JSON.stringify([
      this.#next(-1) === null,
      this.#next(1) === null,
      !box || (isKey && box.keys.length === 1),
      !box,
      isKey,
      isThere,
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#back.disabled = !track || this.#next(-1) === null;
    this.#forward.disabled = !track || this.#next(1) === null;
    this.#toggle.disabled = !box || (isKey && box.keys.length === 1);
    this.#lifespan.disabled = !box || frame < (box.keys[0]?.frame ?? 0);
    showOnButton(
      this.#toggle,
      isKey ? 'keyFrameOff' : 'keyFrame',
      isKey ? videoStrings.keyRemove : videoStrings.keyAdd,
    );
    showOnButton(
      this.#lifespan,
      'lifespan',
      isThere ? videoStrings.end : videoStrings.goOn,
    );
  }

  /** The one selected region when it is a box that may be changed. */
  #box(): VideoTrack | undefined {
    const track = this.#options.track();
    const isOpen =
      track?.kind === 'box' && this.#options.edits.canEdit(track.id);
    return isOpen ? track : undefined;
  }

  #isKey({keys}: VideoTrack): boolean {
    const {frame} = this.#options.frames;
    return keys.some((key) => key.frame === frame);
  }

  #isThere({keys}: VideoTrack): boolean {
    return keyFrameBefore(keys, this.#options.frames.frame)?.enabled ?? false;
  }

  #next(direction: -1 | 1): number | null {
    const track = this.#options.track();
    const now = this.#options.frames.frame;
    if (!track) return null;
    const frames =
      track.kind === 'box'
        ? track.keys.map(({frame}) => frame)
        : track.spans.flatMap(({start, end}) => [start, end]);
    const ahead = frames.filter((frame) => (frame - now) * direction > 0);
    if (ahead.length === 0) return null;
    return direction === 1 ? Math.min(...ahead) : Math.max(...ahead);
  }
}
