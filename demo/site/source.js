/** Source code to read and to copy. */
import {element} from './dom.js';

const COPIED_MS = 2000;

/** Returns a button that copies `source`, and says so. */
export function copyButton(source, label) {
  const button = element('button', {
    className: 'site-button',
    type: 'button',
    textContent: 'Copy',
    ariaLabel: label,
  });
  const status = element('span', {className: 'site-hidden', role: 'status'});
  button.addEventListener('click', async () => {
    const isCopied = await copy(source);
    button.textContent = isCopied ? 'Copied' : 'Not copied';
    status.textContent = button.textContent;
    setTimeout(() => {
      button.textContent = 'Copy';
      status.textContent = '';
    }, COPIED_MS);
  });
  return element('span', {}, button, status);
}

/** Returns the source as text that scrolls and can be reached by keyboard. */
export function sourceText(source, label) {
  const code = element('code', {textContent: source});
  const pre = element('pre', {tabIndex: 0, role: 'region', dir: 'ltr'}, code);
  pre.ariaLabel = label;
  return pre;
}

/** Returns a box with a heading, a copy button and the source. */
export function sourceBox(source, heading) {
  const title = element('h2', {textContent: heading});
  return element(
    'section',
    {className: 'site-source'},
    element(
      'div',
      {className: 'site-source__bar'},
      title,
      copyButton(source, `Copy: ${heading}`),
    ),
    sourceText(source, heading),
  );
}

/** Returns a page of one's own with nothing but the example in it. */
export function wholePage(title, fragment) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<script type="module" src="dist/ls-annotation-host.js"></script>

${fragment}
`;
}

/** Takes the indentation away that all lines share. */
export function dedent(text) {
  const lines = text.replace(/^\n+/, '').trimEnd().split('\n');
  const indents = lines
    .filter((line) => line.trim())
    .map((line) => line.match(/^ */)[0].length);
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least)).join('\n');
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
