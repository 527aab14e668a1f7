/** Prose of the manifest: paragraphs, and code between backticks. */
import {element} from '../dom.js';

/** Returns a paragraph for each block of text. */
export function paragraphs(text) {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => element('p', {}, ...phrases(block)));
}

/** Returns text with what stands between backticks as code. */
export function phrases(text) {
  return text
    .replace(/\s+/g, ' ')
    .split('`')
    .map((part, index) =>
      index % 2 === 0 ? part : element('code', {textContent: part}),
    );
}
