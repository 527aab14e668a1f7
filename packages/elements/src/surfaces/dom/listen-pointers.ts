import type {SurfaceContext} from '../surface.js';

/** What is done with pointers on an element. */
export interface PointerHandler {
  /** Handles `pointerdown`. */
  down(event: PointerEvent): void;
  /** Handles `pointermove`. */
  move(event: PointerEvent): void;
  /** Handles `pointerup`. */
  up(event: PointerEvent): void;
  /** Handles `pointercancel`. */
  interrupt(event: PointerEvent): void;
  /** Handles `pointerleave`. */
  leave(): void;
}

/**
 * Has pointers on an element handled for as long as the display lasts.
 *
 * @param wheel - Handles `wheel`; true keeps the page from scrolling.
 */
export function listenPointers(
  context: SurfaceContext,
  stage: HTMLElement,
  pointer: PointerHandler,
  wheel: (event: WheelEvent) => boolean,
): void {
  context.listen(stage, 'pointerdown', (event) => {
    pointer.down(event);
  });
  context.listen(stage, 'pointermove', (event) => {
    pointer.move(event);
  });
  context.listen(stage, 'pointerup', (event) => {
    pointer.up(event);
  });
  context.listen(stage, 'pointercancel', (event) => {
    pointer.interrupt(event);
  });
  context.listen(stage, 'pointerleave', () => {
    pointer.leave();
  });
  // The middle button would start to scroll the page by itself.
  context.listen(stage, 'mousedown', (event) => {
    if (event.button === 1) event.preventDefault();
  });
  context.listen(
    stage,
    'wheel',
    (event) => {
      if (wheel(event)) event.preventDefault();
    },
    {passive: false},
  );
}
