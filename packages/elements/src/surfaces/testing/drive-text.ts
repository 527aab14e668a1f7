import {sendKeys, sendMouse} from '@web/test-runner-commands';

/** A place in a text node: UTF-16 offset. */
export type Place = readonly [node: Text, offset: number];

/** Selects and clicks text with the mouse, as a person does. For tests. */
export const textMouse = {
  /** Drags from the left edge of one character to that of another. */
  async drag(from: Place, to: Place): Promise<void> {
    await move(pointOf(...from, 'left'));
    await sendMouse({type: 'down'});
    await move(pointOf(...to, 'left'));
    await sendMouse({type: 'up'});
  },

  /** Clicks the middle of a character. */
  async click(node: Text, offset: number, modifier?: string): Promise<void> {
    const left = pointOf(node, offset, 'left');
    const right = pointOf(node, offset, 'right');
    const middle = Math.round((left.x + right.x) / 2);
    if (modifier) await sendKeys({down: modifier});
    await sendMouse({type: 'click', position: [middle, left.y]});
    if (modifier) await sendKeys({up: modifier});
  },
};

/** The first text node in an element that holds some words. For tests. */
export function textNodeWith(root: Element, words: string): Text {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((node as Text).data.includes(words)) return node as Text;
  }
  throw new Error(`No text node has "${words}".`);
}

/** Where some words begin and end in the text node that has them. */
export function placesOf(root: Element, words: string): [Place, Place] {
  const node = textNodeWith(root, words);
  const start = node.data.indexOf(words);
  return [
    [node, start],
    [node, start + words.length],
  ];
}

/** Names of the highlights that cover something, with their ranges. */
export function paintedHighlights(): readonly [string, Highlight][] {
  return [...CSS.highlights].filter(([, {size}]) => size > 0);
}

/** Texts of the painted ranges, those of selected ones not repeated. */
export function paintedTexts(): readonly string[] {
  return paintedHighlights()
    .filter(([name]) => !name.includes('-selected-'))
    .flatMap(([, highlight]) => [...highlight.keys()])
    .map((painted) => {
      const range = document.createRange();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      return range.toString();
    });
}

async function move({x, y}: {x: number; y: number}): Promise<void> {
  await sendMouse({type: 'move', position: [Math.round(x), y]});
}

function pointOf(
  node: Text,
  offset: number,
  side: 'left' | 'right',
): {x: number; y: number} {
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, Math.min(offset + 1, node.length));
  const rect = range.getBoundingClientRect();
  const y = Math.round(rect.top + rect.height / 2);
  if (offset < node.length) return {x: rect[side], y};
  range.setStart(node, offset - 1);
  const last = range.getBoundingClientRect();
  return {x: last.right, y: Math.round(last.top + last.height / 2)};
}
