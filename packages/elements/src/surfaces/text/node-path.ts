/** Name that paths use for an element that stands for another one. */
export const NAME_ATTRIBUTE = 'data-ls-name';

const STEP = /^([^[\]]+)(?:\[(\d+)\])?$/;

/** Names of the elements that a path into a page of its own begins with. */
const PAGE_STEPS = /^\/?(?:html(?:\[1\])?\/)?body(?:\[1\])?(?=\/|$)/i;

/**
 * Paths to nodes as Label Studio writes them: `/div[1]/p[2]/text()[1]`, from
 * an element that is not named itself. Each step counts, from 1, the siblings
 * of the same name.
 *
 * What was found is remembered; after the contents have changed, make a new
 * one.
 */
export class NodePaths {
  readonly #root: Element;
  readonly #children = new WeakMap<Node, ReadonlyMap<string, Node[]>>();

  /** Creates paths that start from `root`. */
  constructor(root: Element) {
    this.#root = root;
  }

  /** Returns the path of a node, `''` for one that is not inside the root. */
  pathOf(node: Node): string {
    let path = '';
    for (let at = node; at !== this.#root;) {
      const parent = at.parentNode;
      if (!parent) return '';
      const name = nameOf(at);
      const place = this.#named(parent, name).indexOf(at) + 1;
      path = `/${name}[${String(place)}]${path}`;
      at = parent;
    }
    return path;
  }

  /**
   * Returns the node at a path, or `null` when there is none.
   *
   * Takes a path with `.` or `/html[1]/body[1]` before it, and steps without
   * a number, which are the first of their name.
   */
  nodeAt(path: string): Node | null {
    const steps = path
      .replace(/^\.(?=\/)/, '')
      .replace(PAGE_STEPS, '')
      .split('/')
      .filter((step) => step !== '');
    let node: Node | null = steps.length > 0 ? this.#root : null;
    for (const step of steps) {
      if (!node) return null;
      const [, name = '', place = '1'] = STEP.exec(step) ?? [];
      node = this.#named(node, name.toLowerCase())[Number(place) - 1] ?? null;
    }
    return node;
  }

  #named(parent: Node, name: string): readonly Node[] {
    const known = this.#children.get(parent) ?? namesIn(parent);
    this.#children.set(parent, known);
    return known.get(name) ?? [];
  }
}

function namesIn(parent: Node): ReadonlyMap<string, Node[]> {
  const names = new Map<string, Node[]>();
  for (const child of parent.childNodes) {
    const name = nameOf(child);
    const siblings = names.get(name);
    if (siblings) siblings.push(child);
    else names.set(name, [child]);
  }
  return names;
}

function nameOf(node: Node): string {
  if (node instanceof Text) return 'text()';
  const stands =
    node instanceof Element ? node.getAttribute(NAME_ATTRIBUTE) : null;
  return (stands ?? node.nodeName).toLowerCase();
}
