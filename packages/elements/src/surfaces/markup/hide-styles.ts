/** Attribute that holds what a `style` says while it is hidden. */
const STYLE = 'data-ls-style';

/** Selects what stands for style elements in a document of hidden styles. */
export const HIDDEN_SHEET = 'script[type="ls-style"]';

/** Elements that hold text and no elements. */
const RAW = new Set([
  ...['script', 'style', 'textarea', 'title', 'xmp', 'iframe'],
  ...['noembed', 'noframes', 'noscript'],
]);
const START = /<!--|<(?=[a-z])/gi;
const COMMENT_END = /--!?>|$/g;
const NAME = /[^\s/>]*/y;
const ATTRIBUTE =
  /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?/y;
const TAG_END = /[\s/]*>?/y;
const SCRIPT_WORDS = /<(?=!--|\/?script)/gi;

/** A part of some markup, with its styles hidden. */
interface Piece {
  readonly text: string;
  /** Where the part ends in the markup, UTF-16 offset, exclusive. */
  readonly end: number;
}

/**
 * Returns markup with its inline styles where no browser looks for them.
 *
 * A page's policy that forbids inline styles is asked, and reports, when a
 * document is read, be it one that is never shown; what scripts set is
 * allowed. So attributes get another name, and style elements become scripts
 * of a type that nobody runs, which are read in the same way.
 *
 * @see {@link showStyles} for the way back.
 */
export function hideStyles(markup: string): string {
  let hidden = '';
  let at = 0;
  while (at < markup.length) {
    const start = find(START, markup, at);
    if (!start) break;
    hidden += markup.slice(at, start.index);
    const piece =
      start[0] === '<!--'
        ? comment(markup, start.index)
        : element(markup, start.index);
    hidden += piece.text;
    at = piece.end;
  }
  return hidden + markup.slice(at);
}

/** Gives elements the inline styles that {@link hideStyles} has put away. */
export function showStyles(root: Element): void {
  for (const styled of [root, ...root.querySelectorAll(`[${STYLE}]`)]) {
    const css = styled.getAttribute(STYLE);
    if (css === null) continue;
    styled.removeAttribute(STYLE);
    const {style} = styled as Partial<HTMLElement>;
    if (style) style.cssText = css;
  }
}

function comment(markup: string, start: number): Piece {
  const found = find(COMMENT_END, markup, start + 2);
  const end = found ? found.index + found[0].length : markup.length;
  return {text: markup.slice(start, end), end};
}

/** A start tag, with what is in the element where that is text. */
function element(markup: string, start: number): Piece {
  const [name = ''] = find(NAME, markup, start + 1) ?? [];
  const attributes = readAttributes(markup, start + 1 + name.length);
  const raw = name.toLowerCase();
  const tag = `<${name}${attributes.text}`;
  if (!RAW.has(raw)) return {text: tag, end: attributes.end};
  const close = new RegExp(`</${raw}(?=[\\s/>])|$`, 'gi');
  const end = find(close, markup, attributes.end)?.index ?? markup.length;
  const content = markup.slice(attributes.end, end);
  if (raw !== 'style') return {text: tag + content, end};
  const css = content.replace(SCRIPT_WORDS, '');
  const isOpen = end === markup.length;
  return {
    text: `<script type="ls-style"${attributes.text}${css}${isOpen ? '' : '</script'}`,
    end: isOpen ? end : end + '</style'.length,
  };
}

function readAttributes(markup: string, start: number): Piece {
  let text = '';
  let end = start;
  for (;;) {
    const found = find(ATTRIBUTE, markup, end);
    if (!found) break;
    const [attribute, name = ''] = found;
    text +=
      name.toLowerCase() === 'style'
        ? attribute.replace(name, STYLE)
        : attribute;
    end += attribute.length;
  }
  const [rest = ''] = find(TAG_END, markup, end) ?? [];
  return {text: text + rest, end: end + rest.length};
}

function find(
  pattern: RegExp,
  markup: string,
  from: number,
): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(markup);
}
