/** How far a trap can be sprung in each direction, CSS pixels. */
const RANGE_PX = 4000;

/** How far from the frame the trap wants to show something, CSS pixels. */
const REACH_PX = 5000;

const ALONE_AT_THE_END = 'calc(100% - 1px)';
const WITH_RANGE = `calc(100% + ${RANGE_PX}px)`;
const WITHOUT_REACH = `calc(100% - ${2 * REACH_PX}px)`;

/** What both parts of a trap have in common. */
const SCROLLER: Declarations = {
  display: 'block',
  position: 'absolute',
  margin: '0',
  border: '0',
  padding: '0',
  overflow: 'hidden',
  'writing-mode': 'horizontal-tb',
  'overflow-anchor': 'none',
  'scroll-behavior': 'auto',
  'scroll-snap-type': 'none',
};

type Declarations = Readonly<Record<string, string>>;

/**
 * Boxes around a frame that are scrolled whenever something in the frame is
 * scrolled into view across its edge, and by nothing else.
 *
 * Chromium carries a "scroll into view" on from a frame to everything around
 * it, whatever the origins, for methods, focus, dialogs, validation and search
 * alike; the page has no say in it. On its way it comes past these boxes. They
 * cannot be scrolled by a person, and a plugin cannot get around them:
 *
 * - what is shown of a frame is never where a box wants to have it, which is
 *   one pixel at a corner far from it, so that the box has to scroll;
 * - one box wants it at the upper left and can scroll one way, the other at
 *   the lower right and can scroll the other way. What would have neither
 *   scroll would have to reach from one corner to the other.
 *
 * They take the room of the frame, and everything beyond it is cut off.
 */
export class ScrollTrap {
  /** What is put on the page, with the frame in it. */
  readonly element = document.createElement('div');
  readonly #upper = document.createElement('div');
  readonly #lower = document.createElement('div');

  constructor(frame: HTMLIFrameElement) {
    style(this.element, {
      display: 'block',
      position: 'relative',
      margin: '0',
      border: '0',
      padding: '0',
      overflow: 'clip',
    });
    style(this.#upper, {
      ...SCROLLER,
      inset: `${-REACH_PX}px`,
      direction: 'ltr',
      'scroll-padding': `0 ${ALONE_AT_THE_END} ${ALONE_AT_THE_END} 0`,
    });
    // What flows over at the start of such a box can be scrolled to.
    style(this.#lower, {
      ...SCROLLER,
      display: 'flex',
      'flex-direction': 'column-reverse',
      inset: '0',
      direction: 'rtl',
      'scroll-padding': `${ALONE_AT_THE_END} 0 0 ${ALONE_AT_THE_END}`,
    });
    style(frame, {
      position: 'absolute',
      inset: `${REACH_PX}px auto auto ${REACH_PX}px`,
      width: WITHOUT_REACH,
      height: WITHOUT_REACH,
      'scroll-margin': '0',
    });
    this.#lower.append(range('auto 0 0 auto'), frame);
    this.#upper.append(range('0 auto auto 0'), this.#lower);
    this.element.append(this.#upper);
  }

  /** How it was sprung: at once or on the way there, or `null` when not. */
  get sprung(): 'at once' | 'smoothly' | null {
    const parts = [this.#upper, this.#lower];
    const offsets = parts.flatMap(({scrollLeft, scrollTop}) => [
      Math.abs(scrollLeft),
      Math.abs(scrollTop),
    ]);
    if (offsets.every((offset) => offset === 0)) return null;
    return Math.max(...offsets) >= RANGE_PX - 1 ? 'at once' : 'smoothly';
  }

  /** Sets it again. */
  reset(): void {
    for (const part of [this.#upper, this.#lower]) {
      part.scrollTo({left: 0, top: 0, behavior: 'instant'});
    }
  }
}

/** Returns what a box can scroll over. */
function range(inset: string): HTMLElement {
  const element = document.createElement('div');
  style(element, {
    display: 'block',
    position: 'absolute',
    inset,
    width: WITH_RANGE,
    height: WITH_RANGE,
    visibility: 'hidden',
  });
  return element;
}

/** Gives an element looks that no style sheet of the page changes. */
export function style(element: HTMLElement, declarations: Declarations): void {
  for (const [name, value] of Object.entries(declarations)) {
    element.style.setProperty(name, value, 'important');
  }
}
