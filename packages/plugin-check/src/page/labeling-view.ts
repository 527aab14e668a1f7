const HOST = 'ls-annotation-host';

/**
 * Returns whether a node is in the page outside the labeling interface, which
 * is made anew for each display and takes what is in it along.
 */
export function isOutsideLabeling(node: Node): boolean {
  if (!node.isConnected) return false;
  const element = node instanceof Element ? node : node.parentElement;
  return !element?.closest(`${HOST} > [slot="labeling"]`);
}

/** Returns whether something is window, document, or a node that stays. */
export function isLasting(target: EventTarget): boolean {
  if (target instanceof Node) return isOutsideLabeling(target);
  return target instanceof Window || target instanceof MediaQueryList;
}

/** Returns a name for what listeners or observers are put on. */
export function targetName(target: unknown): string {
  if (target === window) return 'window';
  if (target === document) return 'document';
  if (target instanceof Element) return elementName(target);
  return (target as object).constructor.name;
}

/** Returns an element as a selector that people recognise. */
export function elementName(element: Element): string {
  const id = element.id === '' ? '' : `#${element.id}`;
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  return `<${element.localName}${id}${classes}>`;
}
