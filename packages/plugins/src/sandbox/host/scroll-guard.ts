import type {Disposer} from '@ls-annotation/core';

import {isPersonIn, watchPerson} from './person-place.js';
import type {ScrollTrap} from './scroll-trap.js';

/**
 * A smooth scroll has got on for so many frames, by a few pixels, when it
 * springs a trap.
 */
const SMOOTH_FRAMES = 4;

/**
 * How many frames it may take until the page knows that the focus is in the
 * frame; the browser says that on another way.
 */
const FOCUS_FRAMES = 30;

interface Offset {
  readonly left: number;
  readonly top: number;
}

/** Those of all frames on the page. */
const watching = new Set<ScrollGuard>();

type Offsets = ReadonlyMap<Element, Offset>;

/**
 * Keeps a frame from scrolling the page, or anything else around the frame,
 * to where it stands.
 *
 * Every such scroll springs the trap around the frame. What was scrolled is
 * put back before the page is painted, unless the person is in the frame, who
 * moves the focus there. What the person or the page scrolls springs no trap.
 */
export class ScrollGuard {
  readonly #frame: HTMLIFrameElement;
  readonly #trap: ScrollTrap;
  readonly #onScroll: () => void;
  /** Where everything around the frame was scrolled to before. */
  readonly #offsets = new Map<Element, Offset>();
  /** The same as it was in the last few frames, oldest first. */
  #past: Offsets[] = [];
  #timer = 0;
  /** A scroll that was put back and may turn out to be the person's. */
  #settling: {timer: number} | null = null;
  #disposers: Disposer[] = [];

  /** @param onScroll - called whenever something was put back. */
  constructor(
    frame: HTMLIFrameElement,
    trap: ScrollTrap,
    onScroll: () => void,
  ) {
    this.#frame = frame;
    this.#trap = trap;
    this.#onScroll = onScroll;
  }

  /** Watches what is around the frame now. */
  watch(): void {
    if (this.#trap.sprung) this.#putBack();
    this.close();
    watching.add(this);
    const roots = new Set<EventTarget>([window]);
    for (const box of boxesAround(this.#trap.element)) {
      this.#offsets.set(box, offsetOf(box));
      roots.add(box.getRootNode());
    }
    this.#disposers.push(watchPerson());
    for (const root of roots) {
      const options = {capture: true, passive: true};
      root.addEventListener('scroll', this.#onAnyScroll, options);
      this.#disposers.push(() => {
        root.removeEventListener('scroll', this.#onAnyScroll, options);
      });
    }
  }

  /** Watches no more. */
  close(): void {
    watching.delete(this);
    for (const dispose of this.#disposers.splice(0)) dispose();
    cancelAnimationFrame(this.#timer);
    this.#timer = 0;
    this.#endSettling();
    this.#past = [];
    this.#offsets.clear();
  }

  readonly #onAnyScroll = ({target}: Event): void => {
    const sprung = [...watching].filter((guard) => guard.#trap.sprung);
    if (sprung.length === 0) {
      this.#remember();
      this.#note(target);
      return;
    }
    // On the way from one frame to another both may have scrolled.
    const isPersons = sprung.some((guard) => isPersonIn(guard.#frame));
    for (const guard of sprung) {
      if (isPersons) guard.#accept();
      else guard.#putBack();
    }
  };

  #accept(): void {
    this.#trap.reset();
    for (const box of this.#offsets.keys()) this.#note(box);
  }

  #note(target: EventTarget | null): void {
    // The window is scrolled by the root element, or by the body.
    const boxes =
      target === document
        ? [document.documentElement, document.body]
        : [target as Element];
    for (const box of boxes) {
      if (this.#offsets.has(box)) this.#offsets.set(box, offsetOf(box));
    }
  }

  /** Keeps what was, frame by frame, until that is the same as what is. */
  #remember(): void {
    if (this.#timer !== 0) return;
    const past: Offsets[] = [new Map(this.#offsets)];
    this.#past = past;
    let still = 0;
    const onFrame = (): void => {
      past.push(new Map(this.#offsets));
      if (past.length > SMOOTH_FRAMES) past.shift();
      still = areEqual(past.at(-2), past.at(-1)) ? still + 1 : 0;
      this.#timer = still > SMOOTH_FRAMES ? 0 : requestAnimationFrame(onFrame);
    };
    this.#timer = requestAnimationFrame(onFrame);
  }

  #putBack(): void {
    const {sprung} = this.#trap;
    this.#trap.reset();
    const moved = new Map<Element, Offset>();
    const past = sprung === 'smoothly' ? this.#past[0] : undefined;
    for (const [box, before] of past ?? this.#offsets) {
      const isHere = isAt(box, before);
      if (!isHere) moved.set(box, offsetOf(box));
      // One that goes smoothly may have yet to leave.
      if (isHere && sprung === 'at once') continue;
      scrollTo(box, before);
      this.#offsets.set(box, before);
    }
    if (moved.size > 0) this.#settle(moved);
  }

  /** Waits for the focus, which may follow; with it the scroll was right. */
  #settle(moved: Offsets): void {
    this.#endSettling();
    let frames = 0;
    const onFrame = (): void => {
      frames += 1;
      if (isPersonIn(this.#frame)) {
        this.#settling = null;
        for (const [box, offset] of moved) {
          if (isAt(box, this.#offsets.get(box))) scrollTo(box, offset);
        }
      } else if (frames < FOCUS_FRAMES) {
        settling.timer = requestAnimationFrame(onFrame);
      } else this.#endSettling();
    };
    const settling = {timer: requestAnimationFrame(onFrame)};
    this.#settling = settling;
  }

  #endSettling(): void {
    if (!this.#settling) return;
    cancelAnimationFrame(this.#settling.timer);
    this.#settling = null;
    this.#onScroll();
  }
}

/** Returns the elements that something is in, as it is shown. */
function* boxesAround(element: Element): Generator<Element> {
  let box: Element | null = element;
  while ((box = parentOf(box))) yield box;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const {parentNode} = element;
  return parentNode instanceof ShadowRoot
    ? parentNode.host
    : element.parentElement;
}

function areEqual(some: Offsets = new Map(), others: Offsets = new Map()) {
  return [...some].every(([box, offset]) => others.get(box) === offset);
}

function isAt({scrollLeft, scrollTop}: Element, offset?: Offset): boolean {
  return scrollLeft === offset?.left && scrollTop === offset.top;
}

function scrollTo(box: Element, offset: Offset): void {
  box.scrollTo({...offset, behavior: 'instant'});
}

function offsetOf({scrollLeft, scrollTop}: Element): Offset {
  return {left: scrollLeft, top: scrollTop};
}
