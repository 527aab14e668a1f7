import type {LitElement, ReactiveController} from 'lit';

import type {AnnotationTab} from './annotation-tab.js';

/**
 * The behaviour of a list of tabs: arrow keys, Home and End move the focus,
 * which is in one place; the selected tab is scrolled into view, and the ends
 * that there is more beyond fade.
 */
export class TabStrip implements ReactiveController {
  readonly #host: LitElement;
  #focused = '';
  #selected = '';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Returns the id of the tab that the tab key goes to. */
  currentOf(tabs: readonly AnnotationTab[]): string {
    const current =
      tabs.find(({id}) => id === this.#focused) ??
      tabs.find(({isSelected}) => isSelected) ??
      tabs[0];
    return current?.id ?? '';
  }

  hostUpdated(): void {
    const selected = this.#list?.querySelector<HTMLElement>(
      '[aria-selected="true"]',
    );
    const id = idOf(selected);
    if (selected && id !== this.#selected) {
      this.#selected = id;
      this.#focused = '';
      reveal(selected);
    }
    this.fade();
  }

  /** Fades the ends that there is more beyond; called on scroll. */
  readonly fade = (): void => {
    const list = this.#list;
    if (!list) return;
    const at = Math.abs(list.scrollLeft);
    const rest = list.scrollWidth - list.clientWidth - at;
    list.classList.toggle('more-before', at > 1);
    list.classList.toggle('more-after', rest > 1);
  };

  /** Moves the focus. */
  readonly press = (event: KeyboardEvent): void => {
    const list = this.#list;
    if (!list) return;
    const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const next = stepOf(event.key, isRtl(list), {at, count: tabs.length});
    const tab = next === null ? undefined : tabs[next];
    if (!tab || at === -1) return;
    event.preventDefault();
    this.#focused = idOf(tab);
    tab.focus();
    reveal(tab);
    this.#host.requestUpdate();
  };

  /** Forgets where the focus was. */
  readonly leave = (event: FocusEvent): void => {
    if (this.#list?.contains(event.relatedTarget as Node | null)) return;
    this.#focused = '';
    this.#host.requestUpdate();
  };

  get #list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('[role="tablist"]');
  }
}

function idOf(tab: HTMLElement | null | undefined): string {
  return tab?.dataset.id ?? '';
}

function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

interface Steps {
  readonly at: number;
  readonly count: number;
}

function stepOf(key: string, rtl: boolean, steps: Steps): number | null {
  const {at, count} = steps;
  const forward = (at + 1) % count;
  const backward = (at - 1 + count) % count;
  switch (key) {
    case 'ArrowRight':
      return rtl ? backward : forward;
    case 'ArrowLeft':
      return rtl ? forward : backward;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Scrolls the list alone, never the page. */
function reveal(tab: HTMLElement): void {
  const list = tab.parentElement;
  if (!list) return;
  const outer = list.getBoundingClientRect();
  const inner = tab.getBoundingClientRect();
  if (inner.left < outer.left) list.scrollLeft -= outer.left - inner.left + 24;
  else if (inner.right > outer.right) {
    list.scrollLeft += inner.right - outer.right + 24;
  }
}
