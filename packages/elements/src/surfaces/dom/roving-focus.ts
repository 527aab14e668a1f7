import type {SurfaceContext} from '../surface.js';

/**
 * One tab stop for a row of controls, with the arrow keys, Home and End inside
 * it.
 *
 * @see {@link https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/ | ARIA practices}
 */
export class RovingFocus {
  readonly #items: () => readonly HTMLElement[];

  /**
   * Has the arrow keys work in `group` until the display ends.
   *
   * @param items - answers the controls in order
   */
  constructor(
    group: HTMLElement,
    items: () => readonly HTMLElement[],
    context: SurfaceContext,
  ) {
    this.#items = items;
    const [first] = items();
    if (first) first.tabIndex = 0;
    context.listen(group, 'keydown', (event) => {
      this.#onKeyDown(event, getComputedStyle(group).direction === 'rtl');
    });
    context.listen(group, 'focusin', (event) => {
      this.#setStop(event.target as HTMLElement);
    });
  }

  #onKeyDown(event: KeyboardEvent, isRtl: boolean): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = this.#items().filter((item) => item.checkVisibility());
    const index = items.indexOf(event.target as HTMLElement);
    const next = nextIndex(event.key, index, items.length, isRtl);
    if (index === -1 || next === null) return;
    event.preventDefault();
    items[next]?.focus();
  }

  #setStop(target: HTMLElement): void {
    const items = this.#items();
    if (!items.includes(target)) return;
    for (const item of items) item.tabIndex = item === target ? 0 : -1;
  }
}

function nextIndex(
  key: string,
  index: number,
  count: number,
  isRtl: boolean,
): number | null {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward || key === 'ArrowDown') return (index + 1) % count;
  if (key === backward || key === 'ArrowUp') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
