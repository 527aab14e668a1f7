import {selectionOf} from './text-selection.js';
import type {TextPoint} from './text-index.js';

/**
 * Returns the text between two places as a person sees it: white space as it
 * is drawn, a line break where a block begins, nothing of what is hidden. It
 * is what copying would take.
 *
 * @returns `''` when the browser does not say.
 */
export function visibleText(start: TextPoint, end: TextPoint): string {
  const root = start.node.parentElement;
  const selection = root && selectionOf(root);
  if (!selection) return '';
  const {anchorNode, anchorOffset, focusNode, focusOffset} = selection;
  selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  const text = selection.toString();
  if (anchorNode && focusNode) {
    selection.setBaseAndExtent(
      anchorNode,
      anchorOffset,
      focusNode,
      focusOffset,
    );
  } else {
    selection.removeAllRanges();
  }
  return text;
}
