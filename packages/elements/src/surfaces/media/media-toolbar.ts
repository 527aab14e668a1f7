import {element} from '../dom/element.js';
import {showOnTool, toolButton, toolGroup} from '../tools/tool-button.js';

import {mediaIcon} from './media-icons.js';
import type {MediaIcon} from './media-icons.js';
import type {MediaPlayer} from './media-player.js';
import {mediaStrings} from './media-strings.js';

/** What a player's controls do. */
export interface MediaToolbarOptions {
  /** Name of the tag. */
  readonly name: string;
  /** The player. */
  readonly player: MediaPlayer;
  /** Goes a step back (-1) or forward (1). */
  readonly step: (direction: -1 | 1) => void;
  /** Words for the steps. */
  readonly stepLabels: readonly [back: string, forward: string];
  /** Returns the time as it is shown. */
  readonly time: () => string;
  /** Whether people set the speed. */
  readonly hasSpeed: boolean;
  /** Least speed offered. */
  readonly minRate: number;
  /** Whether people set the volume. */
  readonly hasVolume: boolean;
  /** Zooms; left out, there are no buttons for it. */
  readonly zoom?: (direction: -1 | 0 | 1) => void;
}

const RATES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** The controls of a player, in a row that wraps. */
export class MediaToolbar {
  /** Holds the controls. */
  readonly element: HTMLElement;
  readonly #options: MediaToolbarOptions;
  readonly #play: HTMLButtonElement;
  readonly #time = element('span', {class: 'lsf-media__time'});
  readonly #rate = element('select', {
    class: 'lsf-media__rate',
    attributes: {'aria-label': mediaStrings.speed, title: mediaStrings.speed},
  });
  readonly #mute: HTMLButtonElement;
  readonly #volume = element('input', {
    class: 'lsf-media__volume',
    attributes: {
      type: 'range',
      min: 0,
      max: 1,
      step: 0.05,
      'aria-label': mediaStrings.volume,
    },
  });
  #isPlaying: boolean | null = null;
  #isMuted: boolean | null = null;

  constructor(options: MediaToolbarOptions) {
    this.#options = options;
    const {player} = options;
    this.element = element('div', {
      class: 'lsf-toolbar lsf-media',
      attributes: {
        role: 'group',
        'aria-label': mediaStrings.tools(options.name),
      },
    });
    this.#play = mediaButton('play', mediaStrings.play, () => {
      player.toggle();
    });
    this.#play.classList.add('lsf-tool_main');
    this.#mute = mediaButton('sound', mediaStrings.mute, () => {
      player.isMuted = !player.isMuted;
    });
    this.#addTransport();
    if (options.zoom) this.#addZoom(options.zoom);
    if (options.hasSpeed) this.#addSpeed();
    if (options.hasVolume) this.#addVolume();
    this.update();
  }

  /** Makes a group of controls at the end. */
  group(...controls: readonly HTMLElement[]): HTMLElement {
    const group = toolGroup(...controls);
    this.element.append(group);
    return group;
  }

  /** Shows what the player is up to. */
  update(): void {
    const {player} = this.#options;
    this.#showPlaying(player.isPlaying);
    this.#showMuted(player.isMuted || player.volume === 0);
    const volume = String(player.isMuted ? 0 : player.volume);
    if (this.#volume.value !== volume) this.#volume.value = volume;
    this.#showRate(player.rate);
    this.showTime();
  }

  /** Shows the time; cheap enough for every frame. */
  showTime(): void {
    const text = this.#options.time();
    if (this.#time.textContent !== text) this.#time.textContent = text;
  }

  #addTransport(): void {
    const {step, stepLabels} = this.#options;
    this.group(
      mediaButton('stepBack', stepLabels[0], () => {
        step(-1);
      }),
      this.#play,
      mediaButton('stepForward', stepLabels[1], () => {
        step(1);
      }),
    );
    this.element.append(this.#time);
  }

  #addZoom(zoom: (direction: -1 | 0 | 1) => void): void {
    this.group(
      mediaButton('zoomOut', mediaStrings.zoomOut, () => {
        zoom(-1);
      }),
      mediaButton('zoomIn', mediaStrings.zoomIn, () => {
        zoom(1);
      }),
      mediaButton('zoomFit', mediaStrings.zoomFit, () => {
        zoom(0);
      }),
    );
  }

  #addSpeed(): void {
    const {player, minRate} = this.#options;
    for (const rate of RATES) if (rate >= minRate) this.#offerRate(rate);
    this.#rate.addEventListener('change', () => {
      player.setRate(Number(this.#rate.value));
    });
    this.element.append(this.#rate);
  }

  #addVolume(): void {
    const {player} = this.#options;
    this.#volume.addEventListener('input', () => {
      player.volume = this.#volume.valueAsNumber;
    });
    this.group(this.#mute, this.#volume);
  }

  #offerRate(rate: number): void {
    const option = element('option', {
      attributes: {value: rate},
      text: mediaStrings.speedValue(rate),
    });
    const after = [...this.#rate.options].find(
      ({value}) => Number(value) > rate,
    );
    this.#rate.insertBefore(option, after ?? null);
  }

  #showRate(rate: number): void {
    const value = String(rate);
    if (this.#rate.value === value) return;
    const isOffered = [...this.#rate.options].some(
      (option) => option.value === value,
    );
    if (!isOffered) this.#offerRate(rate);
    this.#rate.value = value;
  }

  #showPlaying(isPlaying: boolean): void {
    if (this.#isPlaying === isPlaying) return;
    this.#isPlaying = isPlaying;
    showOnButton(
      this.#play,
      isPlaying ? 'pause' : 'play',
      isPlaying ? mediaStrings.pause : mediaStrings.play,
    );
  }

  #showMuted(isMuted: boolean): void {
    if (this.#isMuted === isMuted) return;
    this.#isMuted = isMuted;
    showOnButton(
      this.#mute,
      isMuted ? 'muted' : 'sound',
      isMuted ? mediaStrings.unmute : mediaStrings.mute,
    );
  }
}

/** Makes a button that shows an icon and is called `label`. */
export function mediaButton(
  icon: MediaIcon,
  label: string,
  onClick: () => void,
): HTMLButtonElement {
  return toolButton(mediaIcon(icon), label, onClick);
}

/** Has a button show another icon and be called otherwise. */
export function showOnButton(
  button: HTMLButtonElement,
  icon: MediaIcon,
  label: string,
): void {
  showOnTool(button, mediaIcon(icon), label);
}
