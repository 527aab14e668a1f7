import type {Disposer} from '@ls-annotation/core';

import {trusted} from '../../trusted-types.js';
import type {PluginSlot} from '../../plugin-source.js';
import type {BootMessage} from '../protocol.js';

import {guardFocus} from './focus-guard.js';
import {loadRuntime} from './load-runtime.js';

/** Most that a frame may be in a slot, CSS pixels. */
const MOST_PX: Readonly<
  Record<PluginSlot, {readonly width: number; readonly height: number}>
> = {
  toolbar: {width: 360, height: 40},
  before: {width: Infinity, height: 320},
  after: {width: Infinity, height: 320},
  panel: {width: Infinity, height: 480},
  status: {width: Infinity, height: 120},
};

/** What a {@link SandboxFrame} is made of. */
export interface SandboxFrameOptions {
  /** Where it is put. */
  readonly parent: Node;
  /** Accessible name. */
  readonly title: string;
  /** Which slot that is in, `''` for one that shows nothing. */
  readonly slot: PluginSlot | '';
  /** Address of the folder that holds the guest's files, with a slash. */
  readonly guestUrl: string;
  /** Called when it took the focus by itself, which it was given back. */
  readonly onFocusTheft: () => void;
}

/**
 * A frame of an opaque origin with a guest in it.
 *
 * It takes the room that its content needs, up to a limit for its slot, in
 * the flow of the page: it cannot cover anything.
 */
export class SandboxFrame {
  readonly #options: SandboxFrameOptions;
  readonly #frame = document.createElement('iframe');
  readonly #loaded: Promise<void>;
  readonly #unguard: Disposer;

  constructor(options: SandboxFrameOptions) {
    this.#options = options;
    const {parent, title, guestUrl} = options;
    const frame = this.#frame;
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.referrerPolicy = 'no-referrer';
    frame.title = title;
    frame.setAttribute('part', 'frame');
    style(frame, {
      display: 'block',
      border: '0',
      margin: '0',
      padding: '0',
      'color-scheme': 'inherit',
      background: 'transparent',
    });
    this.resize(0, 0);
    if (new URL(guestUrl).origin === globalThis.origin) {
      frame.src = `${guestUrl}ls-annotation-guest.html`;
    } else {
      // Servers of packages give HTML files as text.
      const shell = `${guestUrl}ls-annotation-guest-shell.js`;
      frame.srcdoc = trusted().createHTML(
        `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
          `</head><body><script src="${shell.replaceAll('"', '%22')}">` +
          `</script></body></html>`,
      );
    }
    this.#loaded = new Promise((resolve) => {
      frame.addEventListener(
        'load',
        () => {
          resolve();
        },
        {once: true},
      );
    });
    parent.appendChild(frame);
    this.#unguard = guardFocus(frame, options.onFocusTheft);
  }

  /**
   * Starts the guest and returns the port to it.
   *
   * @param onLeave - called when the plugin has left its document.
   */
  async boot(
    {policy, nonce}: Pick<BootMessage, 'policy' | 'nonce'>,
    onLeave: () => void,
  ): Promise<MessagePort> {
    const guest = new MessageChannel();
    const shell = new MessageChannel();
    shell.port1.onmessage = onLeave;
    const {guestUrl} = this.#options;
    const [runtime] = await Promise.all([loadRuntime(guestUrl), this.#loaded]);
    const message: BootMessage = {
      type: 'ls-annotation-boot',
      policy,
      nonce,
      runtime,
    };
    this.#frame.contentWindow?.postMessage(message, '*', [
      guest.port2,
      shell.port2,
    ]);
    return guest.port1;
  }

  /** Gives it room for what it shows, as much as there is. */
  resize(widthPx: number, heightPx: number): void {
    const {slot} = this.#options;
    const most = slot ? MOST_PX[slot] : {width: 0, height: 0};
    const isShown = slot !== '' && heightPx > 0;
    const width =
      most.width === Infinity ? null : Math.min(widthPx, most.width);
    style(this.#frame, {
      'inline-size': width === null ? '100%' : `${width}px`,
      'block-size': `${isShown ? Math.min(heightPx, most.height) : 0}px`,
      // What is not visible cannot take the focus.
      visibility: isShown ? 'visible' : 'hidden',
    });
    this.#frame.inert = !isShown;
  }

  /** Takes it off the page, which ends everything in it. */
  remove(): void {
    this.#unguard();
    this.#frame.remove();
  }
}

function style(
  element: HTMLElement,
  declarations: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(declarations)) {
    element.style.setProperty(name, value, 'important');
  }
}
