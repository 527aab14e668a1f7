import type {SurfaceContext} from '../surface.js';

/** How a document is guarded. */
export interface GuardOptions {
  /** The display. */
  readonly context: SurfaceContext;
  /** True when links may be followed. */
  readonly hasLinks: boolean;
}

/**
 * Keeps what people do in a document inside it: forms are not sent, links are
 * followed only where that is wanted, and those that lead to a place in the
 * document leave the address of the page alone.
 */
export function guardDocument(
  root: HTMLElement,
  {context, hasLinks}: GuardOptions,
): void {
  const onClick = (event: MouseEvent): void => {
    const link = linkOf(event);
    if (!link || !root.contains(link)) return;
    const target = link.getAttribute('href') ?? '';
    if (hasLinks && !target.startsWith('#')) return;
    event.preventDefault();
    if (hasLinks) reveal(root, target.slice(1));
  };
  context.listen(root, 'click', onClick);
  context.listen(root, 'auxclick', onClick);
  context.listen(root, 'submit', (event) => {
    event.preventDefault();
  });
  if (hasLinks) return;
  // A press on a link gives it the focus, which the text needs for its keys.
  context.listen(root, 'focusin', ({target}) => {
    if (target instanceof Element && target.matches('a, area')) {
      root.focus({preventScroll: true});
    }
  });
}

function linkOf({target}: Event): Element | null {
  return target instanceof Element ? target.closest('a, area') : null;
}

function reveal(root: HTMLElement, id: string): void {
  if (id === '') return;
  const escaped = CSS.escape(id);
  root
    .querySelector(`[id="${escaped}"], [name="${escaped}"]`)
    ?.scrollIntoView();
}
