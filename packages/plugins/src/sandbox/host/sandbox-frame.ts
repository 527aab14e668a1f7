import type {Disposer} from '@ls-annotation/core';

import {pageOwnership} from '../../reclaim/page-ownership.js';
import {trusted} from '../../trusted-types.js';
import type {PluginSlot} from '../../plugin-source.js';
import type {BootMessage, ShellAnswer, ShellMessage} from '../protocol.js';

import {guardFocus} from './focus-guard.js';
import {loadRuntime} from './load-runtime.js';
import {ScrollGuard} from './scroll-guard.js';
import {ScrollTrap, style} from './scroll-trap.js';

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

/** Frames of all plugins between displays, until they answer again. */
const kept = new Set<SandboxFrame>();

/** How many documents have stopped to answer so far. */
let hangs = 0;

/** What a {@link SandboxFrame} is made of. */
export interface SandboxFrameOptions extends Pick<
  BootMessage,
  'policy' | 'nonce'
> {
  /** Where it is put. */
  readonly parent: Node;
  /** Accessible name. */
  readonly title: string;
  /** Which slot that is in, `''` for one that shows nothing. */
  readonly slot: PluginSlot | '';
  /** Address of the folder that holds the guest's files, with a slash. */
  readonly guestUrl: string;
  /** How long it may take to answer once it is there, milliseconds. */
  readonly answerMs: number;
}

/** Who hears of what happens in a frame during one display. */
export interface SandboxFrameListener {
  /** Called when it took the focus by itself, which it was given back. */
  readonly onFocusTheft: () => void;
  /** Called when it has scrolled the page, which was put back. */
  readonly onScroll: () => void;
  /** Called when the plugin has left its document. */
  readonly onLeave: () => void;
}

/**
 * A frame of an opaque origin with the guests of one plugin in it, display
 * after display.
 *
 * Each display gets a worker or a document of its own, with nothing in it of
 * the one before; the document around it stays, since a new one costs many
 * times more than that.
 *
 * It takes the room that its content needs, up to a limit for its slot, in
 * the flow of the page: it cannot cover anything.
 */
export class SandboxFrame {
  readonly #options: SandboxFrameOptions;
  readonly #frame = document.createElement('iframe');
  readonly #trap = new ScrollTrap(this.#frame);
  readonly #scrolling = new ScrollGuard(this.#frame, this.#trap, () => {
    this.#listener?.onScroll();
  });
  readonly #booted: Promise<void>;
  readonly #unguard: Disposer;
  readonly #questions: ((isAnswered: boolean) => void)[] = [];
  #shell: MessagePort | null = null;
  #listener: SandboxFrameListener | null = null;
  /** How many documents had stopped to answer when it was made. */
  readonly #hangs = hangs;
  #opened = 0;
  #isGone = false;

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
    const loaded = new Promise<void>((resolve) => {
      frame.addEventListener('load', () => {
        resolve();
        // It has loaded anew, as frames do that are moved.
        if (this.#shell) this.#leave();
      });
    });
    this.#booted = this.#boot(loaded);
    this.#booted.catch(() => undefined);
    parent.appendChild(this.#trap.element);
    this.#unguard = guardFocus(frame, () => {
      this.#listener?.onFocusTheft();
    });
  }

  /**
   * Says that a document does not answer. The browser may have it share a
   * process with all other frames, which would never answer again while one
   * of them is left: none is kept for another display.
   */
  static noteHang(): void {
    hangs += 1;
    for (const frame of kept) frame.remove();
  }

  /** True while it can open another display. */
  get isUsable(): boolean {
    const {isConnected} = this.#frame;
    const mayAnswer = !this.#isGone && this.#hangs === hangs;
    return mayAnswer && this.#shell !== null && isConnected;
  }

  /**
   * Opens a guest for a display and returns the port to it.
   *
   * @returns `null` when nothing answers in a frame that was there: it is to
   *   be thrown away.
   */
  async open(listener: SandboxFrameListener): Promise<MessagePort | null> {
    this.#listener = listener;
    const isShown = this.#options.slot !== '';
    if (isShown) this.#scrolling.watch();
    await this.#booted;
    const {port1, port2} = new MessageChannel();
    const answer = this.#ask({type: 'open', isShown}, port2);
    this.#opened += 1;
    // A new one has all the time in which it has to come to life.
    if (this.#opened === 1 || (await answer)) {
      kept.delete(this);
      return port1;
    }
    port1.close();
    if (!this.#isGone) SandboxFrame.noteHang();
    return null;
  }

  /** Gets ready for the next display, where one has followed another. */
  prepareNext(): void {
    if (this.#options.slot !== '' || this.#opened < 2) return;
    this.#shell?.postMessage({type: 'spare'} satisfies ShellMessage);
  }

  /**
   * Ends the display; the frame can open the next one at once. One that does
   * not answer, because the plugin loops, is removed.
   */
  close(): void {
    this.#listener = null;
    this.resize(0, 0);
    if (!this.isUsable) {
      this.remove();
      return;
    }
    kept.add(this);
    // The plugin that closes would have its timers taken back.
    const answer = pageOwnership().outside(() => this.#ask({type: 'close'}));
    void answer.then((isAnswered) => {
      if (!isAnswered && !this.#isGone) SandboxFrame.noteHang();
    });
  }

  async #boot(loaded: Promise<void>): Promise<void> {
    const {guestUrl, policy, nonce} = this.#options;
    const [runtime] = await Promise.all([loadRuntime(guestUrl), loaded]);
    const {port1, port2} = new MessageChannel();
    port1.onmessage = ({data}: MessageEvent<ShellAnswer>) => {
      if (data.type === 'done') this.#questions.shift()?.(true);
      else this.#leave();
    };
    this.#shell = port1;
    const message: BootMessage = {
      type: 'ls-annotation-boot',
      policy,
      nonce,
      runtime,
    };
    this.#frame.contentWindow?.postMessage(message, '*', [port2]);
  }

  /** Tells the shell something; resolves with whether it answered in time. */
  #ask(
    message: ShellMessage,
    ...ports: readonly MessagePort[]
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve(false);
      }, this.#options.answerMs);
      this.#questions.push((isAnswered) => {
        clearTimeout(timer);
        resolve(isAnswered);
      });
      this.#shell?.postMessage(message, [...ports]);
    });
  }

  #leave(): void {
    const listener = this.#listener;
    this.remove();
    listener?.onLeave();
  }

  /** Gives it room for what it shows, as much as there is. */
  resize(widthPx: number, heightPx: number): void {
    const {slot} = this.#options;
    const most = slot ? MOST_PX[slot] : {width: 0, height: 0};
    const isShown = slot !== '' && heightPx > 0;
    const width =
      most.width === Infinity ? null : Math.min(widthPx, most.width);
    style(this.#trap.element, {
      'inline-size': width === null ? '100%' : `${width}px`,
      'block-size': `${isShown ? Math.min(heightPx, most.height) : 0}px`,
    });
    // What is not visible cannot take the focus.
    style(this.#frame, {visibility: isShown ? 'visible' : 'hidden'});
    if (isShown && this.#frame.inert) this.#scrolling.watch();
    this.#frame.inert = !isShown;
  }

  /** Takes it off the page, which ends everything in it. */
  remove(): void {
    this.#isGone = true;
    kept.delete(this);
    this.#listener = null;
    for (const settle of this.#questions.splice(0)) settle(false);
    this.#shell?.close();
    this.#unguard();
    this.#scrolling.close();
    this.#trap.element.remove();
  }
}
