/** What {@link VirtualRows} shows. */
export interface VirtualRowsOptions {
  /** Element that scrolls. */
  readonly viewport: HTMLElement;
  /** Element inside it that is as high as all rows together. */
  readonly space: HTMLElement;
  /** Makes the row at a 0-based index; all rows are equally high. */
  readonly render: (index: number) => HTMLElement;
}

const OVERSCAN = 4;
const ROW_ESTIMATE_PX = 28;

/**
 * Has only those rows of a long list on the page that are in sight, and one
 * more on request.
 */
export class VirtualRows {
  readonly #options: VirtualRowsOptions;
  #count = 0;
  #pinned = -1;
  #rowPx = ROW_ESTIMATE_PX;

  /** Creates it without rows. */
  constructor(options: VirtualRowsOptions) {
    this.#options = options;
    options.viewport.addEventListener(
      'scroll',
      () => {
        this.refresh();
      },
      {passive: true},
    );
  }

  /** Number of rows that fit, at least 1. */
  get pageSize(): number {
    const {clientHeight} = this.#options.viewport;
    return Math.max(1, Math.floor(clientHeight / this.#rowPx));
  }

  /**
   * Shows `count` rows anew.
   *
   * @param pinned - 0-based row that is on the page even out of sight
   */
  show(count: number, pinned: number): void {
    this.#count = count;
    this.#pinned = pinned;
    this.refresh();
    this.#measure();
  }

  /** Scrolls as little as it takes to have a row in sight. */
  reveal(index: number): void {
    const {viewport} = this.#options;
    const top = index * this.#rowPx;
    const bottom = top + this.#rowPx;
    if (top < viewport.scrollTop) viewport.scrollTop = top;
    else if (bottom > viewport.scrollTop + viewport.clientHeight) {
      viewport.scrollTop = bottom - viewport.clientHeight;
    }
  }

  /** Makes the rows in sight anew. */
  refresh(): void {
    const {space, render} = this.#options;
    space.style.blockSize = `${String(this.#count * this.#rowPx)}px`;
    const rows = this.#indexes().map((index) => {
      const row = render(index);
      row.style.insetBlockStart = `${String(index * this.#rowPx)}px`;
      return row;
    });
    space.replaceChildren(...rows);
  }

  #indexes(): readonly number[] {
    const {viewport} = this.#options;
    const first = Math.floor(viewport.scrollTop / this.#rowPx) - OVERSCAN;
    const start = Math.max(0, Math.min(first, this.#count - 1));
    const length = this.pageSize + 1 + 2 * OVERSCAN;
    const end = Math.min(this.#count, start + length);
    const indexes = Array.from({length: end - start}, (_, at) => start + at);
    const isPinned = this.#pinned >= 0 && this.#pinned < this.#count;
    if (isPinned && this.#pinned < start) indexes.unshift(this.#pinned);
    if (isPinned && this.#pinned >= end) indexes.push(this.#pinned);
    return indexes;
  }

  /** How high a row is depends on the font and on the pointer. */
  #measure(): void {
    const first = this.#options.space.firstElementChild;
    const height = first instanceof HTMLElement ? first.offsetHeight : 0;
    if (height === 0 || height === this.#rowPx) return;
    this.#rowPx = height;
    this.refresh();
  }
}
