import {element} from '../dom/element.js';
import {mediaButton, showOnButton} from '../media/media-toolbar.js';
import {mediaStrings} from '../media/media-strings.js';
import {toolGroup} from '../tools/tool-button.js';

import type {SeriesPlayer} from './series-player.js';
import {timeSeriesStrings} from './time-series-strings.js';

/** What the tools of a series do. */
export interface SeriesToolbarOptions {
  /** Name of the tag. */
  readonly name: string;
  /** What plays, `null` when nothing does. */
  readonly player: SeriesPlayer | null;
  /** Zooms: nearer (1), further (-1), or to the whole (0). */
  readonly zoom: (direction: -1 | 0 | 1) => void;
  /** Labels the moment where one is. */
  readonly moment: () => void;
}

/** The tools of a series, in a row that wraps. */
export class SeriesToolbar {
  /** Holds the tools. */
  readonly element: HTMLElement;
  readonly #time = element('span', {class: 'lsf-media__time'});
  readonly #play: HTMLButtonElement | null;
  readonly #moment: HTMLButtonElement;
  readonly #player: SeriesPlayer | null;

  constructor({name, player, zoom, moment}: SeriesToolbarOptions) {
    this.#player = player;
    this.#play = player
      ? mediaButton('play', mediaStrings.play, () => {
          player.toggle();
        })
      : null;
    this.#play?.classList.add('lsf-tool_main');
    this.#moment = mediaButton('keyFrame', timeSeriesStrings.moment, moment);
    const zooms = [
      mediaButton('zoomOut', mediaStrings.zoomOut, () => {
        zoom(-1);
      }),
      mediaButton('zoomIn', mediaStrings.zoomIn, () => {
        zoom(1);
      }),
      mediaButton('zoomFit', mediaStrings.zoomFit, () => {
        zoom(0);
      }),
    ];
    this.element = element(
      'div',
      {
        class: 'lsf-toolbar lsf-media',
        attributes: {
          role: 'group',
          'aria-label': timeSeriesStrings.tools(name),
        },
      },
      this.#play && toolGroup(this.#play),
      toolGroup(...zooms),
      toolGroup(this.#moment),
      this.#time,
    );
  }

  /** Whether a moment can be labelled now. */
  set canLabel(canLabel: boolean) {
    this.#moment.disabled = !canLabel;
  }

  /** The time where one is; cheap enough for every frame. */
  set time(text: string) {
    if (this.#time.textContent !== text) this.#time.textContent = text;
  }

  /** Shows whether it plays. */
  update(): void {
    if (!this.#play) return;
    const isPlaying = this.#player?.isPlaying === true;
    showOnButton(
      this.#play,
      isPlaying ? 'pause' : 'play',
      isPlaying ? mediaStrings.pause : mediaStrings.play,
    );
  }
}
