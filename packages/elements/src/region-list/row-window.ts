import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What a {@link RowWindow} works with. */
export interface RowWindowOptions {
  /** Returns the element that scrolls; `null` while there is none. */
  readonly viewport: () => HTMLElement | null;
  /** Height of every line. */
  readonly rowRem: number;
}

/** A line that is to be drawn. */
export interface WindowRow {
  /** 0-based line. */
  readonly index: number;
  /** Distance from the top of the list, CSS pixels. */
  readonly topPx: number;
}

/** Lines that are drawn above and below those in view. */
const OVERSCAN = 2;

/**
 * Knows which of many lines, all equally high, are in view, and has its host
 * updated when others come into view.
 */
export class RowWindow implements ReactiveController {
  /** Number of lines. */
  count = 0;
  /** 0-based line that is drawn even out of view. */
  kept = 0;

  readonly #host: ReactiveControllerHost;
  readonly #options: RowWindowOptions;
  readonly #sizes = new ResizeObserver(() => {
    this.#look();
  });
  #viewport: HTMLElement | null = null;
  #rowPx = 16;
  #first = 0;
  #last = 0;
  #wanted = -1;

  /** Makes one for the lines of an element. */
  constructor(host: ReactiveControllerHost, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Height of all lines together, CSS pixels. */
  get sizePx(): number {
    return this.count * this.#rowPx;
  }

  /** The lines to draw, from top to bottom. */
  get rows(): readonly WindowRow[] {
    const start = Math.max(0, this.#first - OVERSCAN);
    const end = Math.min(this.count, this.#last + OVERSCAN + 1);
    const indexes: number[] = [];
    if (this.kept < Math.min(start, this.count)) indexes.push(this.kept);
    for (let index = start; index < end; index += 1) indexes.push(index);
    if (this.kept >= Math.max(start, end) && this.kept < this.count) {
      indexes.push(this.kept);
    }
    return indexes.map((index) => ({index, topPx: index * this.#rowPx}));
  }

  /** Scrolls, with the next update, as little as brings a line into view. */
  reveal(index: number): void {
    this.#wanted = index;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#rowPx = this.#options.rowRem * rootFontPx();
    // Until there is something to measure: no list is higher than the window.
    this.#last = Math.ceil(innerHeight / this.#rowPx);
  }

  hostUpdated(): void {
    this.#follow(this.#options.viewport());
    if (this.#wanted !== -1) this.#scrollTo(this.#wanted);
    this.#wanted = -1;
  }

  hostDisconnected(): void {
    this.#follow(null);
  }

  #follow(viewport: HTMLElement | null): void {
    if (viewport === this.#viewport) return;
    this.#sizes.disconnect();
    this.#viewport?.removeEventListener('scroll', this.#onScroll);
    this.#viewport = viewport;
    viewport?.addEventListener('scroll', this.#onScroll, {passive: true});
    // Tells the size at once, too.
    if (viewport) this.#sizes.observe(viewport);
  }

  readonly #onScroll = (): void => {
    this.#look();
  };

  #scrollTo(index: number): void {
    const viewport = this.#viewport;
    if (!viewport) return;
    const {scrollTop, clientHeight} = viewport;
    const topPx = index * this.#rowPx;
    const bottomPx = topPx + this.#rowPx - clientHeight;
    if (topPx < scrollTop) viewport.scrollTop = topPx;
    else if (bottomPx > scrollTop) viewport.scrollTop = bottomPx;
  }

  /** Looks what is in view. */
  #look(): void {
    const viewport = this.#viewport;
    if (!viewport) return;
    this.#rowPx = this.#options.rowRem * rootFontPx();
    const {scrollTop, clientHeight} = viewport;
    const first = Math.floor(scrollTop / this.#rowPx);
    const last = Math.floor((scrollTop + clientHeight) / this.#rowPx);
    if (first === this.#first && last === this.#last) return;
    this.#first = first;
    this.#last = last;
    this.#host.requestUpdate();
  }
}

function rootFontPx(): number {
  const {fontSize} = getComputedStyle(document.documentElement);
  return parseFloat(fontSize) || 16;
}
