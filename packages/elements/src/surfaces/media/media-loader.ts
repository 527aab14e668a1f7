import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {showFailure, showStatus} from '../dom/status.js';
import {shortAddress} from '../image/image-address.js';
import type {SurfaceContext} from '../surface.js';

import {MediaLoadError} from './errors.js';
import {findMediaFailure} from './find-media-failure.js';
import {safeMediaAddress} from './media-address.js';
import {mediaStrings} from './media-strings.js';

/** What to load, and what to do when it came. */
export interface MediaLoaderOptions {
  /** The tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** What plays. */
  readonly media: HTMLMediaElement;
  /** Words for a task without any. */
  readonly empty: string;
  /** Words for what did not come. */
  readonly failed: string;
  /** Called when it can be played, and whenever its length is another. */
  readonly onReady: (duration: number) => void;
  /** Called when there is nothing to play (any more). */
  readonly onGone: () => void;
}

/** Past the end of anything: has browsers look for the end. */
const FAR_SECONDS = 1e7;
/** What may be missing at the end of what can be gone to, seconds. */
const SEEK_SLACK_SECONDS = 0.5;

/**
 * Loads what a tag plays into a media element, and says in words what it is
 * up to.
 *
 * What was recorded without saying how long it is gets measured. What comes
 * from a server that cannot send parts, in which one could not go to another
 * time, is loaded as a whole. What does not come is named by its address, with
 * the reason and a button that tries again; the failure is reported too.
 */
export class MediaLoader {
  /** Says what is up while there is nothing to play. */
  readonly status = element('div', {class: 'lsf-status'});
  readonly #options: MediaLoaderOptions;
  #address = '';
  /** Ends what belongs to the present load. */
  #load = new AbortController();
  #parts: 'untried' | 'loading' | 'settled' = 'untried';
  #whole = '';

  constructor(options: MediaLoaderOptions) {
    this.#options = options;
    const {context, media} = options;
    for (const event of ['loadedmetadata', 'durationchange'] as const) {
      context.listen(media, event, () => {
        this.#measure();
      });
    }
    context.listen(media, 'error', () => {
      void this.#fail();
    });
    context.add(() => {
      this.#end();
    });
  }

  /** Loads what the tag's value says now. */
  load(): void {
    const {tag, context, media, empty, onGone} = this.#options;
    const value = context.annotation.names.get(tag.name)?._value;
    this.#address = typeof value === 'string' ? value.trim() : '';
    this.#end();
    this.#load = new AbortController();
    this.status.hidden = false;
    onGone();
    if (this.#address === '') {
      media.removeAttribute('src');
      showStatus(this.status, empty);
      return;
    }
    const safe = safeMediaAddress(this.#address, document.baseURI);
    if (safe === null) {
      media.removeAttribute('src');
      const shown = shortAddress(this.#address);
      showFailure(this.status, mediaStrings.refused, null, shown);
      return;
    }
    showStatus(this.status, mediaStrings.loading);
    media.src = safe;
  }

  #measure(): void {
    const {media, onReady} = this.#options;
    const {duration} = media;
    const isOpen = media.hasAttribute('src') && media.readyState > 0;
    if (!isOpen || this.#parts === 'loading') return;
    if (duration === Infinity) {
      media.currentTime = FAR_SECONDS;
      return;
    }
    const isNew = !this.status.hidden;
    if (isNew && media.currentTime >= duration) media.currentTime = 0;
    if (this.#parts === 'untried' && !canGoAnywhere(media)) {
      void this.#loadWhole();
      return;
    }
    this.status.hidden = true;
    this.status.replaceChildren();
    onReady(duration);
  }

  async #loadWhole(): Promise<void> {
    const {media, onReady} = this.#options;
    const {signal} = this.#load;
    const {currentSrc, duration} = media;
    this.#parts = 'loading';
    showStatus(this.status, mediaStrings.loadingWhole);
    try {
      const response = await fetch(currentSrc, {signal});
      if (!response.ok) throw new Error(`Answered ${String(response.status)}.`);
      const whole = await response.blob();
      if (signal.aborted) return;
      this.#parts = 'settled';
      this.#whole = URL.createObjectURL(whole);
      media.src = this.#whole;
    } catch {
      // It plays, from the beginning.
      if (signal.aborted) return;
      this.#parts = 'settled';
      this.status.hidden = true;
      onReady(duration);
    }
  }

  async #fail(): Promise<void> {
    const {tag, context, media, onGone} = this.#options;
    const address = media.currentSrc || media.src;
    if (!media.hasAttribute('src')) return;
    const {signal} = this.#load;
    const words = media.error?.message;
    const cause = new Error(words === '' || !words ? 'No reason.' : words);
    media.removeAttribute('src');
    onGone();
    const failure = await findMediaFailure(address, signal);
    if (signal.aborted) return;
    const url = this.#address;
    context.session.reportError(
      new MediaLoadError(tag.name, url, cause, failure),
    );
    const retry = (): void => {
      this.load();
    };
    const message = `${this.#options.failed} ${mediaStrings.failure(failure)}`;
    this.status.hidden = false;
    showFailure(this.status, message, retry, shortAddress(url));
  }

  #end(): void {
    this.#load.abort();
    if (this.#whole !== '') URL.revokeObjectURL(this.#whole);
    this.#whole = '';
    this.#parts = 'untried';
  }
}

/** A server that cannot send parts leaves one where it plays. */
function canGoAnywhere({
  currentSrc,
  seekable,
  duration,
}: HTMLMediaElement): boolean {
  if (!/^https?:/.test(currentSrc)) return true;
  const end = seekable.length === 0 ? 0 : seekable.end(seekable.length - 1);
  return end >= duration - SEEK_SLACK_SECONDS;
}
