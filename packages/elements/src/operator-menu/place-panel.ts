const GAP_PX = 4;
const MARGIN_PX = 8;

/**
 * Puts a panel of the top layer below its button, above it when there is more
 * room. Their start sides are aligned, their end sides when that does not fit;
 * the panel stays in the window whatever happens.
 */
export function placePanel(panel: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  const below = clientHeight - anchor.bottom - GAP_PX - MARGIN_PX;
  const above = anchor.top - GAP_PX - MARGIN_PX;
  panel.style.maxHeight = 'none';
  const {width, height} = panel.getBoundingClientRect();
  const isAbove = height > below && above > below;
  const room = isAbove ? above : below;
  const isRtl = getComputedStyle(button).direction === 'rtl';
  const rightmost = clientWidth - width - MARGIN_PX;
  const sides = [anchor.left, anchor.right - width];
  if (isRtl) sides.reverse();
  const fits = sides.find((side) => side >= MARGIN_PX && side <= rightmost);
  const left = fits ?? Math.min(anchor.left, rightmost);
  panel.style.maxHeight = `${room}px`;
  panel.style.left = `${Math.max(MARGIN_PX, left)}px`;
  // The side at the button is the one that stays when the panel shrinks.
  panel.style.top = isAbove ? 'auto' : `${anchor.bottom + GAP_PX}px`;
  panel.style.bottom = isAbove
    ? `${clientHeight - anchor.top + GAP_PX}px`
    : 'auto';
}
