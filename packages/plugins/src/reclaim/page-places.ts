/** Kinds of targets that end by themselves. */
const TRANSIENT = [
  'AbortSignal',
  'Animation',
  'FileReader',
  'IDBRequest',
  'IDBTransaction',
  'SpeechSynthesisUtterance',
].flatMap((name) => {
  const found: unknown = Reflect.get(globalThis, name);
  return typeof found === 'function' ? [found] : [];
});

/**
 * Knows where on the page a node is: in the page, where what plugins do lasts;
 * in a labeling interface, which goes with its display; or in something that a
 * plugin made and that goes with the plugin.
 */
export class PagePlaces {
  readonly #views = new Set<(node: Node) => boolean>();
  readonly #private = new WeakSet();

  /**
   * Adds the labeling interface of a host.
   *
   * @param isInView - returns whether a node is in it.
   */
  addView(isInView: (node: Node) => boolean): void {
    this.#views.add(isInView);
  }

  /** Takes it away again. */
  removeView(isInView: (node: Node) => boolean): void {
    this.#views.delete(isInView);
  }

  /** Notes that a plugin made an object, which nobody else knows. */
  addPrivate(made: object): void {
    this.#private.add(made);
  }

  /** Returns whether what is done to a target outlives a display. */
  isLasting(target: EventTarget): boolean {
    if (!(target instanceof Node)) {
      return !this.#private.has(target) && !isTransient(target);
    }
    return this.placeOf(target) === 'page';
  }

  /**
   * Returns where a node is: in the page, in a labeling interface, or `null`
   * when it is not shown or in something that a plugin made.
   */
  placeOf(node: Node): 'page' | 'view' | null {
    if (node === document) return 'page';
    const outermost = outermostNode(node);
    const isShown = outermost.getRootNode() === document;
    if (!isShown || this.#isPrivateNode(node)) return null;
    return this.isInView(outermost) ? 'view' : 'page';
  }

  /** Returns whether a node is in a labeling interface. */
  isInView(node: Node): boolean {
    for (const isInView of this.#views) if (isInView(node)) return true;
    return false;
  }

  #isPrivateNode(node: Node): boolean {
    for (let at: Node | null = node; at; at = parentOf(at)) {
      if (this.#private.has(at)) return true;
    }
    return false;
  }
}

function isTransient(target: EventTarget): boolean {
  return TRANSIENT.some((type) => target instanceof type);
}

/** The node itself, or the element of the page whose shadow it is in. */
function outermostNode(node: Node): Node {
  let outermost = node;
  let root = node.getRootNode();
  while (root instanceof ShadowRoot) {
    outermost = root.host;
    root = outermost.getRootNode();
  }
  return outermost;
}

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
