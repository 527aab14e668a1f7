import type {ConfigNode} from '@ls-annotation/core';

/**
 * Reads a labeling config from XML with the browser's own parser.
 *
 * @throws Error when the XML is not well-formed, with the parser's words.
 */
export function configNodeFromXml(xml: string): ConfigNode {
  const parsed = new DOMParser().parseFromString(xml.trim(), 'application/xml');
  const problem = parsed.querySelector('parsererror');
  if (problem !== null) throw new Error(problem.textContent);
  return toNode(parsed.documentElement);
}

function toNode(element: Element): ConfigNode {
  const attributes = [...element.attributes].map(
    ({name, value}) => [name, value] as const,
  );
  const text = [...element.childNodes].filter(isCharacterData);
  return {
    tag: element.tagName,
    attributes: Object.fromEntries(attributes),
    children: [...element.children].map(toNode),
    text: text.map((node) => node.nodeValue ?? '').join(''),
    markup: element.innerHTML,
  };
}

function isCharacterData(node: Node): boolean {
  return (
    node.nodeType === Node.TEXT_NODE ||
    node.nodeType === Node.CDATA_SECTION_NODE
  );
}
