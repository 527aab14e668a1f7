import {xmlLanguage} from '@codemirror/lang-xml';

type SyntaxNode = ReturnType<typeof xmlLanguage.parser.parse>['topNode'];

/** A stretch of a text, UTF-16 offsets, end exclusive. */
export interface Stretch {
  /** Where it starts. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
}

/**
 * Returns where the tag with a path stands in the XML of a config, or its
 * attribute; `null` when it is not there.
 *
 * @param path - numbers of the children on the way from the outermost tag,
 *   which itself is `0`: `0.2.1`.
 * @param attribute - lower-case name, or `''` for the tag.
 */
export function placeOfTag(
  xml: string,
  path: string,
  attribute = '',
): Stretch | null {
  const tree = xmlLanguage.parser.parse(xml);
  let node: SyntaxNode = tree.topNode;
  for (const index of path.split('.').filter(Boolean).map(Number)) {
    const child = node.getChildren('Element')[index];
    if (!child) return null;
    node = child;
  }
  if (node === tree.topNode) return null;
  const tag = node.getChild('OpenTag') ?? node.getChild('SelfClosingTag');
  const name = tag?.getChild('TagName');
  const found = tag
    ?.getChildren('Attribute')
    .find((each) => nameOf(xml, each.getChild('AttributeName')) === attribute);
  const place = found ?? name;
  return place ? {from: place.from, to: place.to} : null;
}

function nameOf(xml: string, node: SyntaxNode | null): string {
  return node ? xml.slice(node.from, node.to).toLowerCase() : '';
}
