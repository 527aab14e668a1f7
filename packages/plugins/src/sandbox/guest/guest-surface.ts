import type {GuestLooks} from '../protocol.js';
import type {PluginSlot} from '../../plugin-source.js';

/** What a {@link watchSurface} listener hears: the size of what is shown. */
export type SizeListener = (widthPx: number, heightPx: number) => void;

/** Slots whose frames are as wide as what they show. */
const INLINE_SLOTS: ReadonlySet<string> = new Set<PluginSlot>(['toolbar']);

const SHEET = `
  :root { background: transparent; }
  body {
    margin: 0;
    font: var(--ls-font-size, 13px)/var(--ls-line-height, 1.5)
      var(--ls-font-family, system-ui);
    color: var(--ls-text, CanvasText);
  }
`;

/** Gives the document of a plugin the looks of the page around it. */
export function dressDocument(looks: GuestLooks, slot: PluginSlot | ''): void {
  const {style} = document.documentElement;
  style.colorScheme = looks.colorScheme;
  for (const [name, value] of Object.entries(looks.tokens)) {
    style.setProperty(name, value);
  }
  const sheet = document.createElement('style');
  sheet.textContent = SHEET;
  document.head.append(sheet);
  if (!INLINE_SLOTS.has(slot)) return;
  document.body.style.display = 'inline-block';
  document.body.style.whiteSpace = 'nowrap';
}

/**
 * Tells of the size of what the plugin shows, at first and whenever it is
 * another. A plugin that shows nothing has no size.
 */
export function watchSurface(listener: SizeListener): void {
  const {body} = document;
  let before = '';
  const measure = (): void => {
    const {width, height} = body.getBoundingClientRect();
    const isEmpty = body.childElementCount === 0 && !body.textContent.trim();
    const size = isEmpty ? [0, 0] : [Math.ceil(width), Math.ceil(height)];
    if (before === size.join()) return;
    before = size.join();
    listener(size[0] ?? 0, size[1] ?? 0);
  };
  // A frame without a size of its own is not rendered, so that its resize
  // observers may wait; what changes in it is seen all the same.
  new MutationObserver(measure).observe(body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  new ResizeObserver(measure).observe(body);
  measure();
}
