/**
 * Counts what is to come: timers that have not fired, observers that observe.
 * A classic script, so that it is in place before the host.
 */
(() => {
  const timers = new Set();
  const observers = new Set();
  const {setTimeout, setInterval, clearTimeout, clearInterval} = globalThis;
  globalThis.setTimeout = (work, ...rest) => {
    const id = setTimeout(
      (...args) => {
        timers.delete(id);
        if (typeof work === 'function') work(...args);
      },
      ...rest,
    );
    timers.add(id);
    return id;
  };
  globalThis.setInterval = (...args) => {
    const id = setInterval(...args);
    timers.add(id);
    return id;
  };
  globalThis.clearTimeout = globalThis.clearInterval = (id) => {
    timers.delete(id);
    clearTimeout(id);
    clearInterval(id);
  };
  for (const name of [
    'MutationObserver',
    'ResizeObserver',
    'IntersectionObserver',
  ]) {
    const {prototype} = globalThis[name];
    const {observe, disconnect} = prototype;
    prototype.observe = function (...args) {
      observers.add(this);
      return observe.apply(this, args);
    };
    prototype.disconnect = function () {
      observers.delete(this);
      return disconnect.call(this);
    };
  }
  globalThis.countPending = () => ({
    timers: timers.size,
    observers: observers.size,
  });
})();
