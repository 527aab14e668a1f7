/** Clocks and counts that the harness calls in every page. */

/** Resolves at the start of the `count`-th animation frame from now. */
export async function frames(count) {
  for (let left = count; left > 0; left -= 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/**
 * Milliseconds from the start of `action` to the second animation frame after
 * it is done: the first one after it was laid out and painted. Starts in a
 * task of its own, as the handler of an input does.
 */
export async function timed(action) {
  await frames(2);
  await new Promise((resolve) => setTimeout(resolve));
  const startMs = performance.now();
  await action();
  await frames(2);
  return performance.now() - startMs;
}

/** Elements, all nodes and canvases under `root`, open shadow roots too. */
export function countNodes(root) {
  const counts = {elements: 0, nodes: 0, canvases: 0};
  const walk = (node) => {
    counts.nodes += 1;
    if (node.nodeType === Node.ELEMENT_NODE) {
      counts.elements += 1;
      if (node.localName === 'canvas') counts.canvases += 1;
      if (node.shadowRoot) node.shadowRoot.childNodes.forEach(walk);
    }
    node.childNodes.forEach(walk);
  };
  walk(root);
  return counts;
}

/** Starts to note the intervals between frames; returns what ends it. */
export function recordFrames() {
  const intervalsMs = [];
  let lastMs = performance.now();
  let request = requestAnimationFrame(function note(nowMs) {
    intervalsMs.push(nowMs - lastMs);
    lastMs = nowMs;
    request = requestAnimationFrame(note);
  });
  return () => {
    cancelAnimationFrame(request);
    return intervalsMs.slice(1);
  };
}
