/** One example: alive, with its source beside it. */
import {element} from '../dom.js';
import {copyButton, dedent, sourceText} from '../source.js';

import {phrases} from './prose.js';

const BESIDE = matchMedia('(min-width: 1000px)');

/**
 * Returns an example that runs the very source it shows. With `isWide` the
 * source stands below.
 */
export function renderExample({title, text, html, isWide}, sectionId) {
  const id = `${sectionId}-${slug(title)}`;
  const source = dedent(html);
  const stage = element('div', {className: 'docs-stage'});
  stage.append(alive(source));
  const pair = element(
    'div',
    {className: isWide ? 'docs-pair docs-pair_wide' : 'docs-pair'},
    stage,
    sourceDetails(source, title),
  );
  const link = element('a', {href: `#${id}`, textContent: title});
  return element(
    'article',
    {id, className: 'docs-example'},
    element('h3', {}, link),
    ...(text ? [element('p', {}, ...phrases(text))] : []),
    pair,
  );
}

function sourceDetails(source, title) {
  const details = element(
    'details',
    {className: 'docs-source', open: BESIDE.matches},
    element('summary', {textContent: 'Source'}),
    sourceText(source, `Source: ${title}`),
  );
  const button = copyButton(source, `Copy the source: ${title}`);
  button.className = 'docs-source__copy';
  return element('div', {className: 'docs-source__frame'}, details, button);
}

const same = {createHTML: (text) => text, createScript: (text) => text};

/** Marks what this site itself has written, where Trusted Types are required. */
const own = globalThis.trustedTypes?.createPolicy('ls-demo', same) ?? same;

/** Scripts that come from a parsed text do not run; copies of them do. */
function alive(source) {
  const {content} = element('template', {innerHTML: own.createHTML(source)});
  for (const script of content.querySelectorAll('script')) {
    const copy = element('script', {
      textContent: own.createScript(script.textContent),
    });
    for (const {name, value} of script.attributes) {
      copy.setAttribute(name, value);
    }
    script.replaceWith(copy);
  }
  return content;
}

function slug(title) {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
