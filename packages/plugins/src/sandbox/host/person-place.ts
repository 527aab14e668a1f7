import type {Disposer} from '@ls-annotation/core';

import {deepActiveElement} from './deep-active-element.js';

/** The frame into which the person has gone. */
let entered: Element | null = null;
/** True after a Tab, until it is known where it went. */
let isTabbing = false;
let watchers = 0;

/**
 * Returns whether it is the person who does something in a frame: who has gone
 * there with the Tab key, from the page or from another frame, or with the
 * pointer, and has pressed something in the last few seconds.
 */
export function isPersonIn(frame: Element): boolean {
  const isActive = navigator.userActivation.isActive;
  if (!isActive || deepActiveElement() !== frame) return false;
  // From one frame to another the focus goes without an event.
  const isThere = entered?.isConnected ?? false;
  if (!isThere && !frame.matches(':hover')) return false;
  entered = frame;
  return true;
}

/** Follows where the person goes; see {@link isPersonIn}. */
export function watchPerson(): Disposer {
  let isWatching = true;
  watchers += 1;
  if (watchers === 1) {
    for (const [type, listener] of Object.entries(LISTENERS)) {
      addEventListener(type, listener, {capture: true, passive: true});
    }
  }
  return () => {
    if (!isWatching) return;
    isWatching = false;
    watchers -= 1;
    if (watchers > 0) return;
    for (const [type, listener] of Object.entries(LISTENERS)) {
      removeEventListener(type, listener, {capture: true});
    }
    leave();
  };
}

const LISTENERS: Readonly<Record<string, (event: Event) => void>> = {
  pointerdown: leave,
  keydown: (event) => {
    leave();
    isTabbing = (event as KeyboardEvent).key === 'Tab';
  },
  /** The window itself may have it on the way from one frame to another. */
  focus: ({target}) => {
    if (target instanceof Element) leave();
  },
  /** The window has lost it, maybe to one of its frames. */
  blur: ({target}) => {
    if (target !== window || !isTabbing) return;
    entered = deepActiveElement();
    isTabbing = false;
  },
};

/** The person is in the page. */
function leave(): void {
  entered = null;
  isTabbing = false;
}
