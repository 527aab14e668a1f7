import type {Disposer} from '@ls-annotation/core';

/** What a {@link watchPaints} has seen. */
export interface PaintWatch {
  /** Returns how far the box was ever scrolled when it was painted. */
  readonly most: () => number;
  /** Ends it. */
  readonly end: Disposer;
}

/** Notes how far a box is scrolled whenever that is painted. */
export function watchPaints(box: Element): PaintWatch {
  let most = 0;
  let isWatching = true;
  const watch = (): void => {
    most = Math.max(most, Math.abs(box.scrollTop), Math.abs(box.scrollLeft));
    if (isWatching) requestAnimationFrame(watch);
  };
  watch();
  return {
    most: () => most,
    end: () => {
      isWatching = false;
    },
  };
}
