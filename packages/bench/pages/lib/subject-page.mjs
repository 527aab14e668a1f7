/**
 * What the pages of all subjects share: they read from their address what to
 * show, show it, and hand the harness a subject and the clocks.
 */
import {countNodes, frames, recordFrames, timed} from './clock.mjs';

/** Kind and number of regions that the page's address asks for. */
export function wanted() {
  const parameters = new URLSearchParams(location.search);
  return {
    kind: parameters.get('kind') ?? 'boxes',
    count: Number(parameters.get('count') ?? 0),
    plugins: parameters.has('plugins'),
    isSandboxed: parameters.has('sandboxed'),
  };
}

/**
 * Shows what is wanted and publishes the subject. `globalThis.ready` resolves
 * with the milliseconds from navigation: until the subject says that it is
 * displayed, and until it has been painted.
 */
export function publish(subject) {
  globalThis.bench = {countNodes, frames, recordFrames, timed};
  globalThis.subject = subject;
  globalThis.ready = (async () => {
    const {count} = wanted();
    subject.prepare(count);
    await subject.mount();
    const displayedMs = subject.displayedMs ?? performance.now();
    await frames(2);
    return {displayedMs, paintedMs: performance.now()};
  })();
}
