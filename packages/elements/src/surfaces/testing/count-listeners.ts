/** Listeners that were added to a target and not taken off again. */
export interface ListenerCount {
  /** Returns how many there are. */
  open(): number;
  /** Stops counting. */
  restore(): void;
}

/** Counts the listeners that are added to a target from now on. For tests. */
export function countListeners(target: EventTarget): ListenerCount {
  const open = new Set<unknown>();
  const own = {
    addEventListener: target.addEventListener,
    removeEventListener: target.removeEventListener,
  };
  target.addEventListener = (
    ...call: Parameters<typeof own.addEventListener>
  ) => {
    open.add(call[1]);
    own.addEventListener.apply(target, call);
  };
  target.removeEventListener = (
    ...call: Parameters<typeof own.removeEventListener>
  ) => {
    open.delete(call[1]);
    own.removeEventListener.apply(target, call);
  };
  return {
    open: () => open.size,
    restore: () => {
      Object.assign(target, own);
    },
  };
}
