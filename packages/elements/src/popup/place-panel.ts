const GAP_PX = 4;
const MARGIN_PX = 8;

/** What a panel is placed at: an element, or a place of the window. */
export type PanelAnchor = Pick<Element, 'getBoundingClientRect'>;

/**
 * Puts a panel of the top layer below its anchor, above it when there is more
 * room. Their start sides are aligned, their end sides when that does not fit;
 * the panel stays in the window whatever happens.
 */
export function placePanel(panel: HTMLElement, anchor: PanelAnchor): void {
  const place = anchor.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  const below = clientHeight - place.bottom - GAP_PX - MARGIN_PX;
  const above = place.top - GAP_PX - MARGIN_PX;
  panel.style.maxHeight = 'none';
  const {width, height} = panel.getBoundingClientRect();
  const isAbove = height > below && above > below;
  const room = isAbove ? above : below;
  const {direction} = getComputedStyle(
    anchor instanceof Element ? anchor : panel,
  );
  const isRtl = direction === 'rtl';
  const rightmost = clientWidth - width - MARGIN_PX;
  const sides = [place.left, place.right - width];
  if (isRtl) sides.reverse();
  const fits = sides.find((side) => side >= MARGIN_PX && side <= rightmost);
  const left = fits ?? Math.min(place.left, rightmost);
  panel.style.maxHeight = `${room}px`;
  panel.style.left = `${Math.max(MARGIN_PX, left)}px`;
  // The side at the anchor is the one that stays when the panel shrinks.
  panel.style.top = isAbove ? 'auto' : `${place.bottom + GAP_PX}px`;
  panel.style.bottom = isAbove
    ? `${clientHeight - place.top + GAP_PX}px`
    : 'auto';
}
