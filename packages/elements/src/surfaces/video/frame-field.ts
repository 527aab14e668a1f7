import {element} from '../dom/element.js';
import type {SurfaceContext} from '../surface.js';

import type {VideoFrames} from './video-frames.js';
import {videoStrings} from './video-strings.js';

/** A field with the number of the frame that is seen, of how many. */
export class FrameField {
  /** The field with its words. */
  readonly element: HTMLElement;
  readonly #frames: VideoFrames;
  readonly #input = element('input', {
    attributes: {
      type: 'number',
      min: 1,
      step: 1,
      'aria-label': videoStrings.frame,
    },
  });
  readonly #of = element('span');

  constructor(context: SurfaceContext, frames: VideoFrames) {
    this.#frames = frames;
    this.element = element(
      'label',
      {class: 'lsf-video__frame'},
      this.#input,
      this.#of,
    );
    context.listen(this.#input, 'change', () => {
      const frame = this.#input.valueAsNumber;
      if (Number.isFinite(frame)) frames.goToFrame(frame);
      this.#input.value = String(frames.frame);
    });
  }

  /** Shows how many frames there are. */
  open(): void {
    const {length} = this.#frames;
    this.#input.max = String(length);
    this.#of.textContent = videoStrings.ofFrames(length);
  }

  /** Shows the frame that is seen, unless another one is being typed. */
  showFrame(): void {
    if (this.#input.matches(':focus')) return;
    this.#input.value = String(this.#frames.frame);
  }
}
