import {element} from '../dom/element.js';

const LINE_BREAK = /\n|\r/;

/**
 * Puts text into an element as Label Studio does: one
 * `<span class="lsf-richtext__line">` with one text node for each line, and a
 * `<br>` between lines. A `\r\n` is two breaks, as it is two characters.
 */
export function renderLines(container: Element, text: string): void {
  const nodes: Node[] = [];
  for (const line of text.split(LINE_BREAK)) {
    if (nodes.length > 0) nodes.push(element('br'));
    nodes.push(element('span', {class: 'lsf-richtext__line', text: line}));
  }
  container.replaceChildren(...nodes);
}
