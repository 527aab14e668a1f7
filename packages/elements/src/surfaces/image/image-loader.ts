import {element} from '../dom/element.js';

import {safeImageAddress, shortAddress} from './image-address.js';
import type {Size} from './geometry.js';
import {imageStrings} from './image-strings.js';

/** What to do when a picture came, or is gone. */
export interface ImageLoaderOptions {
  /** The picture. */
  readonly image: HTMLImageElement;
  /** Called when there is a picture; natural size, image pixels. */
  readonly onLoad: (size: Size) => void;
  /** Called when there is none (any more). */
  readonly onGone: () => void;
}

/**
 * Loads one picture at a time, and says in words what it is up to.
 *
 * A picture that does not come is named by its address, with a button that
 * tries again.
 */
export class ImageLoader {
  /** Says what is up while there is no picture. */
  readonly status: HTMLElement;
  readonly #options: ImageLoaderOptions;
  #address = '';

  constructor(options: ImageLoaderOptions) {
    this.#options = options;
    this.status = element('div', {class: 'lsf-image__status'});
  }

  /** Loads the picture at an address; `''` shows that there is none. */
  load(address: string): void {
    const {image, onGone} = this.#options;
    this.#address = address;
    onGone();
    image.hidden = true;
    if (address.trim() === '') {
      image.removeAttribute('src');
      this.#say(imageStrings.empty);
      return;
    }
    const safe = safeImageAddress(address, document.baseURI);
    if (safe === null) {
      image.removeAttribute('src');
      this.#fail(imageStrings.refused);
      return;
    }
    this.#say(imageStrings.loading);
    image.src = safe;
  }

  /** Handles `load` of the picture. */
  loaded(): void {
    const {image, onLoad} = this.#options;
    const {naturalWidth: width, naturalHeight: height} = image;
    if (width === 0 || height === 0) {
      this.failed();
      return;
    }
    image.hidden = false;
    this.status.hidden = true;
    this.status.replaceChildren();
    onLoad({width, height});
  }

  /** Handles `error` of the picture. */
  failed(): void {
    if (!this.#options.image.hasAttribute('src')) return;
    const retry = element('button', {
      class: 'lsf-image__retry',
      attributes: {type: 'button'},
      text: imageStrings.retry,
    });
    retry.addEventListener('click', () => {
      this.load(this.#address);
    });
    this.#fail(imageStrings.failed, retry);
  }

  #say(message: string): void {
    this.status.hidden = false;
    this.status.setAttribute('role', 'status');
    this.status.replaceChildren(element('p', {text: message}));
  }

  #fail(message: string, retry: HTMLElement | null = null): void {
    this.status.hidden = false;
    this.status.setAttribute('role', 'alert');
    this.status.replaceChildren(
      element('p', {text: message}),
      element('code', {text: shortAddress(this.#address)}),
      ...(retry ? [retry] : []),
    );
  }
}
